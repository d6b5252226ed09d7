import { type Counterfactual, certainly, is, naming } from './counterfactual.ts';
import { APP, ENTRA, TENANT } from './pasted-calls.ts';

const OLD_GRANT =
  'AADSTS70002: Error validating credentials. AADSTS70000: The provided access grant is invalid or malformed.';
const REQUEST = (uri: string) =>
  `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize?client_id=${APP}&response_type=code&scope=openid&redirect_uri=${encodeURIComponent(uri)}`;

/** The address in code, in the request, and in the refusal. */
export const REDIRECT_ADDRESSES: readonly Counterfactual[] = [
  {
    changed: 'the address in the refusal',
    why: 'Entra ID names the address that came; that one is to be registered',
    one: {
      paste: ENTRA.redirect('https://app.contoso.example/signin-oidc'),
      right: naming('https://app.contoso.example/signin-oidc', certainly('redirect-uri-mismatch')),
    },
    other: {
      paste: ENTRA.redirect('http://localhost:3000/auth'),
      right: naming('http://localhost:3000/auth', certainly('redirect-uri-mismatch')),
    },
  },
  {
    changed: 'the address in code: the one refused, then another one',
    why: 'What the sign-in service received is what it refused, whatever the code says (behind a proxy the two differ)',
    one: {
      paste: `redirectUri: "https://app.contoso.example/auth"\n${ENTRA.redirect('https://app.contoso.example/auth')}`,
      right: naming('https://app.contoso.example/auth', certainly('redirect-uri-mismatch')),
    },
    other: {
      paste: `redirectUri: "https://app.contoso.example/auth"\n${ENTRA.redirect('http://app.contoso.example/auth')}`,
      right: naming('http://app.contoso.example/auth', certainly('redirect-uri-mismatch')),
    },
  },
  {
    changed: 'the address at redemption: with another ending, then the same',
    why: 'A code is redeemed with the very address it was asked for with; where they are equal the code itself is at fault',
    one: {
      paste: `${OLD_GRANT}\n\ncode requested with  redirect_uri=https://localhost:44320\ncode redeemed with   redirect_uri=https://localhost:44320/`,
      right: is('redirect-uri-mismatch'),
    },
    other: {
      paste: `${OLD_GRANT}\n\ncode requested with  redirect_uri=https://localhost:44320/\ncode redeemed with   redirect_uri=https://localhost:44320/`,
      right: { causes: ['code-expired-or-redeemed', 'not-enough-evidence'], never: ['redirect-uri-mismatch'] },
    },
  },
  {
    changed: 'the code beside one request: the address, then the platform',
    why: '9002326 says that the address is registered, under another platform',
    one: {
      paste: `${REQUEST('https://spa.contoso.example/')}\n${ENTRA.redirect('https://spa.contoso.example/')}`,
      right: certainly('redirect-uri-mismatch'),
    },
    other: {
      paste: `${REQUEST('https://spa.contoso.example/')}\n${ENTRA.crossOrigin}`,
      right: is('redirect-platform-mismatch'),
    },
  },
  {
    changed: 'the failing step: the address refused, then the code redeemed twice',
    why: 'A redirect that works and a code that was used already have nothing to do with the address',
    one: {
      paste: `${REQUEST('https://app.contoso.example/auth')}\n${ENTRA.redirect('https://app.contoso.example/auth')}`,
      right: certainly('redirect-uri-mismatch'),
    },
    other: {
      paste: `${REQUEST('https://app.contoso.example/auth')}\n${ENTRA.codeRedeemed}`,
      right: is('code-expired-or-redeemed'),
    },
  },
];
