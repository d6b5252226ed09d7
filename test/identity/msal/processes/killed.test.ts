import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../../src/storage/sqlite/sqlite-store.ts';
import { appOfConnection, createMsalFixture, type MsalFixture } from '../msal-fixture.ts';
import type { ChildTask } from './signing-in-child.ts';

const CHILD = fileURLToPath(new URL('./signing-in-child.ts', import.meta.url));
const PEOPLE = 6;

let folder: string;
let fixture: MsalFixture;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'why401-killed-'));
  fixture = await createMsalFixture();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await fixture.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'why401.db');

/** Runs the child until it has said `word` `times` times, then kills it where it stands. */
async function killedAt(work: ChildTask['work'], word: string, times: number): Promise<void> {
  const task: ChildTask = {
    file: file(),
    key: Buffer.from(fixture.tokenKeys[0]!).toString('base64url'),
    entraAt: `${fixture.sandbox.origin}/entra`,
    app: appOfConnection(fixture.sandbox.world.connection, `${fixture.publicUrl}/auth/callback`),
    people: Array.from({ length: PEOPLE }, (_, n) => fixture.asPerson(n)).map(({ person, account }) => ({
      person,
      account: { userPrincipalName: account.userPrincipalName, password: account.password },
    })),
    work,
  };
  const child = spawn(process.execPath, [CHILD, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  let failed = '';
  child.stderr.on('data', (chunk: Buffer) => (failed += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split(`${word}\n`).length > times) child.kill('SIGKILL');
    });
    child.once('close', (_code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(failed || said))));
  });
}

/** After the restart: everybody has a token of their own or is asked, every row can be read, and signing in works. */
async function expectOrder(): Promise<Record<string, number>> {
  const store = openSqliteStore(file());
  try {
    const signIn = await fixture.another({ store });
    const seen: Record<string, number> = {};
    for (let n = 0; n < PEOPLE; n += 1) {
      const { person, account } = fixture.asPerson(n);
      const answer = await signIn.token(person, { refresh: true });
      seen[answer.kind] = (seen[answer.kind] ?? 0) + 1;
      if (answer.kind === 'token') {
        expect(decodeJwt(answer.token.accessToken).oid).toBe(account.oid);
        continue;
      }
      if (answer.kind === 'refused') throw new Error(JSON.stringify(answer));
      expect(answer.refusal?.error?.code).not.toBe('WHY401_CANNOT_UNSEAL');
      const assertion = await fixture.assertionFor(account);
      expect((await signIn.exchange(person, assertion)).kind).toBe('token');
    }
    return seen;
  } finally {
    await store.close();
    const database = new DatabaseSync(file());
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
  }
}

describe('kill -9', () => {
  test.each([
    ['invited', 3],
    ['at the callback', 2],
    ['completed', 1],
    ['completed', 5],
    ['signed-in', 2],
    ['signed-in', 8],
  ])('in mid sign-in, at «%s», %i of them: everybody is signed in or asked again', async (word, times) => {
    await killedAt('sign-in', word, times);
    const seen = await expectOrder();
    expect((seen.token ?? 0) + (seen['sign-in-needed'] ?? 0)).toBe(PEOPLE);
  });

  test.each([
    ['renewing', 8],
    ['renewing', 15],
    ['token', 4],
    ['token', 11],
    ['token', 20],
  ])('in mid refresh, at «%s», %i of them: everybody is signed in or asked again', async (word, times) => {
    fixture.sandbox.world.entra.delayMs = 5;
    await killedAt('renew', word, times);
    fixture.sandbox.world.entra.delayMs = 0;
    const seen = await expectOrder();
    expect((seen.token ?? 0) + (seen['sign-in-needed'] ?? 0)).toBe(PEOPLE);
  });
});
