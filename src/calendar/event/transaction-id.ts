import { createHash } from 'node:crypto';

/**
 * The id by which Graph tells a repeated request from another event. It comes from the draft and not from the attempt:
 * a double click, a retried turn and another instance send the same one. In the form of a UUID (RFC 9562, version 8).
 */
export function transactionIdOf(draftId: string): string {
  const hex = createHash('sha256').update(`why401 event ${draftId}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
