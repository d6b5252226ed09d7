/** Somebody who is to be invited, as far as they are known. */
export type Guest =
  /** Can be invited. */
  | { readonly kind: 'known'; readonly name: string | null; readonly address: string }
  /** Named, or mentioned (then with their id), and not looked up yet. */
  | { readonly kind: 'named'; readonly name: string; readonly objectId?: string }
  /** Several people answer to the name. */
  | { readonly kind: 'several'; readonly name: string; readonly candidates: readonly KnownGuest[] }
  /** Nobody was found, or nobody can be looked up: the person has to say the address. */
  | { readonly kind: 'unknown'; readonly name: string; readonly why: 'not-found' | 'cannot-look-up' };

export type KnownGuest = Extract<Guest, { kind: 'known' }>;

/** Graph takes no more attendees of one event. */
export const MOST_GUESTS = 500;
const LONGEST_ADDRESS = 254;

/** An address that can be sent to, as far as its form tells (RFC 5321 without quoted local parts). */
export function isAddress(text: string): boolean {
  return (
    text.length <= LONGEST_ADDRESS &&
    /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/.test(text)
  );
}

/** Lower case and without repetitions of the same address; the first name stays. */
export function distinctGuests(guests: readonly Guest[]): readonly Guest[] {
  const seen = new Set<string>();
  return guests.filter((guest) => {
    const key = guest.kind === 'known' ? guest.address.toLowerCase() : `name ${guest.name.toLowerCase()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** As a list of people is written and read back: `Sam Lee <sam@contoso.com>`, an address alone, or a name. */
export function guestLabel(guest: Guest): string {
  if (guest.kind !== 'known') return guest.name;
  return guest.name === null ? guest.address : `${guest.name} <${guest.address}>`;
}

/**
 * One entry of a list of people.
 *
 * @returns `null` for what looks like an address and is none
 */
export function parseGuest(text: string): Guest | null {
  const named = /^([^<>]{1,200})<([^<>]{1,254})>$/.exec(text);
  const address = (named?.[2] ?? text).trim();
  if (!address.includes('@')) return { kind: 'named', name: text.trim().slice(0, 100) };
  if (!isAddress(address)) return null;
  const name = named?.[1]?.trim() ?? '';
  return { kind: 'known', name: name === '' ? null : name, address };
}
