import type { Facts } from '../../facts/facts.ts';
import { MAIL_REFUSALS, mailRefusal } from '../audience/mail-protocol.ts';
import type { Rule, Signal } from '../root-cause.ts';
import { API_NAMES } from '../words/wording.ts';
import {
  applicationPermissionUngranted,
  delegatedPermissionsOfApp,
  isRefused,
  REFUSALS,
  TOLD_PERMISSIONS,
} from './told-permissions.ts';

/** How people tell that the decoded token of an app lists no application permission. */
const NO_ROLES = [
  'no roles',
  'without roles',
  'roles claim missing',
  'roles claim is missing',
  'roles claim is not there',
  'missing roles claim',
  'without a roles claim',
  'without any roles',
  'lacks the roles claim',
  'roles is empty',
  'roles claim is empty',
  'roles: none',
  'roles: []',
  'roles: null',
  'roles: empty',
  'roles: (none)',
  'roles = []',
  'roles=[]',
  '"roles": []',
  '"roles":[]',
  'neither roles nor scp',
  'neither scp nor roles',
  'keine roles',
  'kein roles',
  'roles fehlt',
] as const;

/** The call goes to SharePoint's or Exchange's own API, and the list shows permissions of Microsoft Graph alone. */
function permissionsOfGraphOnly(facts: Facts): Signal | undefined {
  const mail = mailRefusal(facts) !== undefined;
  // A mail protocol has no address of a person's sign-in in it: the list of application permissions tells who calls.
  if (facts.actor !== 'app' && !(mail && facts.actor === null)) return undefined;
  if ((facts.claims.roles?.length ?? 0) > 0 || !(mail || isRefused(facts))) return undefined;
  const api = mail ? 'exchange-imap-smtp' : facts.api;
  if (api !== 'sharepoint' && api !== 'exchange-ews' && api !== 'exchange-imap-smtp') return undefined;
  const headings = facts.of('setting').filter(({ name }) => name === 'permission-api');
  if (headings.length === 0 || headings.some(({ values }) => values[0] !== 'graph')) return undefined;
  const listed = facts.of('setting').find(({ name }) => name === 'application-permissions');
  if (listed === undefined) return undefined;
  if (facts.actor === null && facts.of('setting').some(({ name }) => name === 'delegated-permissions'))
    return undefined;
  return {
    strength: 'strong',
    at: listed.span,
    says: `${listed.values[0]} is listed as a permission of Microsoft Graph; ${API_NAMES[api]} takes permissions of its own only`,
  };
}

/** Application permissions that are missing as portals, frameworks and people tell it. */
export const TOLD_ROLE_RULES: readonly Rule[] = [
  {
    kind: 'facts',
    phrases: REFUSALS,
    onlyWith: { settings: TOLD_PERMISSIONS },
    test: applicationPermissionUngranted,
  },
  { kind: 'facts', phrases: REFUSALS, onlyWith: { settings: TOLD_PERMISSIONS }, test: delegatedPermissionsOfApp },
  {
    // Each API takes the roles of its own: a token for SharePoint or Exchange never holds those of Microsoft Graph.
    kind: 'facts',
    phrases: [...REFUSALS, ...MAIL_REFUSALS],
    onlyWith: { settings: ['permission-api'] },
    test: permissionsOfGraphOnly,
  },
  {
    // What the person saw in the decoded token of an app.
    kind: 'facts',
    phrases: [...NO_ROLES, ...REFUSALS],
    onlyWith: { phrases: NO_ROLES },
    test: (facts) => {
      const at = facts.anyPhrase(...NO_ROLES);
      if (at === undefined || facts.actor === 'user' || !isRefused(facts)) return undefined;
      if (facts.of('vendor').length > 0) return undefined;
      if ((facts.claims.roles?.length ?? 0) > 0 || /\/me(?:\/|$)/i.test(facts.values.path ?? '')) return undefined;
      return {
        strength: facts.actor === 'app' ? 'strong' : facts.microsoft ? 'fair' : 'weak',
        at,
        says: 'You write that the token has no roles: no application permission is granted and consented',
      };
    },
  },
  {
    // Enterprise applications, Permissions: what the portal writes over the empty list of an app or a managed identity.
    kind: 'phrase',
    phrases: ['no admin consented permissions found'],
    strength: 'strong',
    when: (facts) => facts.actor !== 'user' || facts.actorIsTold,
    says: 'The portal lists no permission that an administrator consented to: the app\u2019s token has no roles',
  },
  {
    // ASP.NET Core, [Authorize(Roles = "…")] and RequireRole: the token passed, its roles claim lacks the app role.
    kind: 'phrase',
    phrases: ['rolesauthorizationrequirement:user.isinrole must be true'],
    strength: 'strong',
    when: (facts) => facts.actor === 'app',
    says: 'The API wants an app role that the token of the calling app does not hold',
  },
  {
    // The app may open selected sites and none is selected yet: POST /sites/{id}/permissions.
    // learn.microsoft.com/graph/permissions-selected-overview
    kind: 'facts',
    phrases: ['sites.selected', ...REFUSALS],
    onlyWith: { phrases: ['sites.selected'] },
    test: (facts) => {
      const at = facts.phrase('sites.selected');
      if (at === undefined || facts.actor === 'user' || !isRefused(facts)) return undefined;
      return facts.api === 'sharepoint' || /\/sites(?:[/:]|$)/i.test(facts.values.path ?? '')
        ? {
            strength: 'strong',
            at,
            says: 'Sites.Selected opens no site by itself: each site must be granted to the app',
          }
        : undefined;
    },
  },
];
