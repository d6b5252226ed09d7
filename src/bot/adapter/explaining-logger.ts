import { isObject } from '../is-object.ts';
import type { BotLogger } from './bot-logger.ts';
import { explainFailure } from './failed-call.ts';

/**
 * A logger that says of a service's refusal what a person who pastes it would read: its root cause, why, and what to do
 * first. Whoever runs the bot finds it beside the error, under the same id.
 */
export function explainingLogger(logger: BotLogger, now: () => number): BotLogger {
  const explaining = (level: 'info' | 'warn' | 'error'): BotLogger['error'] => {
    const log = (fields: unknown, ...rest: unknown[]): void =>
      Reflect.apply(logger[level], logger, [withExplanation(fields, now), ...rest]);
    return log as BotLogger['error'];
  };
  return {
    debug: logger.debug.bind(logger) as BotLogger['debug'],
    info: explaining('info'),
    warn: explaining('warn'),
    error: explaining('error'),
  };
}

function withExplanation(fields: unknown, now: () => number): unknown {
  if (!isObject(fields) || fields.err === undefined) return fields;
  const explained = explainFailure(fields.err, now());
  if (explained === undefined) return fields;
  const { cause, headline, fix } = explained;
  return { ...fields, ...(cause === null ? {} : { cause }), why: headline, ...(fix === null ? {} : { fix }) };
}
