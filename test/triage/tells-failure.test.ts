import { expect, test } from 'vitest';
import { tellsFailure } from '../../src/triage/tells-failure.ts';
import { expectWithin } from '../processor-time.ts';

test.each([
  'I get AADSTS50105 when I open the portal',
  'Since 9 we are getting the error AADSTS53003 in Outlook.',
  'the expense app throws aadsts50011 for everybody at the plant',
  'hello all. sign-in fails with AADSTS65001. Any ideas?',
  'user sees “AADSTS50020” on the page',
  'bekomme AADSTS50034 beim Anmelden',
  'je reçois AADSTS50076 à chaque fois',
  'me sale AADSTS50126 todo el rato',
])('somebody meets it now: %s', (words) => {
  expect(tellsFailure(words)).toBe(true);
});

test.each([
  'AADSTS50011 is the redirect one, right?',
  'we got AADSTS50011 last week, it was the slash',
  'no longer getting AADSTS50020 since the invitation',
  'if you get AADSTS50034, check the spelling first',
  'what do users get, AADSTS50105 or AADSTS50020?',
  'closed: user was getting AADSTS50126, caps lock',
  'they will get AADSTS53000 on private laptops',
  'I get a page. Somebody mentioned AADSTS50011',
  'getting an error with 50011 in it',
  '',
])('it is only talked about: %s', (words) => {
  expect(tellsFailure(words)).toBe(false);
});

test('a long text is looked at in its beginning only, in no time', () => {
  const long = `${'getting '.repeat(200_000)} AADSTS50011`;
  expectWithin(100, () => expect(tellsFailure(long)).toBe(false));
});
