import { randomInt } from 'node:crypto';

/** The most that `randomInt` takes. */
const VERSIONS = 2 ** 48 - 1;

/**
 * By chance and not by counting: after a removal a count would begin anew, and a refresh that began before it would find
 * its old version again and overwrite the newer sign-in.
 */
export function newGrantVersion(): number {
  return randomInt(1, VERSIONS);
}
