import { literal, literalList } from '../../text/literal-filter.ts';
import { LiteralPlaces, mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import type { OAuthEndpoint } from '../evidence.ts';

/** The address of a sign-in endpoint, or a bare path of one behind a method. */
export interface SignInAddress {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly endpoint: OAuthEndpoint;
  readonly host: string | null;
  readonly tenant: string | null;
  readonly version: 'v1' | 'v2' | null;
  /** Without the question mark, not decoded. */
  readonly query: string;
}

const HOST =
  /(?<![\w.-])(?:login\.microsoftonline\.(?:com|us|de)|login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn|login-us\.microsoftonline\.com|login\.windows\.net|login\.microsoft\.com|sts\.windows\.net|login\.live\.com)(?=[:/?])/y;
/** What the hosts begin with. */
const HOST_MARKS = literalList([
  'login.microsoft',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
  'login-us.microsoftonline.com',
  'login.windows.net',
  'sts.windows.net',
  'login.live.com',
]);
const CUSTOMER_HOST = /(?<![\w.-])[a-z0-9-]{1,63}\.(?:b2c|ciam)login\.com(?=[:/?])/g;
const CUSTOMER_MARKS = literalList(['b2clogin.com', 'ciamlogin.com']);
const PATH_MARK = literal('/oauth2/');
const TARGET =
  /(?::\d{1,5})?((?:[^\s"'`<>\\()[\]|^…]{1,8192}|<[\w .-]{1,60}>|\((?=[^\s"'()]{1,60}\))|(?<=\([^\s"'()]{1,60})\)){0,200})/y;
const BARE =
  /(?<![\w/])(?:GET|POST)\s{1,4}(\/(?:[^\s"'`<>\\?]|<[\w .-]{1,60}>){0,200}\/oauth2\/(?:v2\.0\/)?(?:token|authorize|devicecode)|\/common\/oauth2\/[^\s"']{1,60})(\?[^\s"'`<>\\]{0,8192})?/g;
/** A line of a browser's network list, which shows the last part of the address. */
const LAST_PART = /(?<![\w/.?&=%-])authorize\?([^\s"'`<>\\]{0,8192})/g;
const LAST_PART_MARK = literal('authorize?');
/** What a sentence or emphasis puts behind an address. */
const TRAILING = '.,;:!*&';
const MOST = 200;

/** All sign-in addresses of a text. An `authorization_uri` of a challenge is the API's advice, no request, and left out. */
export function signInAddresses(source: MappedText): SignInAddress[] {
  const { text, lower } = source;
  const found: SignInAddress[] = [];
  microsoftAddresses(source, found);
  if (mayHoldOneOf(source, CUSTOMER_MARKS)) customerAddresses(text, lower, found);
  if (source.mayHold(PATH_MARK)) {
    for (const match of text.matchAll(BARE)) {
      if (found.length >= MOST) break;
      const pathStart = match.index + match[0].indexOf('/');
      const place = endpointOf(match[1]!, null);
      if (place === null) continue;
      found.push({
        start: pathStart,
        end: match.index + match[0].length,
        host: null,
        query: (match[2] ?? '').slice(1),
        ...place,
      });
    }
  }
  if (source.mayHold(LAST_PART_MARK)) lastParts(text, found);
  return found.sort((one, other) => one.start - other.start);
}

function lastParts(text: string, found: SignInAddress[]): void {
  for (const match of text.matchAll(LAST_PART)) {
    if (found.length >= MOST) return;
    // Whose page of that name it is, these two together tell.
    if (!/(?:^|&)client_id=/.test(match[1]!) || !/(?:^|&)(?:response_type|scope)=/.test(match[1]!)) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      host: null,
      query: match[1]!,
      endpoint: 'authorize',
      tenant: null,
      version: null,
    });
  }
}

function microsoftAddresses(source: MappedText, found: SignInAddress[]): void {
  const { text, lower } = source;
  const places = new LiteralPlaces(source, HOST_MARKS);
  for (let at = places.next(0), behind = 0; at !== -1; at = places.next(behind)) {
    behind = at + 1;
    HOST.lastIndex = at;
    const host = HOST.exec(lower)?.[0];
    if (host === undefined) continue;
    if (found.length >= MOST) return;
    const address = read(text, lower, at, at + host.length, host);
    // What stands inside an address, a redirect address for one, is no address of its own.
    behind = Math.max(behind, TARGET.lastIndex);
    if (address !== null) found.push(address);
  }
}

function customerAddresses(text: string, lower: string, found: SignInAddress[]): void {
  let done = 0;
  for (const match of lower.matchAll(CUSTOMER_HOST)) {
    if (found.length >= MOST) break;
    if (match.index < done) continue;
    const address = read(text, lower, match.index, match.index + match[0].length, match[0]);
    done = TARGET.lastIndex;
    if (address !== null) found.push(address);
  }
}

function read(text: string, lower: string, hostStart: number, from: number, host: string): SignInAddress | null {
  TARGET.lastIndex = from;
  const match = TARGET.exec(text);
  if (match === null) return null;
  const target = withoutTrailing(match[1] ?? '', TRAILING);
  const hash = target.indexOf('#');
  const bare = hash === -1 ? target : target.slice(0, hash);
  const question = bare.indexOf('?');
  const place = endpointOf(question === -1 ? bare : bare.slice(0, question), host);
  if (place === null) return null;
  const before = lower.slice(Math.max(0, hostStart - 48), hostStart);
  if (/authorization_?uri\W{0,6}(?:https?:\/\/)?$/.test(before)) return null;
  const scheme = /https?:\/\/$/.exec(before)?.[0].length ?? 0;
  const end = from + match[0].length - ((match[1] ?? '').length - target.length);
  return { start: hostStart - scheme, end, host, query: question === -1 ? '' : bare.slice(question + 1), ...place };
}

const ENDPOINT =
  /^(?:\/(.{1,200}?))?\/(?:oauth2\/(v2\.0\/)?(authorize|token|devicecode|logout|nativeclient)|(v2\.0\/)?(adminconsent)|(?:v2\.0\/)?\.well-known\/(openid-configuration)|(oauth20_(?:authorize|token|logout|remoteconnect)\.srf))\/?$/i;

/** Endpoint, tenant and version by the path. */
function endpointOf(path: string, host: string | null): Pick<SignInAddress, 'endpoint' | 'tenant' | 'version'> | null {
  const match = ENDPOINT.exec(path);
  if (match === null) return null;
  const tenant = match[1]?.split('/')[0] ?? null;
  const live = match[7]?.toLowerCase();
  if (live !== undefined) {
    if (live.includes('remoteconnect')) return null;
    const endpoint = live.includes('token') ? 'token' : live.includes('logout') ? 'logout' : 'authorize';
    return { endpoint, tenant: null, version: null };
  }
  if (match[6] !== undefined) return { endpoint: 'discovery', tenant, version: /\/v2\.0\//i.test(path) ? 'v2' : 'v1' };
  if (match[5] !== undefined)
    return { endpoint: 'adminconsent', tenant, version: match[4] === undefined ? 'v1' : 'v2' };
  const endpoint = match[3]!.toLowerCase();
  if (endpoint === 'nativeclient') return null;
  const b2c = host !== null && (host.endsWith('.b2clogin.com') || host.endsWith('.ciamlogin.com'));
  return {
    endpoint: endpoint as OAuthEndpoint,
    tenant: tenant === 'oauth2' && b2c ? null : tenant,
    version: match[2] === undefined ? 'v1' : 'v2',
  };
}
