import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inventoryPage } from '../lambdas/erasure/inventory-page.ts';

/** Writes docs/data-inventory.md anew; a test compares it with the inventory. */
await writeFile(join(import.meta.dirname, '..', 'docs', 'data-inventory.md'), inventoryPage());
