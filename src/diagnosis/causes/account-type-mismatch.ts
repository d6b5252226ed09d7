import type { Facts } from '../facts/facts.ts';
import { registrationLink } from '../fix/portal-links.ts';
import { accountAudience, authorityOf, registeredAgainstAuthority } from './accounts/account-audience.ts';
import { accountHome, namedAccount } from './accounts/account-home.ts';
import {
  appOnPersonalMailbox,
  COMMON_EXPECTED,
  consumerIssuerInDetails,
  consumerIssuerRefused,
  ISSUER_CLAIM,
  inConsumerTenant,
  isPersonal,
  NO_PERSONAL,
  NOT_AUTHENTICATED,
  notAJwt,
  PERSONAL_SIGNS,
  PERSONAL_WORDS,
  personalAtOrganisations,
  personalTokenAtWorkApi,
  registrationAgainstAuthority,
  saidPersonal,
  TOLD_ACCOUNTS,
  toldPersonalAtWorkApi,
} from './accounts/personal-account.ts';
import type { RootCause } from './root-cause.ts';
import { workOnly } from './scopes/scope-fault.ts';
import { scopeRequests } from './scopes/scope-requests.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { retold } from './words/told.ts';
import { sentence, theApp, theCall } from './words/wording.ts';

/** The tenant in which a personal account is looked for when it belongs to no organisation. */
const NO_DIRECTORY = /['"]Microsoft Services['"]/;
/** The v1 endpoint never took personal accounts; older texts say so under 50020. */
const V1_ONLY = /from this api version for a Microsoft account/i;

/** A sentence with the account, the app and what does not fit. */
/** AADSTS50194 names the endpoint that was called. */
const SHARED_ENDPOINT = /\busage of the \/(common|organizations) endpoint/i;

function headline(facts: Facts): string {
  const words = issuerWords(facts);
  const codes = new Set(facts.of('aadsts').map((item) => item.code));
  if (codes.size === 0 && appOnPersonalMailbox(facts) !== undefined)
    return `${facts.values.mailbox} is a personal Microsoft account: ${theApp(facts)} signs in as itself and can never reach it.`;
  const account = namedAccount(words) ?? facts.values.user;
  if (codes.has(50194) || facts.anyPhrase('is not configured as a multi-tenant application') !== undefined)
    return `${sentence(theApp(facts))} is registered for one tenant only, but the sign-in goes to /${SHARED_ENDPOINT.exec(words)?.[1] ?? authorityOf(facts) ?? 'common'}.`;
  if (codes.has(500208))
    return 'A customer of an external tenant (Microsoft Entra External ID) signs in at an address that takes work accounts only.';
  if (codes.has(9002331) || codes.has(9002346))
    return `${sentence(theApp(facts))} takes personal Microsoft accounts only, but the sign-in goes to ${authorityOf(facts) ?? 'an address for work accounts'}.`;
  if (codes.has(9002332))
    return `${sentence(theApp(facts))} takes work and school accounts only, but the sign-in goes to /consumers.`;
  if (codes.has(9001023))
    return 'This kind of sign-in (password, Windows) works with a tenant of its own only, not at /common or /consumers.';
  if ((codes.has(700016) || codes.has(70001)) && inConsumerTenant(words))
    return `${sentence(theApp(facts))} is not registered for personal Microsoft accounts, and a personal account signed in.`;
  if (codes.has(90130) || codes.has(90124) || codes.has(90129))
    return `${sentence(theApp(facts))} is not one that can be reached at /common or /consumers: use /organizations or the tenant.`;
  if (V1_ONLY.test(words) || codes.has(500201) || codes.has(90027))
    return 'A personal Microsoft account signed in at the v1 endpoint, which takes work and school accounts only.';
  if (facts.anyPhrase(...NOT_FOR_WORK) !== undefined)
    return `${account ?? 'A person'} signed in with a work or school account; ${theApp(facts)} takes personal Microsoft accounts only here${authorityOf(facts) === undefined ? '' : ` (the sign-in goes to /${authorityOf(facts)})`}.`;
  const stated = registeredAgainstAuthority(facts);
  if (codes.size === 0 && stated !== undefined) return stated;
  if (personalAtOrganisations(facts) !== undefined)
    return `${account ?? 'A personal Microsoft account'} cannot sign in at /organizations, which takes work and school accounts only.`;
  if (codes.size === 0 && facts.of('told').some((item) => item.circumstance === 'personal-account-at-one-tenant'))
    return `A personal Microsoft account signs in, but ${theApp(facts)} is registered for one tenant only.`;
  if (facts.anyPhrase(...NOT_FOR_PERSONAL) !== undefined)
    return `${facts.values.user ?? 'A personal Microsoft account'} signed in${facts.values.user === undefined ? '' : ' with a personal Microsoft account'}; ${theCall(facts)} takes work and school accounts only.`;
  if (facts.phrase('is not enabled for consumers') !== undefined)
    return `The sign-in of personal Microsoft accounts does not know ${theApp(facts)}: it is not registered for them, or the client id is wrong.`;
  if (
    facts.anyPhrase('sign in here with a personal account', 'personal microsoft accounts are not supported') !==
      undefined ||
    consumerIssuerRefused(facts) !== undefined ||
    isPersonal(facts) ||
    codes.has(500200)
  ) {
    // An address that somebody writes beside the page may be the work account that was meant.
    const isTold =
      namedAccount(words) === undefined &&
      facts.of('setting').some(({ name, values }) => name === 'told-person' && values[0] === account);
    const who =
      account === undefined || isTold
        ? 'A personal Microsoft account signed in'
        : `${account} is a personal Microsoft account`;
    return facts.need !== null && facts.need.personal.length === 0
      ? `${who}; ${theCall(facts)} takes work and school accounts only.`
      : `${who}; ${theApp(facts)} does not take personal accounts here.`;
  }
  if (codes.has(50020) && accountHome(words) === null && saidPersonal(facts))
    return `${sentence(theApp(facts))} sends personal Microsoft accounts to one tenant (${facts.values.tenant ?? facts.values.authorityTenant ?? 'the one of the organisation'}), which does not know them.`;
  return `The account is of a kind (personal, work, other organisation) that ${theApp(facts)} or its sign-in address does not take.`;
}

/** The sign-in page of personal accounts to somebody with another one. */
const NOT_FOR_WORK = [
  'sign in here with a work or school account',
  'sign in with a work or school account. use your personal',
  'fts-, schul- oder unikonto anmelden',
  'fts- oder schulkonto anmelden',
] as const;

/** The code of the paste builds a client without a secret, and none with one. */
function isPublicClient(facts: Facts): boolean {
  const said = facts.of('setting').flatMap(({ name, values }) => (name === 'public-client' ? values : []));
  return said.includes('true') && !said.includes('false');
}

/** Codes of an app that takes only accounts of its own tenant, or of a grant that is offered at a tenant only. */
const AT_ITS_TENANT: ReadonlySet<number> = new Set([50194, 650059, 9001023]);
const PERSONAL_ONLY: ReadonlySet<number> = new Set([9002331, 9002346]);
const ORGANISATIONS_ONLY: ReadonlySet<number> = new Set([9002332, 90124, 90129, 90130, 500201, 90027]);

/** The authority that lets in the accounts which the app is for, as far as the paste tells that. */
function signInAt(facts: Facts): 'common' | 'organizations' | 'consumers' | 'own-tenant' | undefined {
  const codes = facts.of('aadsts').map((item) => item.code);
  const audience = accountAudience(facts);
  if (codes.some((code) => AT_ITS_TENANT.has(code))) return 'own-tenant';
  if (facts.anyPhrase('is not configured as a multi-tenant application') !== undefined) return 'own-tenant';
  if (codes.some((code) => PERSONAL_ONLY.has(code)) || audience === 'personal-only') return 'consumers';
  if (codes.some((code) => ORGANISATIONS_ONLY.has(code))) return 'organizations';
  if (facts.need !== null && facts.need.personal.length === 0 && isPersonal(facts)) return 'organizations';
  if (facts.anyPhrase(...NOT_FOR_PERSONAL) !== undefined) return 'organizations';
  if (authorityOf(facts) !== 'consumers')
    return accountHome(issuerWords(facts)) === 'organisation' ? 'organizations' : 'common';
  // At /consumers no work account gets in, so one was meant to.
  return audience === 'organisations' ? 'organizations' : audience === 'one-tenant' ? 'own-tenant' : 'common';
}

/** Graph and the services behind it, of a call that takes work and school accounts only. */
const NOT_FOR_PERSONAL = [
  'not supported for msa account',
  'not supported for msa request',
  'not supported for msa user',
  'msa accounts are not supported',
] as const;

export const accountTypeMismatch: RootCause = {
  id: 'account-type-mismatch',
  title: 'This kind of account cannot be used here',
  owner: 'app-developer',
  explanation:
    'There are personal Microsoft accounts (outlook.com, hotmail.com, any address registered as one) and work or school accounts of an organisation. Two settings must both let an account in: «Supported account types» of the registration (signInAudience), and the tenant part of the authority: a tenant id takes that tenant’s accounts, organizations all work accounts, consumers personal ones, common both. Some APIs and libraries take work accounts only: most of Graph outside mail, calendar, contacts, files and tasks, and all that reads a token as a JWT.',
  symptoms: [
    'AADSTS50020 with the identity provider live.com, AADSTS500200, AADSTS500202',
    'AADSTS50194 «not configured as a multi-tenant application»',
    'AADSTS9002331, AADSTS9002332, AADSTS9002346',
    'unauthorized_client «The client does not exist or is not enabled for consumers»',
    '«You can’t sign in here with a personal account»',
    '«Invalid issuer» with 9188040d-6c67-4c5b-b112-36a304b66dad',
  ],
  explains: [
    'mailbox-unavailable',
    'user-not-found',
    'token-malformed',
    'issuer-mismatch',
    'interaction-required',
    'token-cache-miss',
    'token-missing',
  ],
  rules: [
    {
      kind: 'code',
      codes: [
        500200, 500201, 500202, 500204, 500205, 500206, 500207, 500208, 50194, 90027, 90084, 90124, 90129, 90130, 90139,
        650059, 1000030, 1003034, 9001023, 9002328, 9002331, 9002332, 9002337, 9002339, 9002346,
      ],
      strength: 'decisive',
      says: (facts, code) =>
        `AADSTS${code.code}: ${SAYS[code.code] ?? 'the account, the app and the address are not for the same kind of account'}${authorityOf(facts) === undefined ? '' : ` (the sign-in goes to ${authorityOf(facts)})`}`,
    },
    {
      kind: 'code',
      codes: [50020, 90072, 500211, 50177, 50178, 51004],
      strength: 'decisive',
      when: (facts, code) =>
        (accountHome(codeWords(facts, code)) === 'personal' && NO_DIRECTORY.test(codeWords(facts, code))) ||
        V1_ONLY.test(codeWords(facts, code)),
      says: 'The account is a personal one without any directory (identity provider live.com, tenant «Microsoft Services»)',
    },
    {
      // A tenant id in the authority, or an app for one tenant: the personal account was never meant to be let in there.
      kind: 'code',
      codes: [50020, 90072, 500211, 50177, 50178, 51004],
      strength: 'strong',
      when: (facts, code) =>
        accountHome(codeWords(facts, code)) === 'personal' && !NO_DIRECTORY.test(codeWords(facts, code)),
      says: 'The identity provider is live.com: a personal Microsoft account, in the tenant of an organisation',
    },
    {
      kind: 'code',
      codes: [50020, 90072, 500211],
      strength: 'strong',
      when: (facts, code) =>
        accountHome(codeWords(facts, code)) === 'organisation' &&
        (accountAudience(facts) === 'organisations' || accountAudience(facts) === 'everyone'),
      says: 'The account is of another organisation and the app is registered for several: the authority must not name one tenant',
    },
    {
      kind: 'code',
      codes: [50020, 90072],
      strength: 'hint',
      when: (facts, code) => accountHome(codeWords(facts, code)) === 'organisation',
      says: 'If the app is meant for several organisations, the authority should be /organizations',
    },
    {
      kind: 'code',
      codes: [50020, 90072],
      strength: 'weak',
      when: (facts, code) =>
        accountHome(codeWords(facts, code)) === null && !V1_ONLY.test(codeWords(facts, code)) && !saidPersonal(facts),
      says: 'The account is not in this tenant; where it is a personal one, its kind is the reason',
    },
    {
      // Without the name of the identity provider: the text says itself whose accounts are refused.
      kind: 'code',
      codes: [50020, 90072],
      strength: 'strong',
      when: (facts, code) =>
        accountHome(codeWords(facts, code)) === null && !V1_ONLY.test(codeWords(facts, code)) && saidPersonal(facts),
      says: 'The account is not in this tenant, and the text speaks of personal Microsoft accounts',
    },
    {
      kind: 'code',
      codes: [16000],
      strength: 'strong',
      when: (facts, code) =>
        accountHome(codeWords(facts, code)) === 'personal' &&
        !facts.of('oauth-request').some((item) => item.parameters.prompt === 'none'),
      says: 'The chosen account is a personal one (identity provider live.com)',
    },
    {
      kind: 'code',
      codes: [16000],
      strength: 'weak',
      when: (facts, code) =>
        accountHome(codeWords(facts, code)) === 'personal' &&
        facts.of('oauth-request').some((item) => item.parameters.prompt === 'none'),
      says: 'The signed-in account is a personal one (identity provider live.com)',
    },
    {
      // #EXT# names stand for guests; a password sign-in looks for a member of that name.
      kind: 'code',
      codes: [50034],
      strength: 'strong',
      when: (facts, code) => /#EXT#/i.test(codeWords(facts, code)),
      says: 'A guest’s name (#EXT#) was used in a password sign-in, which takes members of the tenant only',
    },
    {
      kind: 'code',
      codes: [700016, 70001],
      strength: 'decisive',
      when: (facts, code) => inConsumerTenant(codeWords(facts, code)),
      says: 'The app was looked for in the tenant of personal accounts, for which it is not registered',
    },
    {
      kind: 'code',
      codes: [500011],
      strength: 'strong',
      when: (facts, code) => inConsumerTenant(codeWords(facts, code)),
      says: 'The API was looked for in the tenant of personal accounts, for which it is not registered',
    },
    {
      kind: 'code',
      codes: [90010],
      strength: 'decisive',
      when: (facts, code) => /common or \/?consumers|over the \/common/i.test(codeWords(facts, code)),
      says: 'This grant is not offered at /common or /consumers',
    },
    {
      kind: 'code',
      codes: [70011],
      strength: 'strong',
      when: (facts) => isPersonal(facts) && scopeRequests(facts).some((request) => workOnly(request.scopes).length > 0),
      says: (facts) =>
        `A personal account cannot have ${workOnly(scopeRequests(facts).flatMap((request) => request.scopes)).join(', ')}`,
    },
    {
      kind: 'phrase',
      phrases: [
        'sign in here with a personal account',
        ...NOT_FOR_WORK,
        'sich hier nicht mit einem pers',
        'pas vous connecter ici avec un compte personnel',
        'non puoi accedere qui con un account personale',
        'hier niet aanmelden met een persoonlijk account',
        'entrar aqui com uma conta pessoal',
        'personal microsoft accounts are not supported for this application',
        'is a personal microsoft account. personal',
        'is not configured as a multi-tenant application',
        'usage of the /common endpoint is not supported for such apps',
        'please use the /consumers endpoint',
        'configured for use by microsoft account users only',
        'configured for use by azure active directory users only',
        'over the /common or /consumers endpoint',
        'issue tokens from this api version for a microsoft account',
        ...NOT_FOR_PERSONAL,
        'personal microsoft accounts are not supported',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('vendor').length === 0,
      says: 'The service says itself that this kind of account is not taken here',
    },
    {
      // The sign-in host of personal accounts has one sentence for «no such app» and «not for personal accounts».
      kind: 'phrase',
      phrases: ['is not enabled for consumers'],
      strength: 'strong',
      says: 'The sign-in of personal accounts does not know this app, or the app is not registered for personal accounts',
    },
    { kind: 'facts', onlyWith: { evidence: ['token'] }, test: personalTokenAtWorkApi },
    {
      kind: 'facts',
      phrases: [NOT_AUTHENTICATED, ...PERSONAL_WORDS, ...NO_PERSONAL],
      onlyWith: { phrases: PERSONAL_WORDS },
      test: toldPersonalAtWorkApi,
    },
    { kind: 'facts', onlyWith: { evidence: ['request'] }, test: appOnPersonalMailbox },
    { kind: 'facts', phrases: ['invalid jwt access token'], onlyWith: 'its phrases', test: notAJwt },
    { kind: 'facts', onlyWith: { evidence: ['oauth-error', 'challenge', 'exception'] }, test: consumerIssuerRefused },
    {
      kind: 'facts',
      phrases: [ISSUER_CLAIM, ...COMMON_EXPECTED],
      onlyWith: { phrases: [ISSUER_CLAIM] },
      test: consumerIssuerInDetails,
    },
    ...TOLD_ACCOUNTS,
    { kind: 'facts', onlyWith: { settings: ['account-types'] }, test: registrationAgainstAuthority },
    { kind: 'facts', phrases: PERSONAL_SIGNS, onlyWith: { phrases: PERSONAL_SIGNS }, test: personalAtOrganisations },
    {
      kind: 'code',
      codes: [65005, 650051],
      strength: 'strong',
      when: (facts, code) => codeWords(facts, code).includes('unmanaged state'),
      says: 'The organisation of the account is unmanaged (made by self-service sign-up): an administrator must take it over first',
    },
    retold(
      {
        'personal-account-said-absent': 'A personal account is said to be refused because it is not in the tenant',
        'personal-account-kept-out':
          'A personal account is said to be kept out, and the app or its authority to take work or school accounts',
      },
      { strength: 'strong', unnamed: 'weak' },
    ),
  ],
  headline,
  steps: (facts) => {
    const codes = new Set(facts.of('aadsts').map((item) => item.code));
    const link = registrationLink('authentication', facts.values);
    const tenant = facts.values.tenant ?? 'YOUR_TENANT_ID';
    const host = facts.values.loginHost ?? 'login.microsoftonline.com';
    if (codes.has(500208))
      return [
        {
          text: 'The tenant is one for customers (Microsoft Entra External ID): its customers sign in at the address of its own, and never at login.microsoftonline.com. Set the authority (or issuer, or the host of the library) to',
          value: `https://YOUR_TENANT_NAME.ciamlogin.com/${facts.values.tenant ?? ''}`,
        },
        {
          text: 'YOUR_TENANT_NAME is what stands before .onmicrosoft.com on the Overview of that tenant. Where a library knows one host only, use its setting for OpenID Connect of any provider with',
          value: `https://YOUR_TENANT_NAME.ciamlogin.com/${facts.values.tenant ?? 'YOUR_TENANT_ID'}/v2.0/.well-known/openid-configuration`,
        },
        {
          text: 'Administrators of that tenant have work accounts, and get in at both: test with an account of a customer.',
        },
      ];
    if (codes.has(50194) || facts.anyPhrase('is not configured as a multi-tenant application') !== undefined) {
      return [
        {
          text: 'If only your own organisation uses the app, name the tenant in the authority:',
          value: `https://${host}/${tenant}`,
        },
        {
          text: 'If other organisations use it too: App registrations, Authentication, Supported account types: «Multiple Entra ID tenants» (before: «Accounts in any organizational directory»), and keep this authority:',
          value: `https://${host}/organizations`,
          link,
        },
      ];
    }
    if (codes.has(9002331) || codes.has(9002346) || facts.anyPhrase(...NOT_FOR_WORK) !== undefined) {
      return [
        {
          text: 'If only personal accounts use the app, set the authority to',
          value: 'https://login.microsoftonline.com/consumers',
        },
        {
          text: 'If work accounts use it too, widen the registration (Manifest), and sign in at /common:',
          value: '"signInAudience": "AzureADandPersonalMicrosoftAccount"',
          link,
        },
      ];
    }
    if (codes.has(9001023))
      return [
        { text: 'Name the tenant in the authority:', value: `https://${host}/${tenant}` },
        {
          text: 'Better: sign in with a browser or a device code. Personal accounts, guests and accounts with a second factor cannot use a password sign-in at all.',
        },
      ];
    if (appOnPersonalMailbox(facts) !== undefined) {
      return [
        {
          text: 'Let the person sign in (authorization code or device code flow, authority consumers or common), and call /me with that token: an app by itself reaches mailboxes of its own organisation only.',
          value: 'https://login.microsoftonline.com/consumers',
        },
        {
          text: 'Registration: App registrations, Authentication, Supported account types with personal Microsoft accounts, and the delegated permission in place of the application permission.',
          link,
        },
        { text: 'A password that somebody has handed over helps nowhere: basic authentication is closed.' },
      ];
    }
    if (
      facts.anyPhrase(...NOT_FOR_PERSONAL) !== undefined ||
      (facts.need !== null && facts.need.personal.length === 0 && isPersonal(facts))
    ) {
      return [
        { text: `Sign in with a work or school account: ${theCall(facts)} does not exist for personal accounts.` },
        {
          text: 'Keep personal accounts out at the sign-in, so that the refusal comes early:',
          value: `https://${host}/organizations`,
        },
      ];
    }
    return [
      {
        text: 'Decide whose accounts the app is for. Only your organisation: sign out, and sign in with a work account of it. A personal account must not be chosen; a private browser window helps.',
      },
      {
        text: 'Personal accounts too: App registrations, Authentication, Supported account types: «Any Entra ID tenant + personal Microsoft accounts» (before: «Accounts in any organizational directory and personal Microsoft accounts»). In the Manifest it is signInAudience:',
        value: 'AzureADandPersonalMicrosoftAccount',
        link,
      },
      {
        text: 'Then let the authority fit: common for both kinds, consumers for personal accounts only; never a tenant id.',
        value: 'https://login.microsoftonline.com/common',
      },
      {
        text: 'Only this one person: an administrator invites the account as a guest (Users, Invite external user), and the sign-in names the tenant.',
        value: `https://${host}/${tenant}`,
      },
    ];
  },
  patches: (facts) =>
    facts.of('aadsts').some(({ code }) => code === 500208)
      ? []
      : [isPublicClient(facts) ? 'public-account-authority' : 'account-authority'],
  signInAt,
  check: () => ({
    text: 'Sign in again in a private browser window with an account of the right kind. In the new token (or id_token) tid is your tenant, or 9188040d-6c67-4c5b-b112-36a304b66dad for a personal account.',
  }),
  sources: [
    {
      title: 'AADSTS50020: user account from identity provider does not exist in tenant',
      url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist',
    },
    {
      title: 'Supported account types',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-supported-account-types',
    },
    {
      title: 'Endpoints and the tenant in the authority',
      url: 'https://learn.microsoft.com/entra/identity-platform/msal-client-application-configuration#authority',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `Nos clients en @hotmail.fr voient : « Le compte d'utilisateur sélectionné n'existe pas dans le locataire "Contoso" et ne peut pas accéder à l'application dans ce locataire. »`,
    },
    {
      paste:
        'With my private hotmail the sign-in says that the account does not exist in the tenant. Work accounts get in.',
    },
    { paste: 'A gmail user cannot sign in to our Entra app: the page wants a work or school account.' },
    {
      paste: 'authority: https://login.microsoftonline.com/organizations\nuser: bob@hotmail.com cannot sign in',
      verdict: 'likely',
    },
    { paste: 'With authority /organizations a hotmail account is refused at the sign-in.', verdict: 'likely' },
    {
      paste:
        "You can't sign in here with a work or school account. Use your personal account instead.\nauthority: https://login.microsoftonline.com/consumers",
      verdict: 'certain',
    },
    {
      paste:
        'grant_type=client_credentials\nGET https://graph.microsoft.com/v1.0/users/ana.ruiz@hotmail.com/messages\n404 {"error":{"code":"ErrorInvalidUser","message":"The requested user \'ana.ruiz@hotmail.com\' is invalid."}}',
    },
    { paste: 'I sign in with my personal account (outlook.com), but the app registration is single tenant' },
    { paste: 'Anmeldung mit einem persönlichen Konto geht nicht, die App ist AzureADMyOrg' },
    {
      paste:
        'Signed in with a personal Microsoft account. POST https://graph.microsoft.com/v1.0/me/onlineMeetings -> 401 AuthenticationError',
      verdict: 'possible',
    },
    {
      paste:
        'POST https://graph.microsoft.com/v1.0/subscriptions\n400 {"error":{"code":"InvalidRequest","message":"Specified resource is not supported for MSA requests"}}',
      verdict: 'certain',
    },
    { paste: 'unauthorized_client: signInAudience is AzureADMyOrg, and a customer from another company signs in' },
    { paste: 'Office.auth.getAccessToken failed: error 13003, the user identity type is not supported' },
    {
      paste:
        'Sie können sich hier nicht mit einem persönlichen Konto anmelden. Verwenden Sie stattdessen Ihr Geschäfts-, Schul- oder Unikonto.',
    },
    {
      paste:
        "Message: AADSTS50020: User account 'kim.larsen@outlook.com' from identity provider 'live.com' does not exist in tenant 'Fabrikam' and cannot access the application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(fabrikam-planner) in that tenant. The account needs to be added as an external user in the tenant first.",
    },
    {
      paste:
        "MsalServiceException: AADSTS50194: Application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planner) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after 10/15/2018. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
      verdict: 'certain',
    },
    {
      paste:
        "We're unable to complete your request\nunauthorized_client: The client does not exist or is not enabled for consumers. If you are the application developer, configure a new application through the App Registrations in the Azure Portal at https://go.microsoft.com/fwlink/?linkid=2083908.",
    },
    {
      paste: "You can't sign in here with a personal account. Use your work or school account instead.",
      verdict: 'certain',
    },
    { paste: 'Connect-MgGraph -TenantId consumers -Scopes "User.Read"\nConnect-MgGraph : Invalid JWT access token.' },
    {
      paste:
        "Microsoft.IdentityModel.Tokens.SecurityTokenInvalidIssuerException: IDX10205: Issuer validation failed. Issuer: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0'. Did not match: validationParameters.ValidIssuer.",
    },
    {
      paste:
        '{\\"error\\":\\"unauthorized_client\\",\\"error_description\\":\\"AADSTS9002332: Application \'4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\'(planner) is configured for use by Azure Active Directory users only. Please do not use the /consumers endpoint to serve this request.\\"}',
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS700016: Application with identifier '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' was not found in the directory 'Microsoft Accounts'.",
      verdict: 'certain',
    },
    {
      paste:
        'GET https://graph.microsoft.com/v1.0/me/joinedTeams\n403 Forbidden\n{"iss":"https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0","tid":"9188040d-6c67-4c5b-b112-36a304b66dad","aud":"https://graph.microsoft.com","scp":"Team.ReadBasic.All User.Read"}',
    },
    {
      paste:
        'AADSTS9001023: The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: `AADSTS50020: User account from identity provider does not exist in tenant 'Contoso'. It is not a personal account, and not one @hotmail.com.`,
      cause: 'guest-not-invited',
    },
    {
      paste: 'authority: https://login.microsoftonline.com/common\nuser: bob@hotmail.com cannot sign in',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'grant_type=client_credentials\nGET https://graph.microsoft.com/v1.0/users/ana.ruiz@hotmail-hosting.example/messages\n404 {"error":{"code":"ErrorInvalidUser","message":"The requested user is invalid."}}',
      cause: 'mailbox-unavailable',
    },
    {
      paste: 'A personal account works, although the portal still shows something: the app is no longer single tenant',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'This is not a personal Microsoft account. POST https://graph.microsoft.com/v1.0/me/onlineMeetings -> 401 AuthenticationError',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'Signed in with a personal Microsoft account. GET https://graph.microsoft.com/v1.0/me/onlineMeetings -> 200',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        "AADSTS50020: User account 'amara@contoso.com' from identity provider 'https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/' does not exist in tenant 'Fabrikam' and cannot access the application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planner) in that tenant.",
      cause: 'guest-not-invited',
    },
    {
      paste:
        "AADSTS700016: Application with identifier '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' was not found in the directory 'Fabrikam'.",
      cause: 'app-not-found',
    },
    { paste: 'AADSTS50034: The account a@live.com does not exist in contoso.com', cause: 'user-not-found' },
    { paste: 'Connect-MgGraph : Invalid JWT access token.', cause: 'token-malformed' },
  ],
};

const SAYS: Readonly<Record<number, string>> = {
  500200: 'the account is a personal one, and the app takes organisations only',
  500201: 'a personal account at the v1 endpoint, which takes work accounts only',
  500202: 'a guest or personal account at an address without a tenant',
  50194: 'the app is registered for one tenant, and was called at /common',
  650059: 'the app is registered for one tenant, and was used from another',
  90027: 'a personal account at the v1 endpoint',
  1000030: 'the refresh token is one of a personal account, sent to an organisation’s tenant',
  9001023: 'a password sign-in at /common or /consumers',
  9002328: 'administrator consent at common or consumers',
  9002331: 'the app takes personal accounts only',
  9002332: 'the app takes work and school accounts only',
  9002346: 'the app takes personal accounts only',
};
