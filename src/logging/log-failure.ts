import { randomBytes } from 'node:crypto';
import type { Logger } from './logger.ts';

/**
 * Logs a failure under an id that can be told to the person it happened to, so that an operator finds its reason.
 *
 * @returns the id, eight hexadecimal digits
 */
export function logFailure(
  logger: Pick<Logger, 'error'>,
  error: unknown,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): string {
  const id = randomBytes(4).toString('hex');
  logger.error({ ...fields, id, err: error }, message);
  return id;
}
