import type { Facts } from '../facts/facts.ts';
import { tenantLink } from '../fix/portal-links.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { brokerAnswered, shownByBroker } from './words/broker-answers.ts';
import { codeWords, issuerWords } from './words/code-words.ts';
import { retold } from './words/told.ts';
import { sentence, theApp } from './words/wording.ts';

const SWITCHED_OFF = ['"accountenabled": false', '"accountenabled":false', 'accountenabled : false'] as const;
/** The same switch as the portal names it. */
const SWITCHED_OFF_IN_PORTAL = [
  'enabled for users to sign-in? no',
  'enabled for users to sign-in?: no',
  'enabled for users to sign-in: no',
  'enabled for users to sign in? no',
  'enabled for users to sign in: no',
] as const;
/** Commands and properties of service principals; a person's account has the switch, too. */
const SERVICE_PRINCIPAL = [
  'get-mgserviceprincipal',
  'get-azadserviceprincipal',
  'get-azureadserviceprincipal',
  'az ad sp show',
  'az ad sp list',
  'serviceprincipaltype',
  'approleassignmentrequired',
  'disabledbymicrosoftstatus',
  '/serviceprincipals',
] as const;

/** The switch itself, as Graph, PowerShell and the portal show it. */
function switchedOff(facts: Facts): Signal | undefined {
  const ofTheApp = facts.anyPhrase(...SERVICE_PRINCIPAL) !== undefined;
  const refused = facts.of('aadsts').some((item) => [7000112, 500014, 700016, 7000229].includes(item.code));
  const inPortal = facts.anyPhrase(...SWITCHED_OFF_IN_PORTAL);
  const at = inPortal ?? (ofTheApp || refused ? facts.anyPhrase(...SWITCHED_OFF) : undefined);
  if (at === undefined || (facts.of('aadsts').length > 0 && !refused)) return undefined;
  return { strength: 'strong', at, says: 'The switch of the enterprise application is off (accountEnabled is false)' };
}

const API_CODES: ReadonlySet<number> = new Set([500014, 7000117, 1003019, 1003022]);

/** The API, where it is the one that is switched off. */
function disabledApi(facts: Facts): string | undefined {
  const api = facts.of('aadsts').some((item) => API_CODES.has(item.code));
  if (!api) return undefined;
  return (
    /(?:service principal for resource|resource) ['"]([^'"\n]{3,200})['"]/i.exec(issuerWords(facts))?.[1] ??
    facts.values.resource ??
    ''
  );
}

/** What Office asks for before it opens a mailbox; the usual one behind the tag 4usqa. */
const INFORMATION_PROTECTION = '40775b29-2688-46b6-a3b5-b256bd04df9f';

function askedForByOffice(facts: Facts): boolean {
  return shownByBroker(facts).some(({ code }) => code === 'resource_disabled' || code === 'invalid_resource');
}

/** `Application '0000…'(Power BI Service) is disabled`: services of Microsoft sign in as apps, too. */
const NAMED_APP = /application '([0-9a-f-]{36})'\(([^()\n]{1,80})\)/i;

function disabledClient(facts: Facts): string {
  const { clientId } = facts.values;
  const named = clientId === undefined ? NAMED_APP.exec(issuerWords(facts)) : null;
  return named === null ? theApp(facts) : `the app «${named[2]}» (${named[1]})`;
}

function theDisabled(facts: Facts): string {
  if (askedForByOffice(facts)) return 'a service of Microsoft that Office asks for';
  const api = disabledApi(facts);
  if (api === undefined) return disabledClient(facts);
  return api === '' ? 'the API that was asked for' : `the API ${api}`;
}

export const appDisabled: RootCause = {
  id: 'app-disabled',
  title: 'The app, or the API it asks for, is switched off',
  owner: 'tenant-admin',
  explanation:
    'The enterprise application (service principal) exists in the tenant, and «Enabled for users to sign-in?» is No, or the registration itself was deactivated. An administrator did that, or Microsoft did after abuse, or the subscription behind the service lapsed. A new secret or consent does not help: it must be switched on again.',
  symptoms: [
    'AADSTS7000112 «Application … is disabled»',
    'AADSTS500014 «The service principal for resource … is disabled»',
    'It worked until a day on which nobody deployed anything',
  ],
  explains: ['interaction-required', 'consent-required', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [7000112, 500014, 7000116, 7000117, 1000031, 1003018, 1003019, 1003022],
      strength: 'decisive',
      says: (facts, code) => `AADSTS${code.code}: ${theDisabled(facts)} is switched off in this tenant`,
    },
    {
      // 70001 and 50001 are the old numbers of 7000112 and 500014.
      kind: 'code',
      codes: [70001, 50001],
      strength: 'decisive',
      when: (facts, code) => /disabled/i.test(codeWords(facts, code)) && !/not found/i.test(codeWords(facts, code)),
      says: 'The text says that the app or API is disabled',
    },
    {
      kind: 'phrase',
      phrases: [
        'authorization_identitydisabled',
        'the service principal for resource',
        'disabled by microsoft',
        'disabledduetoviolationofservicesagreement',
        'app has been disabled by',
      ],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0 && facts.microsoft,
      says: 'The text says that the app is switched off',
    },
    {
      kind: 'facts',
      phrases: [...SWITCHED_OFF, ...SWITCHED_OFF_IN_PORTAL, ...SERVICE_PRINCIPAL],
      onlyWith: { phrases: [...SWITCHED_OFF, ...SWITCHED_OFF_IN_PORTAL] },
      test: switchedOff,
    },
    brokerAnswered(['invalid_resource'], 'weak'),
    {
      // https://appuals.com/office-365-login-error-tag-4usqa, and Microsoft’s note on CAA2000B, 4usqa and 49dvs of May 2025
      kind: 'facts',
      onlyWith: { evidence: ['exception'] },
      test: (facts) => {
        const tag = shownByBroker(facts).find(({ code }) => code === 'resource_disabled');
        return (
          tag && {
            strength: 'fair',
            at: tag.span,
            says: 'The tag 4usqa: Office asks for a service (usually Microsoft Information Protection) that is switched off in the organisation',
          }
        );
      },
    },
    retold({ 'app-said-disabled': 'The sign-in is said to tell that the app is disabled' }),
  ],
  headline: (facts) => `${sentence(theDisabled(facts))} is switched off in this tenant.`,
  steps: (facts) => [
    ...(askedForByOffice(facts)
      ? [
          {
            text: 'The service is usually «Microsoft Information Protection API»: look for this application id first. Other services are named in the sign-in log, in the column «Resource» of the failed line.',
            value: INFORMATION_PROTECTION,
          },
        ]
      : []),
    {
      text: `Enterprise apps, All applications (take the filter «Enterprise applications» away), ${theDisabled(facts)}, Properties: «Enabled for users to sign-in?»`,
      value: 'Yes',
      link: tenantLink('enterprise-apps', facts.values),
    },
    {
      text: 'If the switch is greyed out or turns itself off, Microsoft disabled the app: a support request from the tenant is needed.',
    },
    disabledApi(facts) === undefined
      ? {
          text: 'In a multitenant app look in the tenant where the person signs in, and in the app’s home tenant: either can switch it off.',
        }
      : {
          text: 'A service of Microsoft is switched off when its subscription or licence ended: renew it, or switch the enterprise app on.',
        },
  ],
  patches: [],
  check: (facts) => ({
    text: 'accountEnabled of the service principal is true, and the sign-in works a few minutes later:',
    command: `az ad sp show --id ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} --query accountEnabled`,
  }),
  forward: (facts) =>
    `${sentence(theDisabled(facts)).replace(/^Your app$/, 'Our app')} is disabled in our tenant, so nobody can sign in to it. Please look in Entra admin centre, Enterprise apps, Properties, whether «Enabled for users to sign-in?» was set to No on purpose, and set it to Yes if not.`,
  sources: [
    {
      title: 'Disable user sign-in for an application',
      url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/disable-user-sign-in-portal',
    },
    {
      title: 'Microsoft Entra authentication error codes',
      url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'Microsoft login says that the application is disabled. Did somebody switch it off?' },
    { paste: 'Outlook: Something went wrong. [4usqa] Error Code: 3399614475. Webmail works.' },
    {
      paste:
        'Nobody can sign in since noon.\nPS> Get-MgServicePrincipal -Filter "displayName eq \'planner\'" | fl AppId,AccountEnabled\nAppId          : 4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\nAccountEnabled : False',
    },
    { paste: 'Enterprise apps, planner, Properties: Enabled for users to sign-in? No' },
    {
      paste:
        "AADSTS7000112: Application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planner) is disabled.\r\nTrace ID: 2a1f1c0e-3d1b-4d7c-9a55-8f1e6a0d2200",
      verdict: 'certain',
    },
    {
      paste:
        "{'error': 'invalid_resource', 'error_description': \"AADSTS500014: The service principal for resource 'https://api.fabrikam.com' is disabled. This indicate that a subscription within the tenant has lapsed, or that the administrator for this tenant has disabled the application, preventing tokens from being issued for it.\", 'error_codes': [500014]}",
      verdict: 'certain',
    },
    {
      paste:
        'com.microsoft.aad.adal4j.AuthenticationException: {"error_description":"AADSTS70001: Application \'4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31\' is disabled.","error":"unauthorized_client"}',
      verdict: 'certain',
    },
    { paste: '{"status":{"errorCode":7000112,"failureReason":"Application is disabled."}}', verdict: 'certain' },
  ],
  nearMisses: [
    { paste: 'AADSTS50057: The user account is disabled.', cause: 'account-disabled' },
    {
      paste:
        'AADSTS500011: The resource principal named https://api.fabrikam.com was not found in the tenant named 5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77.',
      cause: 'resource-not-found',
    },
  ],
};
