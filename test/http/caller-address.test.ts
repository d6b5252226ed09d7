import { expect, test } from 'vitest';
import { callerAddress } from '../../src/http/caller-address.ts';

const from = (remoteAddress: string | undefined, forwarded?: string): Parameters<typeof callerAddress>[0] => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
});

test.each<[string, string | undefined, number, string | undefined, string]>([
  ['the peer where no proxy is said to be', '192.0.2.1', 0, undefined, '192.0.2.1'],
  ['not a header that anybody can send', '192.0.2.1', 0, '203.0.113.7', '192.0.2.1'],
  ['what the one proxy saw', '10.0.0.1', 1, '203.0.113.7', '203.0.113.7'],
  ['not what the caller put before it', '10.0.0.1', 1, '198.51.100.9, 203.0.113.7', '203.0.113.7'],
  ['the hop before two proxies', '10.0.0.1', 2, '198.51.100.9, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
  ['the peer where hops are missing', '10.0.0.1', 2, '203.0.113.7', '10.0.0.1'],
  ['the peer where the header is no address', '10.0.0.1', 1, 'unknown', '10.0.0.1'],
  ['without the port of App Service', '10.0.0.1', 1, '203.0.113.7:50123', '203.0.113.7'],
  ['a bracketed address of IPv6 with a port', '10.0.0.1', 1, '[2001:db8:1:2:3::7]:50123', '2001:db8:1:2::/64'],
  ['one caller for a whole network of IPv6', '2001:db8:0001:0002:ffff::1', 0, undefined, '2001:db8:1:2::/64'],
  ['short forms of it', '2001:db8::1', 0, undefined, '2001:db8:0:0::/64'],
  ['the loopback of IPv6', '::1', 0, undefined, '0:0:0:0::/64'],
  ['IPv4 in IPv6 as IPv4', '::ffff:192.0.2.1', 0, undefined, '192.0.2.1'],
  ['a peer that is gone', undefined, 0, undefined, ''],
])('takes %s', (_what, peer, proxies, forwarded, expected) => {
  expect(callerAddress(from(peer, forwarded), proxies)).toBe(expected);
});
