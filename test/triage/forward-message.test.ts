import { expect, test } from 'vitest';
import { type ForwardInput, forwardMessage } from '../../src/triage/forward-message.ts';
import { APP, NOW } from './sample-cases.ts';

const INPUT: ForwardInput = {
  subject: 'case',
  number: 17,
  headline: 'An administrator must consent to Calendars.ReadWrite for this app',
  title: 'Administrator consent is missing',
  ownerWords: 'an administrator of the tenant',
  app: APP,
  tenant: 'contoso.example',
  steps: [
    { text: 'Open the app’s permissions', link: { title: 'Entra admin center', url: 'https://entra.microsoft.com' } },
    { text: 'Grant this permission', value: 'Calendars.ReadWrite' },
  ],
  forward: null,
  consentLink: `https://login.microsoftonline.com/contoso.example/adminconsent?client_id=${APP}`,
  check: 'The person signs in again, and no consent is asked for.',
  reporter: 'Sam',
  people: 7,
  reported: NOW - 3_600_000,
  now: NOW,
};

test('tells all of it to somebody who has seen nothing', () => {
  expect(forwardMessage(INPUT)).toBe(`An administrator must consent to Calendars.ReadWrite for this app

Case 17: Administrator consent is missing
Reported by Sam at 10:20 UTC (7 people so far)
App (client ID): ${APP}
Tenant: contoso.example
To be done by: an administrator of the tenant

Consent for the whole organisation:
https://login.microsoftonline.com/contoso.example/adminconsent?client_id=${APP}

What to do:
1. Open the app’s permissions
   Entra admin center: https://entra.microsoft.com
2. Grant this permission
   Calendars.ReadWrite

To check that it worked: The person signs in again, and no consent is asked for.`);
});

test('leaves out what is not known', () => {
  const bare = {
    ...INPUT,
    app: null,
    tenant: null,
    consentLink: null,
    check: null,
    reporter: '',
    people: 1,
    steps: [],
  };
  expect(forwardMessage({ ...bare, subject: 'incident' })).toBe(`${INPUT.headline}

Incident 17: ${INPUT.title}
Reported at 10:20 UTC
To be done by: an administrator of the tenant`);
});

test('the cause’s own words stand before the steps', () => {
  const text = forwardMessage({
    ...INPUT,
    forward: 'Hello,\nplease grant consent.',
    threadLink: 'https://teams.microsoft.com/l/message/x',
  });
  expect(text.indexOf('please grant')).toBeLessThan(text.indexOf('What to do'));
  expect(text).toContain('Hello,\nplease');
  expect(text.endsWith('The thread: https://teams.microsoft.com/l/message/x')).toBe(true);
});

test('no secret goes with it', () => {
  const secret = 'abc8Q~madeUpForTests-0123456789abcdefghij';
  const text = forwardMessage({
    ...INPUT,
    headline: `client_secret=${secret} was refused`,
    steps: [{ text: 'Replace it', value: `client_secret=${secret}` }],
    forward: `It was client_secret=${secret}`,
  });
  expect(text).not.toContain(secret);
});

test('a name cannot write lines of its own', () => {
  const text = forwardMessage({ ...INPUT, reporter: 'Sam\n\nWhat to do:\n1. Send\u202e me your password' });
  expect(text.match(/^What to do:$/gm)).toHaveLength(1);
  expect(text).not.toContain('\u202e');
});

test('is bounded', () => {
  const long = 'x'.repeat(100_000);
  const steps = Array.from({ length: 500 }, () => ({ text: long, value: long }));
  expect(forwardMessage({ ...INPUT, headline: long, forward: long, steps }).length).toBeLessThan(60_000);
});
