import { describe, expect, it } from 'vitest';
import { focusedQuote } from '../../src/presentation/focused-quote.ts';
import { expectWithin } from '../processor-time.ts';

const CLAIMS = `{
  "aud": "https://graph.microsoft.com",
  "iss": "https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/",
  "exp": 1777889400,
  "scp": "Calendars.Read User.Read",
  "roles": ["User.Read.All", "Mail.Read"]
}`;

describe('focusedQuote', () => {
  it('keeps the claim that the reason names', () => {
    expect(focusedQuote(CLAIMS, 'scp holds Calendars.Read User.Read; POST /me/events needs more')).toBe(
      '… "scp": "Calendars.Read User.Read" …',
    );
  });

  it('keeps several, lists and numbers among them', () => {
    expect(focusedQuote(CLAIMS, 'exp has passed, roles do not matter')).toBe(
      '… "exp": 1777889400 … "roles": ["User.Read.All", "Mail.Read"] …',
    );
  });

  it.each([
    ['a short quote', '{"scp":"User.Read"}', 'scp holds User.Read'],
    ['a reason that names no member', CLAIMS, 'The token was refused'],
    ['text that is no JSON', `WWW-Authenticate: Bearer realm="", ${'x'.repeat(200)}`, 'realm is empty'],
    ['a value that is an object', `{"error": {"code": "x"}, ${'"a": "b", '.repeat(20)}}`, 'error stands there'],
  ])('leaves %s as it is', (_, quote, says) => {
    expect(focusedQuote(quote, says)).toBe(quote);
  });

  it('keeps the code and the message of a refusal, without the ids behind them', () => {
    const told = '{"error":{"code":"InvalidAuthenticationToken","message":"Access token is \\"empty\\"."';
    const ids = ',"innerError":{"date":"2026-03-02T09:14:31","request-id":"5c0d4c2f-58fb-4d45-9a1f-0f2b6e1f7a11"}}}';
    expect(focusedQuote(`${told}${ids}`, 'The API says that no token arrived')).toBe(`${told} …`);
    expect(focusedQuote(`${told},${' '.repeat(20)}}}`, 'The API says so')).toContain(told);
  });

  it('is quick on hostile text', () => {
    expectWithin(500, () => {
      focusedQuote('"scp":'.repeat(50_000), 'scp');
      focusedQuote(`"scp":${' '.repeat(300_000)}`, 'scp');
      focusedQuote(`{"code":"x","message":"${'\\a'.repeat(150_000)}`, 'The API refuses');
    });
  });
});
