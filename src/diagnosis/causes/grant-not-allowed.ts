import type { RootCause } from './root-cause.ts';
import { sentence, theApp } from './words/wording.ts';

const NATIVE_OFF = 550022;

export const grantNotAllowed: RootCause = {
  id: 'grant-not-allowed',
  title: 'The grant or response type is not enabled or not supported',
  owner: 'app-developer',
  explanation:
    'The request asks for its token in a way that this app or this endpoint does not offer: the implicit flow (response_type token or id_token) without its checkbox, a grant type that B2C or the v2 endpoint does not know, device code or a password for an app without public client flows. New apps use the authorization code flow with PKCE, and need none of the checkboxes.',
  symptoms: [
    'AADSTS700051, AADSTS700054 «response_type … is not enabled for the application»',
    'unsupported_response_type',
    'AADSTS70003 unsupported_grant_type',
    'AADB2C90086 «The supplied grant_type is not supported»',
  ],
  // Without a token, what is called next gets none, or the word undefined.
  explains: ['token-missing', 'token-malformed'],
  rules: [
    {
      // The native authentication of External ID: https://learn.microsoft.com/entra/identity-platform/reference-native-authentication-api
      kind: 'code',
      codes: [NATIVE_OFF],
      strength: 'decisive',
      says: 'AADSTS550022: the registration is of a confidential client, and native authentication takes public ones',
    },
    {
      kind: 'code',
      codes: [700051, 700054, 70003, 70005, 7000021, 90136],
      strength: 'decisive',
      when: (_, code) => !(code.code === 70005 && /scope/i.test(code.message)),
      says: (_, code) => `AADSTS${code.code}: this grant or response type is not enabled here`,
    },
    {
      // The registration's switch against the response type of the request.
      kind: 'facts',
      phrases: [
        'oauth2allowimplicitflow": false',
        'enableaccesstokenissuance": false',
        'oauth2allowidtokenimplicitflow": false',
        'enableidtokenissuance": false',
      ],
      onlyWith: 'its phrases',
      test: (facts) => {
        const types = facts.of('oauth-request').map((item) => (item.parameters.response_type ?? '').split(/[\s+]+/));
        const access = facts.anyPhrase('oauth2allowimplicitflow": false', 'enableaccesstokenissuance": false');
        const id = facts.anyPhrase('oauth2allowidtokenimplicitflow": false', 'enableidtokenissuance": false');
        if (access !== undefined && types.some((it) => it.includes('token')))
          return {
            strength: 'strong',
            at: access,
            says: 'The request wants response_type=token, and the registration has access tokens of the implicit flow switched off',
          };
        if (id !== undefined && types.some((it) => it.includes('id_token')))
          return {
            strength: 'strong',
            at: id,
            says: 'The request wants response_type=id_token, and the registration has ID tokens of the implicit flow switched off',
          };
        return undefined;
      },
    },
    {
      kind: 'phrase',
      phrases: [
        'unsupported_response_type',
        'unsupported_grant_type',
        'is disabled for this app',
        'is not enabled for the application',
        "response_type 'id_token' is not enabled",
        'the supplied grant_type',
        'grant_type] is not supported',
        'grant type is not supported',
        'implicit grant is disabled',
        "response_type 'token' is not enabled",
        'is not supported for this api version',
      ],
      strength: 'decisive',
      when: (facts) =>
        facts
          .of('aadsts')
          .every((code) => [70005, 700051, 700054, 70003, 90086].includes(code.code) || code.family === 'AADB2C') &&
        facts.of('vendor').length === 0,
      says: 'The service says that this grant or response type is not offered',
    },
    {
      kind: 'phrase',
      phrases: ['is only supported as a user (not a service principal)'],
      strength: 'strong',
      says: 'The tool takes the sign-in of a person from Azure CLI, and an app is signed in there',
    },
    {
      // MSAL: the sign-in with the Windows session goes to the organisation's own federation server, which a managed domain has not.
      kind: 'phrase',
      phrases: [
        'wia can only be used for federated accounts',
        'integrated_windows_auth_not_supported_managed_user',
        'integrated windows auth is not supported for managed users',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'Integrated Windows authentication is for federated domains only, and the account is in a managed one',
    },
  ],
  headline: (facts) => {
    const type = facts
      .of('oauth-request')
      .flatMap(({ parameters }) =>
        parameters.response_type !== undefined
          ? [`the response type ${parameters.response_type}`]
          : parameters.grant_type !== undefined
            ? [`the grant type ${parameters.grant_type}`]
            : [],
      )[0];
    const named = /response_type '([a-z_ ]{2,40})'|grant type '([\w:. -]{2,80})'/i.exec(
      facts
        .of('aadsts')
        .map((item) => item.message)
        .join(' '),
    );
    const said =
      named?.[1] !== undefined
        ? `the response type ${named[1]}`
        : named?.[2] !== undefined
          ? `the grant type ${named[2]}`
          : type;
    return said === undefined
      ? `${sentence(theApp(facts))} asks with a grant or response type that is not enabled for it.`
      : `${sentence(theApp(facts))} asks with ${said}, which is not enabled for it.`;
  },
  steps: (facts) =>
    facts.of('aadsts').some((code) => code.code === NATIVE_OFF)
      ? [
          {
            text: `App registrations, ${theApp(facts)}, Authentication, Settings: «Allow public client flows» and «Enable native authentication», both Yes.`,
          },
          {
            text: 'The app on the phone sends no client secret; a server that needs one gets a registration of its own.',
          },
        ]
      : facts.of('aadsts').some((code) => code.code === 70003)
        ? [
            {
              text: 'Write the grant type as the standards do. For a person’s code, a refresh, and an app that signs in as itself:',
              value: 'authorization_code, refresh_token, client_credentials',
            },
            {
              text: 'For a device code and for on-behalf-of the whole name is sent:',
              value: 'urn:ietf:params:oauth:grant-type:device_code, urn:ietf:params:oauth:grant-type:jwt-bearer',
            },
            {
              text: 'A person’s password (grant_type=password) goes to the tenant’s own address, not to /common or /consumers, and not where a second factor is asked for: use the authorization code flow with PKCE.',
            },
          ]
        : [
            {
              text: 'Use the authorization code flow with PKCE (current MSAL does): it needs no checkbox.',
              value: 'response_type=code',
            },
            {
              text: `Only where an old library must stay: App registrations, ${theApp(facts)}, Authentication, Implicit grant and hybrid flows: tick «ID tokens» (and «Access tokens» for response_type=token).`,
            },
            ...(facts.of('aadsts').some((code) => code.code === 700051 || code.code === 700054)
              ? []
              : [{ text: 'Device code or password: Authentication, «Allow public client flows»: Yes.' }]),
            ...(facts.of('aadsts').some((code) => code.family === 'AADB2C')
              ? [{ text: 'Azure AD B2C knows no on-behalf-of: let the client ask for each API’s token itself.' }]
              : []),
          ],
  patches: (facts) => (facts.of('aadsts').some((code) => code.code === NATIVE_OFF) ? [] : ['pkce']),
  check: () => ({ text: 'The sign-in comes back with ?code=…, and the token request answers 200.' }),
  sources: [
    {
      title: 'Authorization code flow',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
    },
    {
      title: 'Implicit grant flow',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-implicit-grant-flow',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'Unexpected error signing up: AADSTS550022: Confidential Client is not supported in Native Authentication API flow.',
      verdict: 'certain',
    },
    {
      paste:
        'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22&response_type=token&scope=User.Read\n"oauth2AllowImplicitFlow": false',
    },
    { paste: "AADSTS700054: response_type 'id_token' is not enabled for the application.", verdict: 'certain' },
    {
      paste:
        'https://app.contoso.com/#error=unsupported_response_type&error_description=AADSTS700051%3a+The+response_type+%27token%27+is+not+enabled+for+the+application.',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":"unsupported_grant_type","error_description":"AADSTS70003: The app requested an unsupported grant type \'passwords\'.","error_codes":[70003]}',
      verdict: 'certain',
    },
    {
      paste: 'AADB2C90086: The supplied grant_type [urn:ietf:params:oauth:grant-type:token-exchange] is not supported.',
    },
    {
      paste:
        "Exception during 'WindowsIntegratedAuthExchange'. Original context: 'WIA can only be used for federated accounts, but this account was Managed'",
    },
  ],
  nearMisses: [
    {
      paste:
        'ID3242: The security token could not be authenticated or authorized. Federated service at https://sts.fabrikam.com/adfs returned error',
      cause: 'credentials-wrong',
    },
    {
      paste:
        "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      cause: 'client-credential-missing',
    },
  ],
};
