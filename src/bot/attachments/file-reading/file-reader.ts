import type { CauseId } from '../../../diagnosis/cause-id.ts';
import type { Verdict } from '../../../diagnosis/diagnosis.ts';
import type { NotText } from '../../../log-survey/text-encoding.ts';

/** A file to be read, in plain data: it is read in another thread. */
export interface FileToRead {
  /** As it may be shown. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the person wrote beside it; read with it where the file is one paste. */
  readonly beside: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What earlier messages of the same person in the same conversation gave, oldest first: each as it was `remembered`. */
  readonly earlier: readonly string[];
  readonly diagnosisId: string;
  readonly signIn: boolean;
  readonly form: 'card' | 'text';
}

/** What a file gave, and the answer to it, written. */
export interface ReadFile {
  readonly problem: null;
  /** False where nothing in it failed. */
  readonly readSomething: boolean;
  /** Of a file that is one paste, what may be kept of it, as JSON; `null` of a log or a recording, which are many. */
  readonly remembered: string | null;
  /** Of each distinct failure. */
  readonly verdicts: readonly (readonly [CauseId, Verdict])[];
  /** The first line of the answer. */
  readonly headline: string;
  /** An Adaptive Card as JSON, or the plain text, as `form` asked. */
  readonly answer: string;
}

/** A file that is no text, whatever its name says. */
export interface UnreadFile {
  readonly problem: NotText;
}

/** Reads files for the bot: decoding, taking apart and diagnosing take too long for the thread of the turns. */
export interface FileReader {
  read(file: FileToRead): Promise<ReadFile | UnreadFile>;
  close(): Promise<void>;
}
