import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

type Caller = Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } };

/**
 * The address that a request is counted under. A header is believed only for as many hops as there are proxies of ours:
 * each of them appends the address that it saw, and everything further left may be the caller's own invention.
 *
 * @param proxies how many reverse proxies stand in front; Azure App Service, for one, is a single one
 */
export function callerAddress(req: Caller, proxies: number): string {
  const own = req.socket.remoteAddress ?? '';
  if (proxies === 0) return network(own);
  const header = req.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  const said = withoutPort(hops.at(-proxies)?.trim() ?? '');
  return network(isIP(said) === 0 ? own : said);
}

/** App Service writes `203.0.113.7:50123` and `[2001:db8::7]:50123`. */
function withoutPort(hop: string): string {
  const bracketed = /^\[([^\]]{1,64})\](?::\d{1,5})?$/.exec(hop);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  return /^[\d.]{7,15}:\d{1,5}$/.test(hop) ? hop.slice(0, hop.indexOf(':')) : hop;
}

/** One household or server has a whole /64 of IPv6 (RFC 6177): it counts as one caller. */
function network(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).map(withoutLeadingZeros).join(':')}::/64`;
}

function withoutLeadingZeros(group: string): string {
  return group.replace(/^0{1,3}(?=.)/, '');
}
