import { format } from 'node:util';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import type { LogLevel } from '../settings.ts';
import { maskLogText, maskLogValue } from './mask-log-value.ts';
import { toReadableLine } from './readable-line.ts';

export type Logger = PinoLogger;

export interface LoggerOptions {
  readonly level: LogLevel;
  /** JSON lines for a collector, or one readable line each for a person at a terminal. */
  readonly form: 'json' | 'readable';
  /** Where lines go; standard output where it is left out. */
  readonly destination?: DestinationStream;
}

/**
 * The logger of the service. Everything that goes through it is masked: the message with its interpolated parts, each
 * text in the fields, errors with their stacks and causes, and the fields of child loggers.
 */
export function createLogger({ level, form, destination = process.stdout }: LoggerOptions): Logger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Errors are copied by maskLogValue already; pino's own serializer would look for what is gone.
      serializers: { err: (value: unknown) => value },
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod(args, method) {
          const [fields, message] = maskedArguments(args);
          method.call(this, fields as never, message as never);
        },
      },
    },
    form === 'json' ? destination : { write: (line: string) => destination.write(toReadableLine(line)) },
  );
  return withMaskedChildren(logger);
}

/** pino has no hook for the fields of a child, and writes them into each of its lines. Children inherit this one. */
function withMaskedChildren(logger: Logger): Logger {
  const child = logger.child;
  logger.child = function maskedChild(this: Logger, fields: object, options?: object) {
    return Reflect.apply(child, this, [maskLogValue(fields), options]) as ReturnType<typeof child>;
  } as typeof child;
  return logger;
}

/** `(fields?, format?, ...parts)` as pino takes it, to fields and one finished message, both masked. */
function maskedArguments(args: readonly unknown[]): readonly [object, string | undefined] {
  const [first, ...rest] = args;
  if (typeof first !== 'object' || first === null) return [{}, maskLogText(format(...args))];
  const fields = first instanceof Error ? { err: first } : first;
  const message = rest.length > 0 ? format(...rest) : first instanceof Error ? first.message : undefined;
  return [maskLogValue(fields) as object, message === undefined ? undefined : maskLogText(message)];
}
