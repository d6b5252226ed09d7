import type { ClaimsChallenge } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause } from './root-cause.ts';
import { instant, sentence, theApi } from './words/wording.ts';

function challenge(facts: Facts): ClaimsChallenge | undefined {
  return facts.of('challenge').find((item) => item.claims !== undefined)?.claims;
}

/** What the challenge asks for, in words. */
function asked(claims: ClaimsChallenge, moved: boolean): string {
  if (claims.nbf !== undefined)
    return `It asks for a token issued after ${instant(claims.nbf * 1000)}${moved ? '.' : ': older ones were revoked.'}`;
  if (claims.acrs.length > 0)
    return `It asks for the authentication context ${claims.acrs.join(', ')}: a policy wants a stronger sign-in for this.`;
  if (claims.asked.includes('xms_rp_ipaddr')) return 'It asks for a token for the address the call comes from now.';
  return claims.asked.length > 0 ? `It asks for ${claims.asked.join(', ')}.` : '';
}

const OTHER_PLACE = ['locationconditionevaluationsatisfied', 'tenant ip policy validate failed'] as const;
const OTHER_POLICY = ['tokencreatedwithoutdatedpolicies'] as const;

/** The address that the API saw, which the challenge carries to the sign-in service. */
function seenAddress(facts: Facts): string {
  const address = /"xms_rp_ipaddr":\{[^{}]{0,80}"value":"([0-9a-fA-F.:]{3,45})"/.exec(
    challenge(facts)?.json ?? '',
  )?.[1];
  return address === undefined ? '' : ` (${address})`;
}

function reason(facts: Facts): string {
  if (facts.anyPhrase('tokenissuedbeforerevocationtimestamp', 'user session has been revoked') !== undefined)
    return 'the session was revoked (password change, sign-out by an administrator, or risk)';
  if (facts.anyPhrase(...OTHER_PLACE) !== undefined)
    return `the call comes from a network address${seenAddress(facts)} that the policy does not allow`;
  if (facts.anyPhrase(...OTHER_POLICY) !== undefined)
    return 'the policies of the tenant changed after the token was issued';
  return 'the API wants a newer or stronger token';
}

export const caeChallenge: RootCause = {
  id: 'cae-challenge',
  title: 'A claims challenge: the API wants a newer or stronger token',
  owner: 'app-developer',
  ownerFor: (facts) =>
    facts.phrase('locationconditionevaluationsatisfied') !== undefined ? 'tenant-admin' : 'app-developer',
  explanation:
    'With continuous access evaluation the API itself refuses a token that has not expired, when the session was revoked, the network address changed, or a policy asks for more. The WWW-Authenticate header carries the demand as claims (base64 of JSON). The client must hand these claims to the sign-in once; the same token again, or a cached one, is refused for ever.',
  symptoms: [
    '401 with error="insufficient_claims" and claims="…"',
    '«Continuous access evaluation resulted in challenge with result: InteractionRequired»',
    'TokenIssuedBeforeRevocationTimestamp, LocationConditionEvaluationSatisfied, TokenCreatedWithOutdatedPolicies',
  ],
  explains: ['token-expired', 'missing-scope', 'conditional-access-blocked', 'session-revoked', 'interaction-required'],
  rules: [
    {
      kind: 'facts',
      phrases: ['user session has been revoked', ...OTHER_PLACE, ...OTHER_POLICY],
      onlyWith: { evidence: ['challenge'] },
      test: (facts) => {
        const item = facts
          .of('challenge')
          .find((it) => it.claims !== undefined || it.parameters.error === 'insufficient_claims');
        if (item === undefined) return undefined;
        const words =
          item.claims === undefined
            ? ''
            : ` ${asked(item.claims, facts.anyPhrase(...OTHER_PLACE, ...OTHER_POLICY) !== undefined)}`;
        return {
          strength: 'decisive',
          at: item.span,
          says: `The challenge says ${item.parameters.error ?? 'claims'}: a claims challenge.${words}`.trim(),
        };
      },
    },
    {
      kind: 'phrase',
      phrases: [
        'continuous access evaluation resulted in challenge',
        'tokenissuedbeforerevocationtimestamp',
        'locationconditionevaluationsatisfied',
        'tokencreatedwithoutdatedpolicies',
        'xms_caeerror',
        'with claims challenge: {',
        // Privileged Identity Management: the activation asks for an authentication context.
        'roleassignmentrequestacrsvalidationfailed',
        'acrsvalidationfailed',
        '&claims=%7b%22access_token%22',
      ],
      strength: 'decisive',
      says: 'Continuous access evaluation names its reason',
    },
    {
      // Protected actions: Conditional Access asks for an authentication context when the action itself is done.
      // learn.microsoft.com/entra/identity/role-based-access-control/protected-actions-overview
      kind: 'facts',
      phrases: [
        'additional claims required',
        'additional claims are required',
        'protected action',
        'authentication context',
      ],
      onlyWith: { phrases: ['additional claims required', 'additional claims are required', 'protected action'] },
      test: (facts) => {
        const asked = facts.anyPhrase('additional claims required', 'additional claims are required');
        const context = facts.anyPhrase('protected action', 'authentication context');
        if (asked === undefined && facts.status !== 401 && facts.status !== 403) return undefined;
        const at = asked ?? context;
        if (at === undefined || facts.of('aadsts').length > 0) return undefined;
        return {
          strength: asked !== undefined && context !== undefined ? 'strong' : 'weak',
          at,
          says: 'The action asks for a stronger sign-in (an authentication context) than the token was issued with',
        };
      },
    },
    {
      kind: 'phrase',
      phrases: ['unable to parse claims from response', 'insufficient_claims', 'claimschallenge', 'claims challenge'],
      strength: 'weak',
      says: 'A client library speaks of a claims challenge, or looks for one after every 401',
    },
  ],
  headline: (facts) => `${sentence(theApi(facts))} answers with a claims challenge: ${reason(facts)}.`,
  steps: (facts) => {
    const claims = challenge(facts);
    const location = facts.phrase('locationconditionevaluationsatisfied') !== undefined;
    return [
      ...(location
        ? [
            {
              text: 'Call from a network that the tenant’s policy allows, or have an administrator add this address to the named location (a proxy or VPN may show another address to Entra ID than to the API).',
            },
          ]
        : []),
      {
        text: `Take the claims out of the header, decode them from base64, and give them to the next token request (claims in MSAL), once${claims === undefined ? '.' : ':'}`,
        ...(claims === undefined ? {} : { value: claims.json }),
      },
      {
        text: 'Let the person sign in interactively when the silent request answers interaction_required; an app without a person asks for a new token with the claims.',
      },
      {
        text: 'Declare the client capability cp1, so that MSAL handles these challenges:',
        value: 'clientCapabilities: ["CP1"]',
      },
      { text: 'Never repeat the call with the same token: it is refused again.' },
    ];
  },
  patches: ['claims-challenge'],
  check: () => ({
    text: 'After one new sign-in with the claims the call answers 200, and no further challenge comes.',
  }),
  forward: (facts) =>
    `Continuous access evaluation refuses calls to ${theApi(facts)}: ${reason(facts)}. Please check the Conditional Access policies and named locations that apply to ${facts.values.user ?? facts.values.clientId ?? 'this app'}.`,
  sources: [
    {
      title: 'Claims challenges, claims requests and client capabilities',
      url: 'https://learn.microsoft.com/entra/identity-platform/claims-challenge',
    },
    {
      title: 'Continuous access evaluation in your apps',
      url: 'https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'PATCH https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies/1 fails with «additional claims required»; our protected actions ask for an authentication context',
    },
    {
      paste:
        '{"error":{"code":"RoleAssignmentRequestAcrsValidationFailed","message":"&claims=%7B%22access_token%22%3A%7B%22acrs%22%3A%7B%22essential%22%3Atrue%2C%20%22value%22%3A%22c3%22%7D%7D%7D"}}',
      verdict: 'certain',
    },
    {
      paste:
        'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNzc3ODkwMDAwIn19fQ=="',
      verdict: 'certain',
    },
    {
      paste:
        'ODataError: Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenCreatedWithOutdatedPolicies',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"InvalidAuthenticationToken","message":"Continuous access evaluation resulted in challenge with result: InteractionRequired and code:\\r\\n LocationConditionEvaluationSatisfied"}}',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        '{"error":"interaction_required","error_description":"AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication to access \'00000003-0000-0000-c000-000000000000\'.","error_codes":[50076],"suberror":"basic_action","claims":"{\\"access_token\\":{\\"capolids\\":{\\"essential\\":true,\\"values\\":[\\"8fb03cb6-ef96-4793-a76f-1fe5906c68eb\\"]}}}"}',
      cause: 'mfa-required',
    },
  ],
};
