import type { SettingEvidence, SettingName } from '../../evidence/evidence.ts';
import type { Facts } from '../../facts/facts.ts';
import { covers } from '../../permissions/grant-covers.ts';
import type { Signal } from '../root-cause.ts';

/** Asked for by `isRefused`. */
export const REFUSALS = [
  'access is denied. check credentials and try again',
  'insufficient privileges to complete the operation',
  'authorization_requestdenied',
] as const;

const DENIED =
  /^(?:ErrorAccessDenied|AccessDenied|Forbidden|Authorization_RequestDenied|Unauthorized|UnauthorizedAccess)$/i;

/** The API let the caller in and refuses what it asks for, by status, by code or by its sentence. */
export function isRefused(facts: Facts): boolean {
  if (facts.status !== null) return facts.status === 403 || facts.status === 401;
  return DENIED.test(facts.call?.error?.code ?? '') || facts.anyPhrase(...REFUSALS) !== undefined;
}

/** The settings under which permissions of a registration are told. */
export const TOLD_PERMISSIONS: readonly SettingName[] = [
  'application-permissions',
  'delegated-permissions',
  'ungranted-permissions',
];

function told(facts: Facts, name: SettingName): readonly SettingEvidence[] {
  return facts.of('setting').filter((item) => item.name === name);
}

function names(settings: readonly SettingEvidence[]): readonly string[] {
  return settings.flatMap(({ values }) => values);
}

/** Those of one type that an administrator (or the person) has consented to, as far as is told. */
export function toldGranted(
  facts: Facts,
  name: 'application-permissions' | 'delegated-permissions',
): readonly string[] {
  const ungranted = names(told(facts, 'ungranted-permissions'));
  return names(told(facts, name)).filter((permission) => !ungranted.includes(permission));
}

/** The list of permissions shows an application permission without consent: then the token is issued without the role. */
export function applicationPermissionUngranted(facts: Facts): Signal | undefined {
  const row = ungranted(facts, 'application-permissions');
  if (row === undefined || (facts.actor === 'user' && !facts.actorIsTold) || !isRefused(facts)) return undefined;
  const [name] = row.values;
  if (facts.claims.roles !== undefined && name !== undefined && covers(facts.claims.roles, [name])) return undefined;
  const needed = facts.need === null || facts.need.app.length === 0 || covers(row.values, facts.need.app);
  return {
    strength: needed ? 'strong' : 'weak',
    at: row.span,
    says: `The application permission ${name} is in the registration, and no administrator has consented to it: the token comes without it`,
  };
}

/** The same of a delegated permission: the token's scp does not list it until somebody consents. */
export function delegatedPermissionUngranted(facts: Facts): Signal | undefined {
  const row = ungranted(facts, 'delegated-permissions');
  if (row === undefined || facts.actor === 'app' || !isRefused(facts)) return undefined;
  return {
    strength: 'fair',
    at: row.span,
    says: `The delegated permission ${row.values[0]} is in the registration, and nobody has consented to it`,
  };
}

function ungranted(
  facts: Facts,
  name: 'application-permissions' | 'delegated-permissions',
): SettingEvidence | undefined {
  const listed = names(told(facts, name));
  return told(facts, 'ungranted-permissions').find(({ values }) => values.every((it) => listed.includes(it)));
}

/** Delegated permissions mean nothing to an app that signs in as itself: its token lists application permissions only. */
export function delegatedPermissionsOfApp(facts: Facts): Signal | undefined {
  if (facts.actor !== 'app' || !isRefused(facts) || (facts.claims.roles?.length ?? 0) > 0) return undefined;
  const [delegated] = told(facts, 'delegated-permissions');
  if (delegated === undefined || told(facts, 'application-permissions').length > 0) return undefined;
  if (facts.need !== null && facts.need.app.length === 0) return undefined;
  return {
    strength: 'strong',
    at: delegated.span,
    says: `${delegated.values[0]} is granted as a delegated permission, and the app signs in as itself: that takes the application permission`,
  };
}

/** Application permissions mean nothing to a token of a person: its scp lists delegated ones. */
export function applicationPermissionsOfPerson(facts: Facts): Signal | undefined {
  if (facts.actor !== 'user' || !isRefused(facts)) return undefined;
  const [application] = told(facts, 'application-permissions');
  if (application === undefined || told(facts, 'delegated-permissions').length > 0) return undefined;
  if (facts.claims.scp !== undefined && facts.need !== null && covers(facts.claims.scp, facts.need.work))
    return undefined;
  return {
    strength: 'fair',
    at: application.span,
    says: `${application.values[0]} is an application permission, and a person signs in: their token holds delegated permissions only`,
  };
}
