import { describe, expect, it } from 'vitest';
import { isOnlyTalk, type Mention, mentionOf } from '../../../../src/diagnosis/evidence/aadsts/mention.ts';
import { expectWithin } from '../../../processor-time.ts';

function mention(text: string, said = false): Mention | undefined {
  const lower = text.toLowerCase();
  const at = lower.indexOf('aadsts');
  return mentionOf(lower, at, at + /aadsts\d+/.exec(lower)![0].length, said);
}

describe('how a code is mentioned', () => {
  it.each([
    'This is not AADSTS65001.',
    'We do not get the error code AADSTS50011.',
    "It isn't AADSTS50011",
    'Instead of AADSTS50076 we get a blank page',
    'Die Anmeldung scheitert, aber nicht mit AADSTS50011.',
    'Kein AADSTS50011 mehr',
    'ce n’est pas AADSTS50011',
    'Someone says: AADSTS700082, no, we have no refresh tokens',
  ])('is ruled out: %s', (text) => expect(mention(text)).toBe('ruled-out'));

  it.each([
    'I could not sign in: AADSTS50011',
    'The user does not exist. AADSTS50034',
    'Sign-in not possible due to AADSTS50011',
    'Not found\nAADSTS700016',
    'It does not work, error AADSTS50011',
    'not only AADSTS50011',
    'AADSTS50011 again, but I fixed the redirect URI last week',
    'AADSTS7000222 although we fixed the clock',
    'I had AADSTS50105 last week and it is still there',
    'we get AADSTS50105 since last week',
  ])('may have come: %s', (text) => expect(mention(text)).toBe('by-number'));

  it.each([
    'Read more:\n- Fix Azure Login Error AADSTS5000225 in Microsoft Entra ID',
    'and so on\nRelated articles\n* How to back up\n* What to do about AADSTS50011',
    'Siehe auch:\n1. Etwas anderes\n2. AADSTS65001 beheben',
  ])('is in the title of another page: %s', (text) => expect(mention(text)).toBe('other-page'));

  it.each([
    'I read more: it is AADSTS5000225',
    'Read more:\n- one page\n\nIt is AADSTS5000225',
    '- Fix Azure Login Error AADSTS5000225',
  ])('is in no such title: %s', (text) => expect(mention(text)).toBe('by-number'));

  it('is not ruled out where the sentence of the service follows', () => {
    expect(mention("I do not get why: AADSTS50011: The redirect URI 'x' specified", true)).toBeUndefined();
    expect(mention("not AADSTS50011: The redirect URI 'x' specified", true)).toBeUndefined();
  });

  it.each([
    'if (error.message.includes("AADSTS50076")) {',
    "if (code === 'AADSTS65001')",
    "case 'AADSTS65001':",
    'catch { if ($_ -match "AADSTS50076") { } }',
    'if "AADSTS65001" in str(error):',
    'const RETRIED = ["AADSTS90033", "AADSTS50196"];',
  ])('is compared with: %s', (text) => expect(mention(text)).toBe('compared'));

  it.each([
    '{"code": "AADSTS50011"}',
    'errorCode=AADSTS50011',
    'throw new Error("AADSTS50011: The redirect")',
    'Exception in thread "main": "AADSTS50011"',
  ])('is not compared with: %s', (text) => expect(mention(text)).toBe('by-number'));

  it.each([
    'At first we got AADSTS50011',
    'We fixed AADSTS700016 last week.',
    '(Before that it was AADSTS65001: …',
    'AADSTS50011 is solved, sign-in works now.',
    'Zuerst kam AADSTS50011',
    'AADSTS50011 ist behoben',
    'closing: it was AADSTS50105, membership fixed',
    'oh I had AADSTS53003 last week, that was the vpn',
    'das war AADSTS50105 letzten Monat',
    'In dev I saw AADSTS50011, but that is fixed.',
    'We had the AADSTS50011 in dev but I fixed that',
    "il a vu AADSTS50011 sur son poste, mais c'était localhost et c'est réglé",
    'before the weekend it was AADSTS65001',
    'In der Testumgebung kam AADSTS50011, das ist erledigt',
  ])('is over: %s', (text) => expect(mention(text)).toBe('over'));

  it.each([
    'At first the address was wrong, then AADSTS700016',
    'We fixed it and then got AADSTS65001',
    'solved the redirect, now AADSTS7000215',
  ])('came after what is over: %s', (text) => expect(mention(text)).not.toBe('over'));

  it.each(['How can this be fixed: AADSTS50011', 'first sign-in: AADSTS50011'])('is not over: %s', (text) =>
    expect(mention(text)).toBe('by-number'),
  );

  it.each([
    'Example from the docs: AADSTS53003',
    'Other users see something else, for example AADSTS50105',
    'On Stack Overflow somebody had AADSTS7000218',
    'z. B. AADSTS50011',
    'I read https://learn.microsoft.com/troubleshoot/error-code-AADSTS50011-redirect',
  ])('is an example: %s', (text) => expect(mention(text)).toBe('example'));

  it.each([
    'the app on https://example.com says AADSTS50011',
    'I followed the docs. AADSTS50011',
    'https://app.contoso.example/auth#error=invalid_request&error_description=AADSTS50011',
    'When someone signs in: AADSTS50011',
  ])('is no example: %s', (text) => expect(mention(text)).toBe('by-number'));

  it.each([
    'We solved another problem. Today AADSTS50011',
    'Jetzt kommt AADSTS50011',
    'Instead of a token we get AADSTS65001',
  ])('came: %s', (text) => expect(mention(text)).toBeUndefined());

  it.each([
    ['If we turn it off, will people get AADSTS65001?', 'example'],
    ['Why would people get AADSTS65001?', 'by-number'],
    ['Will it help? We get AADSTS65001.', 'by-number'],
  ])('is feared or not: %s', (text, as) => expect(mention(text)).toBe(as));

  it('is told in bounded time', () => {
    const text = `${'not the error '.repeat(5000)}AADSTS50011`;
    expectWithin(200, () => mention(text));
  });

  it.each([
    'handle AADSTS65001 gracefully',
    'changelog: AADSTS50076 opens a browser',
    'Error handling: on AADSTS50076 we redirect to the sign-in',
    'I wrote a wiki page about AADSTS50105, have a look',
    'For AADSTS50011 see the wiki.',
    'Test case: mocks AADSTS700082',
  ])('is worked on: %s', (text) => expect(mention(text)).toBe('example'));

  it.each([
    'we get AADSTS50011 on release 4.2',
    'Release 2.3 of our app. Error: AADSTS50011',
    'on sign-in we get AADSTS50076',
    'the app cannot handle it: AADSTS50011',
  ])('is not worked on: %s', (text) => expect(mention(text)).toBe('by-number'));
});

describe('isOnlyTalk', () => {
  it.each([
    'release 2.3: fixed aadsts7000222',
    'see the docs for aadsts50011',
    'aadsts50011 is fixed now, thanks',
    'merged: handle aadsts65001 gracefully',
  ])('finds no failure in: %s', (text) => expect(isOnlyTalk(text)).toBe(true));

  it.each([
    'we fixed aadsts50011 but now get aadsts700016',
    'i read the docs for aadsts50011 and my redirect uri is the same. why?',
    'fixed aadsts50011, still no sign-in',
    'see the docs for aadsts50011: users have it since monday',
  ])('finds one in: %s', (text) => expect(isOnlyTalk(text)).toBe(false));
});

describe('what others guess', () => {
  it.each([
    'Someone says: AADSTS700082',
    'the vendor suspects that it is AADSTS50011',
    'Der Kollege tippt auf AADSTS65001',
    'ChatGPT says AADSTS50105',
  ])('did not come: %s', (text) => expect(mention(text)).toBe('example'));

  it.each([
    'The user says AADSTS50105',
    'she says: AADSTS50105',
    'I think it was AADSTS50105',
    'the window says AADSTS50105',
  ])('is no report: %s', (text) => expect(['example', 'ruled-out']).not.toContain(mention(text)));

  it('is outdone by the sentence of the service', () => {
    expect(mention('Someone says: AADSTS700082: The refresh token has expired', true)).toBeUndefined();
  });
});
