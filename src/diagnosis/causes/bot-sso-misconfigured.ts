import type { SettingEvidence } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { officeAddIn } from './words/office-add-in-codes.ts';

/** Single sign-on of Office add-ins has the same parts as that of tabs in Teams. */
function inOffice(facts: Facts): boolean {
  return facts.of('exception').some(({ library }) => library === 'office-js');
}

/** What Teams and the token service say of the silent exchange, whatever came out of it. */
const EXCHANGE = ['signin/tokenexchange', 'getauthtoken', 'token exchange'] as const;

/** The address of the API that the registration exposes, as far as the paste shows it; an app may have several. */
function exposed(facts: Facts): SettingEvidence | undefined {
  return facts
    .of('setting')
    .find((item) => item.name === 'audience' && /uris?$/i.test(item.key) && item.values.some(isApiAddress));
}

function isApiAddress(value: string): boolean {
  return value.startsWith('api://');
}

/**
 * Teams asks for a token of the resource in the manifest, and Entra ID knows the API by the address that it exposes:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-manifest
 */
function manifestNamesAnother(facts: Facts): Signal | undefined {
  const manifest = facts.of('setting').find((item) => item.name === 'sso-resource');
  const registered = exposed(facts);
  if (manifest === undefined || registered === undefined) return undefined;
  const asked = sameForm(manifest.values[0]!);
  if (registered.values.some((value) => sameForm(value) === asked)) return undefined;
  return {
    strength: facts.anyPhrase(...EXCHANGE) === undefined ? 'strong' : 'decisive',
    at: manifest.span,
    says: `The manifest asks for ${manifest.values[0]}, and the registration exposes ${registered.values.find(isApiAddress)}`,
  };
}

function sameForm(address: string): string {
  return address.toLowerCase().replace(/\/$/, '');
}

/** The address that all places should have: the one that is exposed, else the one that the manifest has. */
function ssoResource(facts: Facts, app: string): string {
  const manifest = facts.of('setting').find((item) => item.name === 'sso-resource')?.values[0];
  return (
    exposed(facts)?.values.find(isApiAddress) ?? (manifest && isApiAddress(manifest) ? manifest : `api://botid-${app}`)
  );
}

/** What Teams compares with the address of the page. */
const OTHER_DOMAIN = 'app resource defined in manifest and iframe origin do not match';

/** The address that the resource should have: with the domain, and the port, of the page that the manifest opens. */
function tabResource(facts: Facts, app: string): string {
  const page = facts.of('setting').find((item) => item.name === 'tab-page')?.values[0];
  return `api://${URL.parse(page ?? '')?.host ?? 'THE_DOMAIN_OF_THE_PAGE'}/${app}`;
}

const SIGN_IN_CARDS = ['oauthprompt', 'oauthcard', 'oauth card', 'signincard', 'sign-in card', 'signin card'] as const;
const NOTHING = [
  'does nothing',
  'nothing happens',
  'not responding',
  'no action',
  'popup',
  'pop-up',
  'blank',
  'not open',
] as const;

/** Teams opens the page behind a sign-in card only where the manifest lists its domain, token.botframework.com. */
function signInPageNotListed(facts: Facts): Signal | undefined {
  const domains = facts.of('setting').find((item) => item.name === 'valid-domains');
  const card = facts.anyPhrase(...SIGN_IN_CARDS);
  if (domains === undefined || card === undefined || facts.of('aadsts').length > 0) return undefined;
  if (domains.values.some((domain) => /(?:^|\*\.|\.)(?:token\.)?botframework\.com$/i.test(domain))) return undefined;
  return {
    strength: facts.anyPhrase(...NOTHING) === undefined ? 'fair' : 'strong',
    at: domains.span,
    says: 'validDomains of the manifest has no token.botframework.com, and Teams opens the sign-in page of no other domain',
  };
}

export const botSsoMisconfigured: RootCause = {
  id: 'bot-sso-misconfigured',
  title: 'Teams single sign-on is not set up consistently',
  owner: 'app-developer',
  explanation:
    'Teams SSO needs four places to agree: the app registration (identifier URI api://botid-{app id} or api://{domain}/{app id}, the scope access_as_user, and the two Teams client ids as pre-authorised), the manifest (webApplicationInfo.id and .resource), the OAuth connection (token exchange URL), and the program, which must answer the invoke signin/tokenExchange with 200 or 412. One difference and Teams stays silent or shows the sign-in button each time.',
  symptoms: [
    '«App resource defined in manifest and iframe origin do not match»',
    'resourcematchfailed, installedappnotfound, invokeerror, tokenmissing (signin/failure)',
    '«Agent returned unsuccessful status code NotImplemented» on signin/tokenExchange',
    'invalid_resource in getAuthToken',
  ],
  explains: ['consent-required', 'invalid-scope', 'resource-not-found', 'interaction-required', 'bot-oauth-connection'],
  rules: [
    officeAddIn(
      ['13004'],
      'strong',
      'the resource in the manifest of the add-in does not fit its domain or its registration',
    ),
    officeAddIn(
      ['13000', '13007', '13012'],
      'fair',
      'single sign-on is not declared in the manifest, not registered, or not offered by this Office',
    ),
    {
      kind: 'phrase',
      phrases: [
        OTHER_DOMAIN,
        'resourcematchfailed',
        'installedappnotfound',
        'installappfailed',
        'authrequestfailed',
        'oauthcardnotvalid',
        'tokenmissing',
        'invalid resource in manifest',
        'the bot is unable to exchange token',
        'unable to exchange token',
        'skill caller is not allowed to issue token exchange',
        'resource is not part of valid domains',
        'app id in the manifest',
        'webapplicationinfo or resource not defined in manifest',
        'failed to get sso token',
        'resourcedisabled',
        'signin/failure',
        'resource match failed',
        'proceed with regular login',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'This is what Teams says when manifest, registration and program do not agree on single sign-on',
    },
    {
      kind: 'facts',
      phrases: ['signin/tokenexchange', 'notimplemented', 'not implemented', 'status code 501'],
      onlyWith: { phrases: ['signin/tokenexchange'] },
      test: (facts) => {
        const at = facts.phrase('signin/tokenexchange');
        if (at === undefined) return undefined;
        if (facts.anyPhrase('notimplemented', 'not implemented', 'status code 501') !== undefined)
          return {
            strength: 'decisive',
            at,
            says: 'The program does not handle the invoke signin/tokenExchange (501 Not Implemented)',
          };
        return {
          strength: 'fair',
          at,
          says: 'The paste is about signin/tokenExchange, the silent half of Teams single sign-on',
        };
      },
    },
    {
      kind: 'facts',
      phrases: [...SIGN_IN_CARDS, ...NOTHING],
      onlyWith: { settings: ['valid-domains'] },
      test: signInPageNotListed,
    },
    {
      kind: 'facts',
      phrases: EXCHANGE,
      onlyWith: { settings: ['sso-resource'] },
      test: manifestNamesAnother,
    },
    {
      // Names that stand in every manifest or client with single sign-on, also where it works.
      kind: 'phrase',
      phrases: ['getauthtokenforapp', 'webapplicationinfo'],
      strength: 'hint',
      says: 'The paste is about Teams single sign-on',
    },
    {
      kind: 'code',
      codes: [65001, 50058, 500131],
      strength: 'weak',
      when: (facts) =>
        facts.anyPhrase('getauthtokenforapp', 'signin/tokenexchange', 'webapplicationinfo') !== undefined,
      says: 'The error came up in Teams single sign-on',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const call = facts.of('request').find((item) => /usertoken\/exchange/i.test(item.path));
        return (
          call && { strength: 'weak', at: call.span, says: 'The token exchange of Teams single sign-on was refused' }
        );
      },
    },
  ],
  headline: (facts) => {
    if (inOffice(facts))
      return 'Single sign-on of the Office add-in is set up differently in the manifest, the app registration and the page that runs.';
    if (facts.phrase(OTHER_DOMAIN) !== undefined) {
      const resource = facts.of('setting').find((item) => item.name === 'sso-resource')?.values[0];
      const page = facts.of('setting').find((item) => item.name === 'tab-page')?.values[0];
      return `The resource in the Teams manifest (webApplicationInfo)${resource === undefined ? '' : `, ${resource},`} names another domain than the page that runs${page === undefined ? '' : ` (${URL.parse(page)?.host})`}.`;
    }
    if (facts.anyPhrase('notimplemented', 'not implemented', 'status code 501') !== undefined)
      return 'The bot does not answer the invoke signin/tokenExchange, so Teams single sign-on cannot finish.';
    const another = manifestNamesAnother(facts);
    if (another !== undefined)
      return `The resource in the Teams manifest (webApplicationInfo) is another address than the registration exposes.`;
    return 'Teams single sign-on is set up differently in the manifest, the app registration and the bot.';
  },
  steps: (facts) => {
    const app = facts.values.botAppId ?? facts.values.clientId ?? 'YOUR_APP_ID';
    const inTab = inOffice(facts) || facts.phrase(OTHER_DOMAIN) !== undefined;
    const notHandled = facts.anyPhrase('notimplemented', 'not implemented', 'status code 501') !== undefined;
    const handle = {
      text: 'Handle signin/tokenExchange in the program (TeamsActivityHandler with a dialog, or TeamsSSOTokenExchangeMiddleware): 200 after the exchange, 412 where it fails.',
    };
    if (inTab) {
      return [
        {
          text: 'The resource holds the domain that the tab is loaded from, without https:// and with the port where there is one. App registrations, Expose an API, Application ID URI:',
          value: tabResource(facts, app),
        },
        {
          text: 'Manifest: the same address in webApplicationInfo, and the domain in validDomains. A tunnel (ngrok, dev tunnels) has a new domain after a restart: change both then.',
          value: `"webApplicationInfo": { "id": "${app}", "resource": "${tabResource(facts, app)}" }`,
        },
        { text: 'Upload the manifest again with a higher version, and reload Teams (or Office).' },
      ];
    }
    const resource = ssoResource(facts, app);
    return [
      ...(notHandled ? [handle] : []),
      { text: 'App registrations, Expose an API: the Application ID URI is', value: resource },
      {
        text: 'There, the scope access_as_user, and as authorised client applications Teams on desktop and mobile, and on the web:',
        value: '1fec8e78-bce4-4aaf-ab1b-5451cc387264\n5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      },
      {
        text: 'Manifest: webApplicationInfo with the same id and resource; validDomains holds token.botframework.com (and for tabs the page’s own domain, which must stand in the resource):',
        value: `"webApplicationInfo": { "id": "${app}", "resource": "${resource}" }`,
      },
      { text: 'Azure Bot, Configuration, OAuth connection: Token Exchange URL is the same Application ID URI.' },
      ...(notHandled ? [] : [handle]),
    ];
  },
  // They are those of a bot; a tab has its domain in the address, and the steps hold its two lines of JSON.
  patches: (facts) => {
    const app = facts.values.botAppId ?? facts.values.clientId ?? 'YOUR_APP_ID';
    const ofABot = facts.phrase(OTHER_DOMAIN) === undefined && ssoResource(facts, app) === `api://botid-${app}`;
    return ofABot ? ['teams-sso-manifest'] : [];
  },
  check: () => ({
    text: 'Remove and install the app again, then sign in: no button appears, and GetToken returns a token.',
  }),
  sources: [
    {
      title: 'Troubleshoot SSO for Teams',
      url: 'https://learn.microsoft.com/microsoftteams/platform/teams-sdk/teams/user-authentication/troubleshooting-sso',
    },
    {
      title: 'Enable SSO for bots',
      url: 'https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'OAuthPrompt in Teams: a click on Sign in does nothing, in the Emulator it is fine\n"validDomains": ["rota-bot.azurewebsites.net"]',
    },
    {
      paste:
        'signin/tokenExchange answers 412\nmanifest: "webApplicationInfo": {"id": "6f0f9bd4-2d3c-4b0e-a7c5-3f7a1c0b1d2e", "resource": "api://rota.example/6f0f9bd4-2d3c-4b0e-a7c5-3f7a1c0b1d2e"}\nApplication ID URI: api://botid-6f0f9bd4-2d3c-4b0e-a7c5-3f7a1c0b1d2e',
      verdict: 'certain',
    },
    {
      paste:
        '{ "type": "invoke", "name": "signin/failure", "value": { "code": "resourcematchfailed", "message": "Resource match failed" } }',
      verdict: 'certain',
    },
    {
      paste:
        'microsoftTeams.authentication.getAuthToken failed: App resource defined in manifest and iframe origin do not match',
      verdict: 'certain',
    },
    {
      paste: '{"name":"signin/failure","value":{"code":"resourcematchfailed","message":"Resource match failed"}}',
      verdict: 'certain',
    },
    {
      paste: 'invoke signin/tokenExchange -> 501\n<BotError>Agent returned unsuccessful status code NotImplemented',
      verdict: 'certain',
    },
    {
      paste:
        'Office.auth.getAccessToken() -> {"code":13004,"name":"Invalid Resource","message":"Invalid resource Url specified in the manifest."}',
    },
    { paste: 'getAuthToken failed: App webApplicationInfo or resource not defined in manifest', verdict: 'certain' },
  ],
  nearMisses: [
    {
      paste:
        'OAuthPrompt in Teams: a click on Sign in does nothing\n"validDomains": ["rota.example", "token.botframework.com"]',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        '"webApplicationInfo": { "id": "11112222-3333-4444-8555-666677778888", "resource": "api://botid-11112222-3333-4444-8555-666677778888" }',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        '"webApplicationInfo": {"id": "6f0f9bd4-2d3c-4b0e-a7c5-3f7a1c0b1d2e", "resource": "api://Rota.example/6f0f9bd4-2d3c-4b0e-a7c5-3f7a1c0b1d2e"}\nidentifierUris: ["api://rota.example/6f0f9bd4-2d3c-4b0e-a7c5-3f7a1c0b1d2e"]',
      cause: 'not-enough-evidence',
    },
    { paste: 'Error: resourceRequiresConsent', cause: 'consent-required' },
    { paste: 'DialogContextError: Could not find Connection Setting with name graph', cause: 'bot-oauth-connection' },
  ],
};
