import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

test('two processes may open a new file at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'why401-database-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'shared.db');
  const module = new URL('../../../src/storage/sqlite/sqlite-store.ts', import.meta.url).href;
  const script = `
    const { openSqliteStore } = await import(${JSON.stringify(module)});
    const store = openSqliteStore(${JSON.stringify(file)});
    let claimed = 0;
    for (let n = 0; n < 200; n += 1) if (await store.seen.claim('activity-' + n, 1)) claimed += 1;
    await store.close();
    console.log(claimed);`;
  const run = () => promisify(execFile)(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script]);
  const outputs = await Promise.all([run(), run()]);
  const total = outputs.reduce((sum, { stdout }) => sum + Number(stdout), 0);
  expect(total).toBe(200);
});
