import { dataInventory, type StoredKind } from './data-inventory.ts';

const HEAD = `# What is stored, why, how long, and how it is erased

Generated from the inventory by which the platform erases (\`node bin/data-inventory.ts\`); what is not in it cannot be written. Attributes
stand by category, and so in the words of a legal hold.
`;

const attributesOf = ({ attributes }: StoredKind): string => Object.entries(attributes).map(([category, names]) => `${category}: ${names.join(', ')}`).join('; ');

/** What lies in several places stands here once. */
const rowOf = (kind: StoredKind): string => `| ${[kind.name, attributesOf(kind), kind.basis, kind.retention, kind.erasure].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** The inventory as a page for data protection officers, in Markdown. */
export function inventoryPage(): string {
  const tables = [...new Set(dataInventory.map(({ table }) => table))];
  const sections = tables.map((table) => [
    `## Table ${table}`, '', '| what | attributes | on what basis | how long | when a person is erased |', '|---|---|---|---|---|', ...new Set(dataInventory.filter((kind) => kind.table === table).map(rowOf)), '',
  ].join('\n'));
  return [HEAD, ...sections].join('\n');
}
