import type { FixStep } from '../diagnosis.ts';
import type { AadstsEvidence } from '../evidence/evidence.ts';
import type { Facts } from '../facts/facts.ts';
import { registrationLink, tenantLink } from '../fix/portal-links.ts';
import { isOfATool, NAMES_A_TOOL, signInWithTool, toolClientId } from './accounts/signed-in-tool.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { adminOnly } from './scopes/scope-fault.ts';
import { scopeRequests } from './scopes/scope-requests.ts';
import { appleError } from './words/apple-msal-codes.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { officeAddIn } from './words/office-add-in-codes.ts';
import { retold, told } from './words/told.ts';
import { ourApp, sentence, theApp } from './words/wording.ts';

const DECLINED: ReadonlySet<number> = new Set([65004, 650041]);

function declined(facts: Facts): boolean {
  return facts.of('aadsts').some((item) => DECLINED.has(item.code)) || facts.anyPhrase(...DENIED) !== undefined;
}

/** What getAuthToken of the Teams library says where the consent of the tenant or the person is missing. */
const TEAMS_WANTS_CONSENT = 'resourcerequiresconsent';

/** Teams on desktop and mobile, and on the web. */
const TEAMS_CLIENTS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'] as const;

/** Teams itself asks for a token of the API behind a tab or bot, and may not. */
function teamsAsks(facts: Facts): boolean {
  return TEAMS_CLIENTS.some((id) => id === facts.values.clientId);
}

const DENIED = [
  'denied access to the scope requested by the client',
  'user declined to consent to access the app',
  'msaldeclinedscopeskey',
  'requested scopes have been declined by the server',
] as const;

/** On behalf of a user: what lacks consent is usually the API in the middle, which the message names. */
function onBehalfOf(facts: Facts): boolean {
  return (
    facts
      .of('oauth-request')
      .some(
        (item) =>
          /jwt-bearer/.test(item.parameters.grant_type ?? '') && item.parameters.requested_token_use === 'on_behalf_of',
      ) ||
    facts
      .of('setting')
      .some((item) => item.name === 'grant' && item.values.some((value) => /on_behalf_of|jwt-bearer/.test(value)))
  );
}

/** Scopes asked for that only an administrator may consent to. */
export function adminScopes(facts: Facts): string[] {
  return [...new Set(scopeRequests(facts).flatMap((request) => adminOnly(request.scopes)))];
}

/** The words say that no user may consent: another cause, with another owner. */
export function adminWords(facts: Facts, code: AadstsEvidence): boolean {
  return /only an admin|admin(?:istrator)? (?:permission|approval)|policy that prevents you from granting/i.test(
    codeWords(facts, code),
  );
}

/** The token service of the Bot Framework, when Teams hands it a token and nobody has consented yet. */
function tokenExchange(facts: Facts): Signal | undefined {
  const error = facts
    .of('api-error')
    .find((item) => /^consent[ _]required\b/i.test(item.message) || /^consent_?required$/i.test(item.code));
  if (error !== undefined)
    return {
      strength: 'strong',
      at: error.span,
      says: '«Consent Required»: the person has not consented to the app yet',
    };
  const at = facts.anyPhrase('consent required');
  return at !== undefined && facts.api === 'bot-token-service'
    ? { strength: 'strong', at, says: 'The token service says that consent is missing' }
    : undefined;
}

/** The app of SharePoint for which web parts (SharePoint Framework) get their tokens, by its older name and its newer one. */
function isOfSharePointFramework(facts: Facts): boolean {
  return /^SharePoint Online (?:Web )?Client Extensibility/i.test(facts.values.appName ?? '');
}

/** https://learn.microsoft.com/sharepoint/dev/spfx/use-aadhttpclient */
function stepsInSharePoint(facts: Facts): FixStep[] {
  return [
    {
      text: 'SharePoint admin centre, Advanced, API access: an administrator approves the pending request of the package, for all web parts of the organisation.',
    },
    {
      text: 'Where none is pending: the package asks for the permission in package-solution.json, and is uploaded to the app catalogue again with a higher version.',
      value: `"webApiPermissionRequests": [{ "resource": "Microsoft Graph", "scope": "${facts.need?.work[0] ?? 'User.Read'}" }]`,
    },
    { text: 'Reload the page: the web part gets its token without a page for consent.' },
  ];
}

/** https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-code */
function stepsInTeams(facts: Facts): FixStep[] {
  const authorise: FixStep = {
    text: 'In the registration of the API, Expose an API, the scope access_as_user has Teams on desktop and mobile, and on the web, as authorised client applications: then nobody is asked for it.',
    value: TEAMS_CLIENTS.join('\n'),
    link: registrationLink('expose-an-api', facts.values),
  };
  return [
    ...(teamsAsks(facts) ? [authorise] : []),
    {
      text: 'Let Teams show its consent page: after this error call getAuthToken again, without silent, or with silent: false.',
      value: 'await authentication.getAuthToken({ silent: false })',
    },
    {
      text: 'Or an administrator of that tenant grants the app for everybody: Enterprise apps, the app, Permissions, Grant admin consent.',
      link: tenantLink('enterprise-apps', facts.values),
    },
    {
      text: 'For more of Graph than openid, profile, email, offline_access and User.Read, open a sign-in with these scopes by authentication.authenticate.',
    },
    ...(teamsAsks(facts) ? [] : [authorise]),
  ];
}

/** A tool of Microsoft has no registration of the paster's: they consent in it, or the API lets it in without. */
function stepsWithATool(facts: Facts, scopes: string | undefined): FixStep[] {
  const id = toolClientId(facts);
  const again = signInWithTool(facts, scopes);
  return [
    ...(again === undefined ? [] : [again]),
    {
      text: 'If the page asks for an administrator, one consents there for the organisation, or lets the tool in for everybody by the next step.',
    },
    {
      text: 'For an API of your own: its registration, Expose an API, Add a client application: this id, with the scope ticked. Then nobody is asked.',
      ...(id === undefined ? {} : { value: id }),
    },
  ];
}

export const consentRequired: RootCause = {
  id: 'consent-required',
  title: 'Consent is missing or was declined',
  owner: 'app-developer',
  ownerFor: (facts) =>
    declined(facts) ? 'end-user' : isOfSharePointFramework(facts) ? 'tenant-admin' : 'app-developer',
  explanation:
    'Nobody has agreed yet that this app may use this permission of this API for this person, or the person said no. A silent request, a refresh, a password sign-in or an on-behalf-of exchange cannot ask; only a sign-in in a browser shows the consent page. In an on-behalf-of flow it is usually the API in the middle that lacks the consent: the message names it. Consent is kept per app id, per permission and per tenant.',
  symptoms: [
    "AADSTS65001 «The user or administrator has not consented to use the application with ID '…' named '…'»",
    'suberror consent_required',
    'AADSTS65004: the person declined',
    'AADSTS70000 «scopes requested are unauthorized or expired» with a personal account',
    'Bot Framework token exchange: «Consent Required»',
    'getAuthToken in Teams: resourceRequiresConsent',
  ],
  explains: ['interaction-required', 'token-cache-miss', 'refresh-token-expired', 'token-missing', 'token-malformed'],
  rules: [
    NAMES_A_TOOL,
    officeAddIn(['13002'], 'strong', 'the person left the sign-in or declined the consent'),
    officeAddIn(['13005'], 'strong', 'Office is not pre-authorised for the add-in, or the person has not agreed'),
    {
      // The consent page sends this back when the person presses Cancel.
      kind: 'phrase',
      phrases: ['error_subcode=cancel', '"error_subcode":"cancel"'],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'access_denied with the subcode cancel: the consent page was left with Cancel',
    },
    {
      kind: 'code',
      codes: [65001],
      strength: 'decisive',
      when: (facts, code) => facts.actor !== 'app' && adminScopes(facts).length === 0 && !adminWords(facts, code),
      says: (facts) =>
        `AADSTS65001: nobody has consented to ${theApp(facts)} with these permissions${onBehalfOf(facts) ? ' (it is the API in the middle)' : ''}`,
    },
    {
      kind: 'code',
      codes: [65001],
      strength: 'fair',
      when: (facts, code) => facts.actor !== 'app' && (adminScopes(facts).length > 0 || adminWords(facts, code)),
      says: 'AADSTS65001: consent is missing',
    },
    {
      kind: 'code',
      codes: [65001],
      strength: 'weak',
      when: (facts) => facts.actor === 'app',
      says: 'AADSTS65001: consent is missing',
    },
    {
      kind: 'code',
      codes: [65004, 650041],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: the person saw the consent page and declined or closed it`,
    },
    {
      kind: 'code',
      codes: [50150, 50202, 50204, 50206, 52004, 65007, 90137],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: consent is due before a token can be issued`,
    },
    {
      kind: 'code',
      codes: [90008],
      strength: 'decisive',
      says: 'AADSTS90008: the registration lacks at least the delegated permission User.Read of Microsoft Graph',
    },
    {
      kind: 'code',
      codes: [650056],
      strength: 'strong',
      when: (facts, code) => !/\bsaml\b/i.test(codeWords(facts, code)),
      says: 'AADSTS650056: the registration lists no permission of this API, or nobody has consented to it',
    },
    {
      kind: 'code',
      codes: [650011],
      strength: 'strong',
      when: (facts, code) => !/application uri/i.test(codeWords(facts, code)),
      says: 'AADSTS650011: consent is due',
    },
    {
      // The token endpoint of personal accounts has no 65001.
      kind: 'code',
      codes: [70000],
      strength: 'decisive',
      when: (facts, code) =>
        /scopes? requested (?:are|is) unauthorized or expired|must first sign in and grant/i.test(
          codeWords(facts, code),
        ),
      says: 'The grant does not cover the scopes asked for: the person never consented to them, or took the consent back',
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts
          .of('oauth-error')
          .find((item) => item.suberror === 'consent_required' || item.error === 'consent_required');
        if (error === undefined || facts.of('vendor').length > 0) return undefined;
        const admin = adminScopes(facts).length > 0 || facts.actor === 'app';
        return {
          strength: admin ? 'fair' : facts.of('aadsts').length === 0 ? 'decisive' : 'strong',
          at: error.span,
          says: 'consent_required: the sign-in service wants the consent page shown (OpenID Connect Core, section 3.1.2.6)',
        };
      },
    },
    {
      kind: 'phrase',
      phrases: [...DENIED],
      strength: 'decisive',
      when: (facts) => facts.of('vendor').length === 0 && facts.of('aadsts').every((item) => DECLINED.has(item.code)),
      says: 'The person, or the server for the person, did not grant the permissions',
    },
    {
      kind: 'phrase',
      phrases: [
        'has not consented to use the application',
        'scopes requested are unauthorized or expired',
        'userconsentrequired',
        'classification: consentrequired',
        'user or administrator has not consented',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.actor !== 'app',
      says: 'The text says that consent is missing',
    },
    {
      // Teams says so of getAuthToken({ silent: true }), which may show no page:
      // https://github.com/OfficeDev/microsoft-teams-library-js/issues/691
      kind: 'phrase',
      phrases: [TEAMS_WANTS_CONSENT],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'resourceRequiresConsent: Teams got no token for the page, since nobody in this tenant has consented to the app',
    },
    {
      // The name alone, without the body that it stood in. Other providers of OpenID Connect use it too.
      kind: 'phrase',
      phrases: ['consent_required'],
      strength: 'fair',
      when: (facts) =>
        facts.of('aadsts').length === 0 &&
        facts.of('oauth-error').length === 0 &&
        facts.of('vendor').length === 0 &&
        facts.actor !== 'app',
      says: 'consent_required is the name that OpenID Connect has for a missing consent',
    },
    {
      kind: 'facts',
      phrases: ['consent required'],
      onlyWith: { evidence: ['api-error'], phrases: ['consent required'] },
      test: tokenExchange,
    },
    {
      kind: 'phrase',
      phrases: appleError(-50003),
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'MSAL for Apple platforms (-50003): not all scopes were granted',
    },
    {
      // RFC 8628 names it access_denied; Entra ID says authorization_declined when the person declines the device code.
      kind: 'facts',
      onlyWith: { evidence: ['oauth-error'] },
      test: (facts) => {
        const error = facts.of('oauth-error').find((item) => item.error === 'authorization_declined');
        return error
          ? {
              strength: 'decisive',
              at: error.span,
              says: 'authorization_declined: the person declined the sign-in with the device code',
            }
          : undefined;
      },
    },
    {
      kind: 'facts',
      phrases: ['msaloautherrorkey=access_denied', 'msaloautherrorkey = "access_denied"'],
      onlyWith: 'its phrases',
      test: (facts) => {
        const at = facts.anyPhrase('msaloautherrorkey=access_denied', 'msaloautherrorkey = "access_denied"');
        return at !== undefined && facts.of('aadsts').length === 0
          ? {
              strength: 'weak',
              at,
              says: 'access_denied in the answer to the sign-in page: the person left or declined the consent',
            }
          : undefined;
      },
    },
    {
      // Power Platform's connector “HTTP with Microsoft Entra ID” says it when a connection is made.
      kind: 'phrase',
      phrases: ['consent required: to enable'],
      strength: 'strong',
      says: 'The connector has no consent yet to call this resource for the person',
    },
    told('consent-left', { errors: ['access_denied'], says: 'The person is said to have left the page for consent' }),
    retold({ 'consent-said-missing': 'The consent of the person is said to be missing' }, { unnamed: 'weak' }),
    retold(
      {
        'token-lacks-added-permission':
          'A permission that was added later comes into the token only when the person consents to it',
      },
      { strength: 'weak', unnamed: 'hint' },
    ),
  ],
  headline: (facts) => {
    if (declined(facts))
      return `The person declined the permissions that ${theApp(facts)} asks for, or closed the consent page.`;
    if (onBehalfOf(facts))
      return `Nobody has consented to the permissions that ${theApp(facts)}, the API in the middle, uses on the person’s behalf.`;
    if (facts.of('aadsts').some((item) => item.code === 90008))
      return `${sentence(theApp(facts))} lacks the delegated permission User.Read of Microsoft Graph in its registration.`;
    if (facts.of('aadsts').some((item) => item.code === 70000))
      return `What the person once granted ${theApp(facts)} does not cover ${asked(facts) ?? 'the scopes that are asked for now'}; a refresh cannot ask for more.`;
    if (isOfSharePointFramework(facts))
      return 'Nobody has approved yet what the web part (SharePoint Framework) asks for: its tokens come from an app of SharePoint itself, for which an administrator consents in SharePoint.';
    if (teamsAsks(facts))
      return 'Teams may not get a token for your API: it is not among the authorised client applications of the scope, and nobody has consented to it.';
    if (facts.phrase(TEAMS_WANTS_CONSENT) !== undefined)
      return `Nobody has consented yet to ${theApp(facts)} in this tenant, so Teams gets no token for the page.`;
    return `Nobody has consented yet to what ${theApp(facts)} asks for in this tenant; a silent request cannot ask for it.`;
  },
  steps: (facts) => {
    const scopes = asked(facts);
    if (declined(facts)) {
      return [
        { text: 'Sign in again, and choose «Accept» on the consent page.' },
        {
          text: 'If the permissions seem too wide: ask for fewer scopes at sign-in, and for the rest when a feature needs them.',
        },
      ];
    }
    if (onBehalfOf(facts)) {
      return [
        {
          text: `App registrations, ${theApp(facts)} (the API in the middle), API permissions: add what it calls, then «Grant admin consent».`,
          link: registrationLink('api-permissions', facts.values),
        },
        {
          text: 'Or let the consent page of the client cover both: list the client’s id under knownClientApplications in the Manifest of the API, and let the client ask for',
          value: 'api://CLIENT_ID_OF_THE_API/.default',
          link: registrationLink('manifest', facts.values),
        },
        {
          text: 'Hand interaction_required and its claims back to the client, which signs in again in a browser; the API itself cannot ask.',
        },
      ];
    }
    if (teamsAsks(facts) || facts.phrase(TEAMS_WANTS_CONSENT) !== undefined) return stepsInTeams(facts);
    if (isOfSharePointFramework(facts)) return stepsInSharePoint(facts);
    if (isOfATool(facts)) return stepsWithATool(facts, scopes);
    return [
      {
        text: 'Send the person once through a browser sign-in with exactly the scopes of the request, and with prompt=consent where they were refused before.',
        ...(scopes === undefined ? {} : { value: scopes }),
      },
      {
        text: 'Ask for the same scopes, of the same app id and tenant, in every silent and refresh request: consent to one permission is none to another.',
      },
      {
        text: 'If no consent page appears, or it asks for an administrator, user consent is switched off: an administrator grants it.',
        link: tenantLink('consent-settings', facts.values),
      },
    ];
  },
  patches: (facts) =>
    onBehalfOf(facts)
      ? ['on-behalf-of']
      : isOfATool(facts) ||
          isOfSharePointFramework(facts) ||
          teamsAsks(facts) ||
          facts.phrase(TEAMS_WANTS_CONSENT) !== undefined
        ? []
        : ['silent-then-interactive'],
  needsAdminConsent: (facts) => !declined(facts),
  check: (facts) =>
    declined(facts)
      ? { text: 'The sign-in comes back with a code, and the token request answers 200.' }
      : {
          text: `Enterprise apps, ${theApp(facts)}, Permissions lists the permissions under User consent or Admin consent, and the silent request answers with a token.`,
        },
  forward: (facts) =>
    declined(facts)
      ? undefined
      : `${sentence(ourApp(facts))} asks for ${asked(facts) ?? 'the permissions of its registration'}, and our users cannot consent to it. Please review it and grant consent for the organisation if you agree.`,
  sources: [
    {
      title: 'Permissions and consent overview',
      url: 'https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview',
    },
    {
      title: 'AADSTS65001 and unexpected consent prompts',
      url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/application-sign-in-unexpected-user-consent-error',
    },
    {
      title: 'On-behalf-of flow: gaining consent for the middle-tier application',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#gaining-consent-for-the-middle-tier-application',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste:
        'We added a permission for Graph. Now people who used the Entra app before get that they have not consented.',
    },
    { paste: 'error=access_denied when people press Cancel on «Permissions requested»' },
    { paste: 'getAccessToken: {"code":13002,"name":"User Aborted","message":"User Aborted Consent."}' },
    {
      paste:
        '{"error":"invalid_grant","error_description":"AADSTS65001: The user or administrator has not consented to use the application with ID \'4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\' named \'planner\'. Send an interactive authorization request for this user and resource.","error_codes":[65001],"suberror":"consent_required"}',
      verdict: 'certain',
    },
    {
      paste:
        "InteractionRequiredAuthError: invalid_grant: 65001 - [2026-03-02 10:11:12Z]: AADSTS65001: The user or administrator has not consented to use the application with ID '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' named 'planner'.",
      verdict: 'certain',
    },
    {
      paste:
        'https://app.contoso.com/auth?error=access_denied&error_subcode=cancel&state=x&error_description=AADSTS65004%3a+User+declined+to+consent+to+access+the+app.',
      verdict: 'certain',
    },
    {
      paste:
        'com.microsoft.aad.msal4j.MsalInteractionRequiredException: AADSTS70000: The request was denied because one or more scopes requested are unauthorized or expired. The user must first sign in and grant the client application access to the requested scope.',
      verdict: 'certain',
    },
    {
      paste:
        'error=access_denied&error_description=The user has denied access to the scope requested by the client application.',
      verdict: 'certain',
    },
    {
      paste:
        'POST https://token.botframework.com/api/usertoken/exchange?connectionName=graph&channelId=msteams\n400\n{"error":{"code":"ServiceError","message":"Consent Required"}}',
    },
    {
      paste:
        "MsalUiRequiredException: AADSTS65001: L'utilisateur ou l'administrateur n'a pas accepté d'utiliser l'application avec l'ID '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' nommée 'agenda'.",
      verdict: 'certain',
    },
    {
      paste: '{"error":"authorization_declined","error_description":"The end user denied the authorization request"}',
      verdict: 'certain',
    },
    { paste: 'getAuthToken({ silent: true }) failed: resourceRequiresConsent', verdict: 'certain' },
    { paste: "{code: 13005, name: 'Invalid Grant', message: 'Missing grant for this add-in.'}" },
    {
      paste:
        'Creating the connection in Power Automate fails:\nConsent Required: To enable the HTTP With Microsoft Entra ID connector to access resources on behalf of a signed-in user, grant consent to this application.',
    },
  ],
  nearMisses: [
    { paste: 'AADSTS90094: The grant requires admin permission.', cause: 'admin-consent-required' },
    {
      paste:
        'SCOPES = ["https://graph.microsoft.com/Directory.ReadWrite.All"]\nAADSTS65001: The user or administrator has not consented to use the application with ID \'4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\'.',
      cause: 'admin-consent-required',
    },
    {
      paste: "AADSTS70000: The provided value for the input parameter 'refresh_token' is not valid.",
      cause: 'refresh-token-expired',
    },
  ],
};

function asked(facts: Facts): string | undefined {
  const named = /(?:permissions?|scopes?) ['"]([^'"\n]{3,200})['"]/i.exec(issuerWords(facts))?.[1];
  const lists = scopeRequests(facts).at(-1)?.scopes ?? facts.values.scopes;
  return named ?? (lists === undefined || lists.length === 0 ? undefined : lists.join(' '));
}
