import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { greeting } from '../../src/local-chat/greeting.ts';
import { THINGS_TO_PASTE } from '../../src/local-chat/things-to-paste.ts';
import { SAMPLE_IDS } from '../../src/sandbox/world/sample-ids.ts';

test('names the addresses really bound and the things to paste', () => {
  const text = greeting({ botEndpoint: 'http://localhost:3981/api/messages', chat: 'http://localhost:40123' });
  expect(text).toContain('http://localhost:3981/api/messages');
  expect(text).toContain('http://localhost:40123');
  for (const thing of THINGS_TO_PASTE) expect(text).toContain(thing.text);
});

test('tells of the sandbox where one runs', () => {
  const addresses = { botEndpoint: 'http://localhost:3981/api/messages', chat: 'http://localhost:40123' };
  expect(greeting({ ...addresses, sandbox: 'http://127.0.0.1:4010' })).toContain('Sandbox  http://127.0.0.1:4010/');
  expect(greeting(addresses)).not.toContain('Sandbox');
});

test('the people of the chat are people of the sandbox', () => {
  const file = readFileSync(new URL('../../src/local-chat/m365agentsplayground.yml', import.meta.url), 'utf8');
  const { tenant, ada, ben, chloe, rosaAsGuest, noor } = SAMPLE_IDS;
  for (const id of [tenant, ada, ben, chloe, rosaAsGuest, noor]) expect(file).toContain(id);
});

test('says why there is no chat', () => {
  const text = greeting({
    botEndpoint: 'http://localhost:3978/api/messages',
    chat: undefined,
    withoutChat: 'it is not installed',
  });
  expect(text).toContain('Chat     none: it is not installed');
});

test('each of the three gets the answer it stands for', () => {
  const now = Date.UTC(2026, 2, 14, 9, 30);
  const answers = THINGS_TO_PASTE.map(({ text }) => diagnose(text, { now }));
  expect(answers.map(({ findings }) => findings[0]?.cause)).toEqual([
    'cae-challenge',
    'redirect-uri-mismatch',
    'client-secret-invalid',
  ]);
  for (const { verdict } of answers) expect(['certain', 'likely']).toContain(verdict);
});

test('each is one line, as it has to be copied', () => {
  expect(THINGS_TO_PASTE).toHaveLength(3);
  for (const { text } of THINGS_TO_PASTE) expect(text).not.toMatch(/[\r\n]/);
});

test('each is a line of an example, so that chat and README tell the same', () => {
  const folder = new URL('../../examples/', import.meta.url);
  const lines = readdirSync(folder).flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));
  for (const { text } of THINGS_TO_PASTE) expect(lines).toContain(text);
});
