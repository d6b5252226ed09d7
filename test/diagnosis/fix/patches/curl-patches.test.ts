import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinPatches } from '../../../../src/diagnosis/fix/join-patches.ts';
import { PATCHES } from '../../../../src/diagnosis/fix/patches/index.ts';
import { HOSTILE, REAL, written, writtenHostile } from './sample-values.ts';

/** Stand-ins for the programs that the patches call: curl writes down each of its arguments, NUL after each. */
const STAND_INS = `
curl() { local a; for a in "$@"; do printf '%s\\0' "$a"; done >> "$LOG"; printf '\\1\\0' >> "$LOG"; printf '{}'; }
jq() { cat > /dev/null; echo stand-in; }
az() { :; }
openssl() { case $1 in base64) base64 -w0 ;; rand) echo 00ff00ff ;; *) if [ ! -t 0 ]; then cat > /dev/null; fi; printf x ;; esac; }
sleep() { :; }
export CLIENT_SECRET='a+b&c%d' ACCESS_TOKEN=at REFRESH_TOKEN=rt CODE=code INCOMING_TOKEN=it ADMIN_ACCESS_TOKEN=at
export MICROSOFT_APP_PASSWORD=p AZURE_FEDERATED_TOKEN_FILE=./token
`;

describe('curl patches', () => {
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'why401-curl-patches-'));
    put('token', 'a.eyJhIjoxfQ.c');
    put('refresh-token.txt', 'rt');
    put('stand-ins', STAND_INS);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const put = (name: string, text: string) => writeFileSync(path.join(directory, name), text);
  const take = (name: string) => readFileSync(path.join(directory, name), 'utf8');
  const bash = (script: string) =>
    spawnSync('bash', ['--norc', '--noprofile', '-c', script], {
      cwd: directory,
      env: { PATH: process.env.PATH ?? '' },
    });

  it('can be parsed by bash', () => {
    const real = written('curl').filter(({ sample }) => sample === 'real');
    const parts = real.map(({ id, code }) => ({ title: PATCHES[id].title, code }));
    const all = [...written('curl'), { name: 'all together', code: joinPatches('curl', parts) }];
    const script = all.map(({ name, code }, index) => {
      put(`parse-${index}.sh`, code);
      return `bash --norc -n parse-${index}.sh || echo '${name}' >&2`;
    });
    const { stderr, error } = bash(script.join('\n'));
    if (error !== undefined) return console.info(`curl patches were not parsed, bash is not here: ${error.message}`);
    expect(stderr.toString()).toBe('');
  });

  it('hand every value to curl as one argument and run nothing of it', () => {
    const scripts = [...written('curl').filter(({ sample }) => sample === 'real'), ...writtenHostile('curl')];
    const runs = scripts.map(({ id, code }, index) => {
      put(`${index}.sh`, code);
      put(`${index}.in`, id === 'pkce' ? '00ff00ff\ncode\n' : '');
      return `( LOG=${index}.log; . ./stand-ins; . ./${index}.sh ) < ${index}.in > /dev/null 2> ${index}.err`;
    });
    const { error } = bash(runs.join('\n'));
    if (error !== undefined) return console.info(`curl patches were not run, bash is not here: ${error.message}`);
    expect(existsSync(path.join(directory, 'pwned'))).toBe(false);
    for (const [index, { name, sample, id }] of scripts.entries()) {
      expect(take(`${index}.err`), name).not.toMatch(/command not found|syntax error|No such file/);
      const calls = take(`${index}.log`).split('\u0001\u0000');
      expect(calls.pop(), name).toBe('');
      expect(calls.length, name).toBeGreaterThan(0);
      for (const call of calls) {
        const words = call.split('\u0000').slice(0, -1);
        expect(
          words.filter((word) => /^(?:https|imaps):\/\//.test(word)),
          `${name}: ${words.join(' | ')}`,
        ).toHaveLength(1);
        const values = words.filter((_, at) => words[at - 1] === '--data-urlencode');
        expect(
          values.every((value) => /^[$a-z_]+[=@]/.test(value)),
          `${name}: ${values.join(' | ')}`,
        ).toBe(true);
      }
      const words = calls.join('').split('\u0000');
      if (name === 'client-credentials.real') expect(words).toContain('client_secret=a+b&c%d');
      if (id === 'redirect-uri')
        expect(words).toContain(`redirect_uri=${sample === 'hostile' ? HOSTILE : REAL.redirectUri}`);
    }
  });
});
