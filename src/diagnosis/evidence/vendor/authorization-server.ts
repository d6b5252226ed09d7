import { literalList } from '../../text/literal-filter.ts';
import { LiteralPlaces } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { VendorEvidence } from '../evidence.ts';

/** How far before its last part an address may begin. */
const LONGEST = 200;
const MOST_LOOKS = 40;

const ENDPOINTS = literalList(['/token', '/access_token', '/accesstoken', '/authorize', '/oauth_token']);
/** The address up to its last part: a host, and a path that names the protocol. */
const ADDRESS = /^([a-z0-9.-]{4,100})(?::\d{1,5})?(\/[\w./~-]{0,120})$/;
const PROTOCOL = /\/(?:oauth2?|oidc|connect|openid-connect|application\/o|as|o|login\/oauth)(?:\/|$)/;
/** Behind the endpoint's name an address ends, or goes on with its query. */
const ENDED = /^(?:\.\w{1,5})?\/?(?:[\s?#"'`<>)\],;|]|$|\.\s|\.$|:\s)/;

/**
 * Entra ID, personal accounts, External ID, AD FS and what stands for them: Microsoft's hosts, and on a domain of one's own
 * the paths that only they have (`/{tenant}/oauth2/v2.0/token`, a tenant's id or name, `/adfs/`, a managed identity's endpoint).
 */
const MICROSOFT_HOST =
  /(?:microsoft|microsoftonline|windows|azure|live|office|office365|botframework|b2clogin|ciamlogin|chinacloudapi|azurewebsites|azure-api|powerapps|dynamics|sharepoint)[\w.-]{0,20}\.(?:com|net|us|cn|de|ms|io)$/;
const MICROSOFT_PATH =
  /\/adfs\/|\/metadata\/identity\/|\/oauth2\/v2\.0|\/tfp\/|b2c_1|onmicrosoft\.com|\/(?:common|organizations|consumers)\/|[0-9a-f]{8}-[0-9a-f]{4}-/;
const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.)/;

/**
 * The address of another authorization server, whoever runs it: `https://gitlab.example/oauth/token`,
 * `https://ids.example/connect/token`. What it refuses means what it says, not what Entra ID says.
 *
 * @param lower - the part that is looked at, lower case
 */
export function otherAuthorizationServer(text: MappedText, lower: string): VendorEvidence | undefined {
  const places = new LiteralPlaces(text, ENDPOINTS);
  let looks = 0;
  for (let at = places.next(0); at !== -1 && at < lower.length; at = places.next(at + 1)) {
    looks += 1;
    if (looks > MOST_LOOKS) return undefined;
    const scheme = lower.lastIndexOf('://', at);
    if (scheme === -1 || at - scheme > LONGEST || lower.startsWith('login.microsoft', scheme + 3)) continue;
    if (lower.startsWith('login.windows', scheme + 3)) continue;
    const end = endOfName(lower, at);
    if (!ENDED.test(lower.slice(end, end + 8))) continue;
    const match = ADDRESS.exec(lower.slice(scheme + 3, at + 1));
    if (match === null) continue;
    const [, host, path] = match;
    const whole = path! + lower.slice(at + 1, end);
    if (!(PROTOCOL.test(path!) || lower.startsWith('/oauth_token', at) || lower.startsWith('/access', at))) continue;
    if (LOCAL.test(host!) || MICROSOFT_HOST.test(host!) || MICROSOFT_PATH.test(`${whole}/`)) continue;
    return {
      kind: 'vendor',
      span: text.spanOf(scheme - (lower.startsWith('https', scheme - 5) ? 5 : 4), end),
      vendor: 'other-service',
    };
  }
  return undefined;
}

function endOfName(lower: string, at: number): number {
  let end = at + 1;
  while (end - at < 16 && /[a-z_]/.test(lower[end] ?? '')) end += 1;
  return end;
}
