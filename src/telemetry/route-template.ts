/**
 * The words of paths that are the same for everybody. Whatever else stands in a path is an id, an address, a tenant or
 * a name, and never gets into a span.
 */
const WORDS: readonly string[] = [
  // Graph
  'v1.0',
  'beta',
  'me',
  'users',
  'events',
  'event',
  'calendar',
  'calendars',
  'calendarView',
  'getSchedule',
  'findMeetingTimes',
  'mailboxSettings',
  'people',
  'instances',
  'accept',
  'decline',
  'cancel',
  'memberOf',
  'licenseDetails',
  'photo',
  'shares',
  'driveItem',
  'content',
  'hostedContents',
  'messages',
  'replies',
  'chats',
  'channels',
  '$value',
  '$batch',
  // Entra ID
  'common',
  'organizations',
  'consumers',
  'oauth2',
  'v2.0',
  'authorize',
  'token',
  'discovery',
  'instance',
  'keys',
  '.well-known',
  'openid-configuration',
  'openidconfiguration',
  // Bot Framework: token service, keys, connector
  'api',
  'usertoken',
  'GetToken',
  'GetTokenStatus',
  'GetAadTokens',
  'SignOut',
  'exchange',
  'botsignin',
  'GetSignInUrl',
  'GetSignInResource',
  'v1',
  'v3',
  'conversations',
  'activities',
  'history',
  'members',
  'pagedmembers',
  'attachments',
  'views',
  'teams',
  'meetings',
  'participants',
  // Managed identity
  'msi',
  'metadata',
  'identity',
];

const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(WORDS.map((word) => [word.toLowerCase(), word]));
/** Longer than any route that is called. */
const MOST_SEGMENTS = 12;

/** `/v1.0/me/events/{id}`: the path with everything taken out that is not one of the words above. */
export function routeTemplate(path: string): string {
  const [bare = ''] = path.split(/[?#]/, 1);
  const segments = bare.split('/').filter((segment) => segment !== '');
  const named = segments.slice(0, MOST_SEGMENTS).map((segment) => BY_LOWER_CASE.get(segment.toLowerCase()) ?? '{id}');
  return `/${named.join('/')}${segments.length > MOST_SEGMENTS ? '/…' : ''}`;
}
