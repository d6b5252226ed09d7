import type { Facts } from '../../facts/facts.ts';
import type { Strength } from '../root-cause.ts';

/**
 * How much a token without the needed permission says of the answer: `null` where the call went well.
 *
 * 403 is made for it (RFC 9110, section 15.5.4; learn.microsoft.com/graph/errors). 401 is given before anybody looks at
 * permissions, though some services behind Graph answer it where 403 is meant; InvalidAuthenticationToken is the word of
 * Graph's own gate, which did not take the token at all.
 */
export function permissionStrength({ status, call }: Facts): Strength | null {
  if (status === null && call?.error == null) return 'strong';
  if (status !== null && status < 400) return null;
  if (call?.error?.code === 'InvalidAuthenticationToken') return 'hint';
  return status === 401 ? 'fair' : 'decisive';
}

/** A subscription that the service behind Graph refuses without a word of its own. */
export const CREATE_REFUSED = [
  'operation: create; exception: [status code: unauthorized; reason: ]',
  'operation: create; exception: [status code: forbidden; reason: ]',
] as const;
