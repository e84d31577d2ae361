import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One act, one word: what a button says is what every sentence about it says, in the console, the API, the mails and the demo. */
const root = join(import.meta.dirname, '..', '..', '..');
const files = globSync(['lambdas/**/*.ts', 'console/src/**/*.{ts,tsx}', 'local/**/*.ts', 'docs/*.md'], { cwd: root });

const another: Readonly<Record<string, string>> = {
  撤销: '补偿 for a step, 收回 for a role, 吊销 for a key', 挂起: '待人工处理', 理由: '原因', 重新执行: '重新投递 for a dead letter', 撤回期: '宽限期', 撤回删除: '取消删除', 撤回申请: '取消删除', 角色分配: '授予角色',
};
/** Texts stand in quotes; a comment may say what it likes. */
const quoted = /(['"`])(?:\\.|(?!\1).)*\1/gs;

test.each(Object.entries(another))('%s is said otherwise: %s', async (word) => {
  const found = await Promise.all(files.map(async (file) => {
    const text = await readFile(join(root, file), 'utf8');
    const parts = file.endsWith('.md') ? [text] : [...text.matchAll(quoted)].map(([part]) => part);
    return parts.some((part) => part.includes(word)) ? [file] : [];
  }));
  expect(files.length).toBeGreaterThan(300);
  expect(found.flat()).toEqual([]);
});
