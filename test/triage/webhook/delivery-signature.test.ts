import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deliverySignature } from '../../../src/triage/webhook/delivery-signature.ts';
import { NOW } from '../sample-cases.ts';

const SECRET = 'made-up-for-these-tests';
const BODY = '{"headline":"A policy refused «Zoë» – 403"}';
const SECONDS = NOW / 1000;
const GOOD = deliverySignature(SECRET, NOW + 999, BODY);

const docs = readFileSync(new URL('../../../docs/webhook.md', import.meta.url), 'utf8');
const code = (language: string): string =>
  new RegExp(`<!-- verify: ${language} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(docs)?.[1] ?? '';

test('is HMAC-SHA256 over time and body', () => {
  const expected = createHmac('sha256', SECRET).update(`${SECONDS}.${BODY}`).digest('hex');
  expect(GOOD).toBe(`t=${SECONDS},v1=${expected}`);
});

interface Trial {
  readonly name: string;
  readonly header: string | null;
  readonly body: string;
  readonly now: number;
  readonly good: boolean;
}

const [, v1 = ''] = GOOD.split(',v1=');
const trial = (name: string, change: Partial<Trial>): Trial => ({
  name,
  header: GOOD,
  body: BODY,
  now: SECONDS + 3,
  good: false,
  ...change,
});

const TRIALS: readonly Trial[] = [
  trial('as it was sent', { good: true }),
  trial('with white space and a name of a later version', { header: `t=${SECONDS}, v2=x, v1=${v1}`, good: true }),
  trial('on a clock that is five minutes slow', { now: SECONDS - 300, good: true }),
  trial('an old one sent again', { now: SECONDS + 301 }),
  trial('an old one under a new time', { header: `t=${SECONDS + 300},v1=${v1}`, now: SECONDS + 300 }),
  trial('another body', { body: BODY.replace('403', '404') }),
  trial('another secret', { header: deliverySignature('of-somebody-else-entirely', NOW, BODY) }),
  trial('a signature cut short', { header: GOOD.slice(0, -2) }),
  trial('no signature', { header: `t=${SECONDS}` }),
  trial('no time', { header: `v1=${v1}` }),
  trial('an empty header', { header: '' }),
  trial('no header', { header: null }),
  trial('a header of equals signs', { header: '=,=,=' }),
];

describe('what docs/webhook.md says to receivers', () => {
  test('in Node.js', async () => {
    const { isFromWhy401 } = (await import(`data:text/javascript,${encodeURIComponent(code('node'))}`)) as {
      isFromWhy401(secret: string, header: string | null, body: Buffer, nowSeconds: number): boolean;
    };
    const found = TRIALS.map(({ header, body, now }) => isFromWhy401(SECRET, header, Buffer.from(body), now));
    expect(found).toEqual(TRIALS.map(({ good }) => good));
  });

  test('in Python', () => {
    const program = `${code('python')}
import json, sys
trials = json.load(sys.stdin)
print(json.dumps([is_from_why401(sys.argv[1], t["header"], t["body"].encode(), t["now"]) for t in trials]))
`;
    const { stdout, stderr, error } = spawnSync('python3', ['-I', '-c', program, SECRET], {
      input: JSON.stringify(TRIALS),
    });
    if (error !== undefined) return console.info(`The Python code was not run, python3 is not here: ${error.message}`);
    expect(stderr.toString()).toBe('');
    expect(JSON.parse(stdout.toString())).toEqual(TRIALS.map(({ good }) => good));
  });

  test('both compare in constant time', () => {
    expect(code('node')).toContain('timingSafeEqual');
    expect(code('python')).toContain('compare_digest');
  });
});
