import { describe, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { expectWithin } from '../processor-time.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const LENGTH = 32_768;
/** Ten times what it takes; work of the square takes most of a second. */
const BUDGET_MS = 150;

/** What ends a value or an address where it ends a sentence, and what a name may be made of. */
const RUNS = ['.', '/', ':', ',', ';', '&', '!', '$', '@', '-', '_', '=', ' ', '\\', 'a.', 'a@', 'a/', '%20'];

/** Lines and cells are read to a bound: many of them. */
function pieces(run: string, length: number): readonly string[] {
  return Array.from({ length: Math.ceil(run.length / length) }, (_, at) => run.slice(at * length, (at + 1) * length));
}

/** A run of one character inside a value that ends with another one: a pattern for its end begins anew at each. */
const AROUND: Readonly<Record<string, (run: string) => string>> = {
  'an address of the sign-in': (run) => `https://login.microsoftonline.com/common${run}x\nHTTP/1.1 400`,
  'a query of it': (run) =>
    `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1&scope=a${run}x\nAADSTS50011: The redirect URI`,
  'an issuer': (run) => `issuer: https://sts.windows.net/${run}x, from https://login.microsoftonline.com\n401`,
  'a form': (run) => `grant_type=client_credentials&client_id=1&scope=a${run}x\n{"error":"invalid_client"}`,
  'the key of an object': (run) => `{"error":"expired_token","error_description${run}x":"The device_code has expired"}`,
  'the audience of a token': (run) => {
    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = { aud: `a${run}x`, iss: 'https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/', exp: 1 };
    return `Authorization: Bearer ${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded(claims)}.c2ln\nGET /me 401`;
  },
  'a scope': (run) =>
    `scope=https://graph.microsoft.com/${run}x\nAADSTS70011: The provided value for 'scope' is not valid`,
  'a setting': (run) =>
    `Authority: https://login.microsoftonline.com${run}x\nAudience = a${run}x\nredirect_uri: a${run}x`,
  'sentences of one code': (run) =>
    pieces(run, 560)
      .map((piece, index) => `AADSTS50011: The redirect URI ${index} ${piece}x`)
      .join('\n'),
  'a table of sign-ins': (run) =>
    ['createdDateTime,ResultDescription,ResultType', ...pieces(run, 3_900).map((piece) => `now,a${piece}x,53003`)].join(
      '\n',
    ),
  'the reason of a sign-in': (run) =>
    pieces(run, 560)
      .map((piece) => `"errorCode": 53003, "failureReason": 'a${piece}x`)
      .join('\n'),
  'a challenge': (run) => `WWW-Authenticate: Bearer realm="", client_id="a${run}x", error="invalid_token"`,
};

describe.each(Object.entries(AROUND))('in %s', (_, around) => {
  it.each(RUNS)('a long run of «%s» takes no longer than other text', (unit) => {
    const paste = around(unit.repeat(LENGTH / unit.length));
    expectWithin(BUDGET_MS, () => void diagnose(paste, { now: NOW }).fix?.patches);
  });
});
