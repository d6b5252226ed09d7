import type { DelegatedConsent, Mailbox, World } from '../world/world.ts';

/** A world as it was, to go back to. */
export type WorldSnapshot = World;

export function snapshotOf(world: World): WorldSnapshot {
  return structuredClone(world);
}

/**
 * Makes the world what it was, in place, since the servers hold it by reference. What people did meanwhile stays:
 * the events in their mailboxes, and what they consented to.
 */
export function restore(world: World, healthy: WorldSnapshot): void {
  const events = new Map(world.mailboxes.map(({ ownerId, events: kept }) => [ownerId, [...kept]]));
  const consents = structuredClone(world.consents);
  copyInto(world, structuredClone(healthy));
  for (const mailbox of world.mailboxes) putEvents(mailbox, events.get(mailbox.ownerId));
  for (const consent of consents) addConsent(world.consents, consent);
}

/** Goes down to the lists and objects that somebody may hold, and changes them rather than putting others in their place. */
function copyInto(target: object, source: object): void {
  if (Array.isArray(target) && Array.isArray(source)) {
    copyList(target, source);
    return;
  }
  if (target instanceof Set && source instanceof Set) {
    target.clear();
    for (const item of source) target.add(item);
    return;
  }
  for (const key of Object.keys(target)) if (!Object.hasOwn(source, key)) Reflect.deleteProperty(target, key);
  for (const [key, value] of Object.entries(source)) {
    const held: unknown = Reflect.get(target, key);
    if (isObject(held) && isObject(value) && Array.isArray(held) === Array.isArray(value)) copyInto(held, value);
    else Reflect.set(target, key, value);
  }
}

function copyList(target: unknown[], source: readonly unknown[]): void {
  target.length = Math.min(target.length, source.length);
  source.forEach((item, index) => {
    const held = target[index];
    if (isObject(held) && isObject(item) && !Array.isArray(held)) copyInto(held, item);
    else target[index] = item;
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function putEvents(mailbox: Mailbox, events: Mailbox['events'] | undefined): void {
  if (events !== undefined) mailbox.events.splice(0, mailbox.events.length, ...events);
}

function addConsent(consents: DelegatedConsent[], given: DelegatedConsent): void {
  const same = consents.find(
    ({ clientId, tenantId, personId, resource }) =>
      clientId === given.clientId &&
      tenantId === given.tenantId &&
      personId === given.personId &&
      resource === given.resource,
  );
  if (same === undefined) consents.push(given);
  else same.scopes = [...new Set([...same.scopes, ...given.scopes])];
}
