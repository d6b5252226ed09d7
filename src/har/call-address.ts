import { maskSecrets } from '../diagnosis/secrets/mask-secrets.ts';

const LONGEST = 160;

/**
 * The address of a call as it may be shown: host and path. The query goes (codes, tokens and signatures stand there);
 * that there was one is told by `?…`.
 */
export function callAddress({ host, pathname, search }: URL): string {
  const address = maskSecrets(`${host}${pathname}`);
  const cut = address.length > LONGEST ? `${address.slice(0, LONGEST - 1)}…` : address;
  return search === '' ? cut : `${cut}?…`;
}
