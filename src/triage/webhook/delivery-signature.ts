import { createHmac } from 'node:crypto';

export const SIGNATURE_HEADER = 'why401-signature';

/**
 * What a delivery is signed with: `t=1772445600,v1=…`. The time is signed with the body, so that an old delivery cannot be
 * sent again by somebody who saw it; the name `v1` leaves room for another form beside it.
 *
 * @param secret shared with the receiver
 * @param atMs when it is sent
 * @param body exactly as it is sent
 */
export function deliverySignature(secret: string, atMs: number, body: string): string {
  const seconds = Math.floor(atMs / 1000);
  const code = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${code}`;
}
