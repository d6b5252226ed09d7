import type { Logger } from '../../logging/logger.ts';

/** The part of the masking logger that the bot uses. */
export type BotLogger = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
