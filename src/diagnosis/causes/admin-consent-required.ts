import type { Facts } from '../facts/facts.ts';
import { registrationLink, tenantLink } from '../fix/portal-links.ts';
import { adminScopes, adminWords } from './consent-required.ts';
import type { RootCause } from './root-cause.ts';
import { scopeRequests } from './scopes/scope-requests.ts';
import { retold, told } from './words/told.ts';
import { ourApp, sentence, signInReference, theApp } from './words/wording.ts';

function permissions(facts: Facts): string | undefined {
  const admin = adminScopes(facts);
  if (admin.length > 0) return admin.join(', ');
  const all = scopeRequests(facts).flatMap((request) => request.scopes);
  return all.length === 0 ? undefined : [...new Set(all)].join(' ');
}

function pending(facts: Facts): boolean {
  return facts.of('aadsts').some((item) => item.code === 90095 || item.code === 90096);
}

export const adminConsentRequired: RootCause = {
  id: 'admin-consent-required',
  title: 'An administrator must consent',
  owner: 'tenant-admin',
  explanation:
    'The person may not consent to what the app asks for: the permission is one that only administrators may grant, the tenant allows users no consent at all, the app counts as risky (a publisher that is not verified), or assignment is required. An administrator grants it once for everybody, by the consent link or in the portal; after that nobody is asked again.',
  symptoms: [
    '«Need admin approval»: «… needs permission to access resources in your organization that only an admin can grant»',
    '«Approval required»: the page with a field for the reason',
    'AADSTS90094, AADSTS90093, AADSTS900941',
  ],
  explains: ['consent-required', 'interaction-required', 'user-not-assigned', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [90093, 90094, 90095, 90096, 90097, 90098, 90099, 900941, 900942],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: ${SAYS[code.code] ?? 'only an administrator may consent to this'}`,
    },
    {
      kind: 'code',
      codes: [65001],
      strength: 'strong',
      when: (facts, code) => facts.actor !== 'app' && (adminScopes(facts).length > 0 || adminWords(facts, code)),
      says: (facts) =>
        adminScopes(facts).length > 0
          ? `${adminScopes(facts).join(', ')}: only an administrator may consent to it`
          : 'The text says that an administrator has to consent',
    },
    {
      kind: 'code',
      codes: [65001],
      strength: 'hint',
      when: (facts, code) => facts.actor !== 'app' && adminScopes(facts).length === 0 && !adminWords(facts, code),
      says: 'If the tenant allows users no consent, an administrator has to give it',
    },
    {
      // Titles and sentences of the consent page. Translated ones as far as they are written without accents.
      kind: 'phrase',
      phrases: [
        'need admin approval',
        'in your organization that only an admin can grant',
        'in your organisation that only an admin can grant',
        'ask an admin to grant permission to this app',
        "this app requires your admin's approval",
        'requires admin approval before you can access',
        'admin approval required',
        'this app may be risky. if you trust this app, please ask your admin',
        'zustimmung des administrators erforderlich',
        'die nur ein administrator erteilen kann',
        'que seul un administrateur peut accorder',
        'que solo un administrador puede conceder',
        'que somente um administrador pode conceder',
        'che solo un amministratore',
        'die alleen een beheerder',
        'administratorgenehmigung erforderlich',
        'genehmigung durch administrator erforderlich',
        "approbation de l'administrateur",
        'goedkeuring van beheerder',
        "approvazione dell'amministratore",
        'se necesita la aprobaci',
        'beviljas av en administrat',
        'godkjenning fra administrator',
        'administratorgodkendelse',
        'can only be consented to by an administrator',
      ],
      strength: 'decisive',
      when: (facts) => facts.of('vendor').length === 0,
      says: 'This is the page that Entra ID shows when only an administrator may consent',
    },
    {
      kind: 'phrase',
      phrases: ['the grant requires admin permission', 'cannot consent due to lack of permissions'],
      strength: 'decisive',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The sign-in service says that an administrator has to consent',
    },
    {
      // The page with the field for a reason: the tenant has the admin consent workflow switched on.
      kind: 'phrase',
      phrases: [
        'enter justification for requesting this app',
        'request approval for this app',
        'your admin will be notified of this request',
        'grant admin consent for',
      ],
      strength: 'fair',
      when: (facts) => facts.of('vendor').length === 0,
      says: 'The text speaks of the administrator’s consent',
    },
    told('consent-by-admin-pending', {
      strength: 'weak',
      when: (facts) => facts.status === null && facts.api === null && facts.token === null,
      says: 'The consent of an administrator is said to be missing',
    }),
    retold({ 'approval-said-needed': 'The sign-in is said to ask for the approval of an administrator' }),
  ],
  headline: (facts) => {
    const names = permissions(facts);
    if (pending(facts)) return `The request for ${theApp(facts)} lies with an administrator, who has to approve it.`;
    return `${sentence(theApp(facts))} asks for ${names === undefined ? 'permissions that' : `${names}, which`} only an administrator of the tenant may consent to.`;
  },
  steps: (facts) => [
    {
      text: `Consent takes an administrator: Cloud Application Administrator or higher; for application permissions of Graph Privileged Role Administrator. Where that is somebody else, send them the message to forward${facts.values.clientId === undefined ? '' : ', with the consent link in it'}.`,
    },
    {
      text: `Or in the portal: App registrations, ${theApp(facts)}, API permissions, «Grant admin consent for …». In another organisation’s tenant: Enterprise apps, the app, Permissions.`,
      link: registrationLink('api-permissions', facts.values),
    },
    {
      text: 'Ask for less where it is possible: a permission for one’s own data (User.Read, Calendars.ReadWrite) needs no administrator; one that ends in .All often does.',
      ...(permissions(facts) === undefined ? {} : { value: permissions(facts)! }),
    },
    {
      text: 'If every app asks for approval, users may not consent in this tenant. The administrator can allow it for verified publishers and permissions of low risk.',
      link: tenantLink('consent-settings', facts.values),
    },
  ],
  patches: [],
  needsAdminConsent: true,
  check: (facts) => ({
    text: `Enterprise apps, ${theApp(facts)}, Permissions, Admin consent lists the permissions; the next sign-in shows no consent page.`,
  }),
  forward: (facts) =>
    `${sentence(ourApp(facts))} asks for ${permissions(facts) ?? 'permissions that users of our tenant may not grant'}${signInReference(facts)}. Please review the app and its publisher, and grant consent for the organisation${facts.values.clientId === undefined ? ' (Enterprise apps, the app, Permissions)' : ' with the link'} if you agree. Afterwards access can be limited under Enterprise apps, the app, Properties («Assignment required?») and Users and groups.`,
  sources: [
    {
      title: 'Grant tenant-wide admin consent to an application',
      url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent',
    },
    {
      title: 'Configure how users consent to applications',
      url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/configure-user-consent',
    },
    {
      title: 'Unexpected error when performing consent',
      url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/application-sign-in-unexpected-user-consent-error',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    { paste: 'The notes bot wants approval from an admin in the Microsoft window. I sent the request on Monday.' },
    {
      paste:
        'Calendars.Read.Shared, delegated, admin consent required: yes, not granted for Contoso; people see a page for approval',
      verdict: 'possible',
    },
    {
      paste:
        'Rota benötigt Berechtigungen für den Zugriff auf Ressourcen in Ihrer Organisation, die nur ein Administrator erteilen kann.',
      verdict: 'certain',
    },
    {
      paste:
        'Need admin approval\nPlanner\nPlanner needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.',
      verdict: 'certain',
    },
    {
      paste: 'AADSTS90094: The grant requires admin permission.\r\nTrace ID: 2a1f1c0e-3d1b-4d7c-9a55-8f1e6a0d2200',
      verdict: 'certain',
    },
    {
      paste:
        'AADSTS900941: An administrator of Contoso has set a policy that prevents you from granting Planner the permissions it is requesting. Contact an administrator of Contoso who can grant permissions to this application on your behalf.',
      verdict: 'certain',
    },
    {
      paste:
        '?error=access_denied&error_description=AADSTS90093%3a+Calling+principal+cannot+consent+due+to+lack+of+permissions.',
      verdict: 'certain',
    },
    {
      paste:
        'Connect-MgGraph -Scopes "User.Read.All","Group.ReadWrite.All"\nAADSTS65001: The user or administrator has not consented to use the application with ID \'14d82eec-204b-4c2f-b7e8-296a70dab67e\' named \'Microsoft Graph Command Line Tools\'.',
    },
    {
      paste:
        '{"createdDateTime":"2026-03-02T10:11:12Z","appDisplayName":"Planner","status":{"errorCode":90095,"failureReason":"Admin consent is required."}}',
      verdict: 'certain',
    },
    {
      paste:
        'Administratorgenehmigung erforderlich\nPlaner benötigt eine Berechtigung für den Zugriff auf Ressourcen in Ihrer Organisation, die nur ein Administrator erteilen kann.',
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS65001: The user or administrator has not consented to use the application with ID '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31' named 'planner'.",
      cause: 'consent-required',
    },
    {
      paste:
        "AADSTS50105: The signed in user 'amara@contoso.com' is not assigned to a role for the application '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31'(planner).",
      cause: 'user-not-assigned',
    },
  ],
};

const SAYS: Readonly<Record<number, string>> = {
  90093: 'this user may not consent to what the app asks for',
  90095: 'the person may send a request to an administrator',
  90096: 'a request was sent and waits for an administrator',
  90099: 'the partner’s app is not pre-consented in the customer’s tenant',
  900941:
    'the tenant’s policy allows users no consent to this app (its publisher is not verified, or it counts as risky)',
};
