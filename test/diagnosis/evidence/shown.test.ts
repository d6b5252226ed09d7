import { describe, expect, test } from 'vitest';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 23);
const isShown = (paste: string): boolean => diagnoseAndRemember(paste, { now: NOW }).shown;

describe('a message shows what a service or a program said', () => {
  test.each([
    [
      'a code with its words',
      "AADSTS50011: The redirect URI 'https://a.example' specified in the request does not match.",
    ],
    [
      'the same in an address',
      'https://a.example/cb?error=invalid_client&error_description=AADSTS7000215%3a+Invalid+client+secret+provided.',
    ],
    [
      'the same in French',
      'AADSTS50105 : votre administrateur a configuré l’application pour bloquer les utilisateurs',
    ],
    [
      'the error page',
      'You cannot access this right now\n\nError Code: 53003\nRequest Id: 00629f89-eccb-465b-aca7-4a7e186a7300',
    ],
    ['a page whose code stands below its sentence', 'Sorry, something went wrong while signing you in\nAADSTS50020'],
    ['an entry of the sign-in log', 'Sign-in error code 50105\nFailure reason: The user is not assigned to a role'],
    ['an error body', '{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}}'],
    [
      'the answer of the token endpoint',
      '{"error":"invalid_grant","error_description":"The refresh token has expired"}',
    ],
    ['an exception', 'MsalUiRequiredException: AADSTS65001'],
    ['a challenge', 'WWW-Authenticate: Bearer error="invalid_token", error_description="The token expired"'],
    [
      'a sentence of a service',
      'it says: approval is required, this app needs permission to access resources in your organization that only an admin can grant',
    ],
  ])('%s', (_, paste) => {
    expect(isShown(paste)).toBe(true);
  });
});

describe('a message that only names it', () => {
  test.each([
    ['nothing', 'lunch?'],
    ['a code', 'who wrote the page about AADSTS90094?'],
    ['a code in a list', 'top three: AADSTS50126, AADSTS50058, AADSTS65001'],
    ['a code with a note', 'const KNOWN = { AADSTS65001: "consent" };'],
    ['codes on lines of their own', 'AADSTS50126\nAADSTS50058'],
    ['a code in a query', 'SigninLogs | where ResultType == 50011 | count'],
    ['a code in a filter', 'status/errorCode eq 50053'],
    ['an error in code', 'switch (code) {\n  case "consent_required":\n    return signIn();\n}'],
    ['a policy', 'from Monday a Conditional Access policy blocks sign-ins from unmanaged devices'],
    ['an error of Graph', 'has somebody an example of Authorization_RequestDenied?'],
    ['settings', 'please grant admin consent, permissions are Calendars.Read and User.Read'],
  ])('%s', (_, paste) => {
    expect(isShown(paste)).toBe(false);
  });
});
