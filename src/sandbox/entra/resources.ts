import { ownPermissionKinds } from '../../diagnosis/permissions/permission-families.ts';
import { kindOf, type PermissionKind } from '../../diagnosis/permissions/permission-table.ts';
import type { AppRegistration, World } from '../world/world.ts';

/** An API that tokens can be asked for. */
export interface Resource {
  readonly appId: string;
  /** The name under which consents are kept. */
  readonly uri: string;
  readonly name: string;
  readonly tokenVersion: 1 | 2;
  /** Its delegated permissions by name in lower case. */
  readonly scopes: ReadonlyMap<string, PermissionKind>;
  /** Where the API is an app of the sandbox's own. */
  readonly app?: AppRegistration;
}

export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
const GRAPH_URI = 'https://graph.microsoft.com';

const MICROSOFT_GRAPH = microsoftApi(GRAPH_APP_ID, GRAPH_URI, 'Microsoft Graph', ownPermissionKinds());

/** Other APIs of Microsoft's: a token for one of them is a token for the wrong audience at Graph. */
const OTHERS: readonly Resource[] = [
  microsoftApi('00000002-0000-0ff1-ce00-000000000000', 'https://outlook.office.com', 'Office 365 Exchange Online', [
    kindOf('Calendars.Read', 'uua'),
    kindOf('Calendars.ReadWrite', 'uua'),
    kindOf('Mail.Read', 'uua'),
    kindOf('Mail.ReadWrite', 'uua'),
    kindOf('Mail.Send', 'uua'),
    kindOf('User.Read', 'uu-'),
    kindOf('IMAP.AccessAsUser.All', 'uu-'),
    kindOf('SMTP.Send', 'uu-'),
  ]),
  microsoftApi('00000002-0000-0000-c000-000000000000', 'https://graph.windows.net', 'Windows Azure Active Directory', [
    kindOf('User.Read', 'uu-'),
    kindOf('Directory.Read.All', 'a-a'),
  ]),
  microsoftApi('797f4846-ba00-4fd7-ba43-dac1f8f63013', 'https://management.azure.com', 'Azure Service Management', [
    kindOf('user_impersonation', 'u--'),
  ]),
];

const MICROSOFT = [MICROSOFT_GRAPH, ...OTHERS];

/** What is meant where no scope names a resource. */
export function graphResource(): Resource {
  return MICROSOFT_GRAPH;
}

/** By identifier URI, with or without a slash at its end, or by app id. */
export function findResource(world: World, name: string): Resource | undefined {
  const wanted = name.replace(/\/$/, '');
  const known = MICROSOFT.find(({ uri, appId }) => uri === wanted.toLowerCase() || appId === wanted.toLowerCase());
  if (known !== undefined) return known;
  const app = world.apps.find(
    ({ clientId, identifierUris }) => clientId === wanted.toLowerCase() || identifierUris.includes(wanted),
  );
  return app === undefined ? undefined : ownApi(app);
}

function microsoftApi(appId: string, uri: string, name: string, kinds: readonly PermissionKind[]): Resource {
  const delegated = kinds.filter((kind) => kind.delegated !== null);
  return {
    appId,
    uri,
    name,
    tokenVersion: 1,
    scopes: new Map(delegated.map((kind) => [kind.name.toLowerCase(), kind])),
  };
}

function ownApi(app: AppRegistration): Resource {
  return {
    appId: app.clientId,
    uri: app.identifierUris[0] ?? app.clientId,
    name: app.name,
    tokenVersion: app.accessTokenVersion,
    scopes: new Map(app.exposedScopes.map((scope) => [scope.toLowerCase(), kindOf(scope, 'uu-')])),
    app,
  };
}
