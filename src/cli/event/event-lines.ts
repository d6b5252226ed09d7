import { eventJson } from '../../calendar/event-json.ts';
import { UnderstandOptionsError, understand } from '../../calendar/understand.ts';
import { answerJsonLines, type LineFields } from '../answer-json-lines.ts';
import type { CliIo, ExitStatus } from '../cli-io.ts';

interface Defaults {
  readonly file: string | undefined;
  readonly reference: string;
  readonly timeZone: string;
}

/** `why401 event --jsonl`: lines `{"id", "text", "reference", "timeZone"}` in, the contract's object with its id out. */
export function eventLines(defaults: Defaults, io: CliIo): Promise<ExitStatus> {
  return answerJsonLines(defaults.file, io, {
    form: '{"id", "text", "reference", "timeZone"}',
    what: 'The message',
    answer: (fields) => answerTo(fields, defaults),
  });
}

function answerTo({ text, ...given }: LineFields, defaults: Defaults): object {
  if (typeof text !== 'string') return { error: '"text" is missing or is not text.' };
  const reference = given.reference ?? defaults.reference;
  const timeZone = given.timeZone ?? defaults.timeZone;
  if (typeof reference !== 'string') return { error: '"reference" is not text.' };
  if (typeof timeZone !== 'string') return { error: '"timeZone" is not text.' };
  try {
    return eventJson(understand(text, { reference, timeZone }));
  } catch (error) {
    if (error instanceof UnderstandOptionsError) return { error: `${error.message}.` };
    throw error;
  }
}
