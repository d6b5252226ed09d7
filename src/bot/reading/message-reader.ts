import type { CauseId } from '../../diagnosis/cause-id.ts';
import type { FoundSecret, Verdict } from '../../diagnosis/diagnosis.ts';
import type { Remembered } from '../../diagnosis/remember.ts';

/** A message to be diagnosed, in plain data: it may be read in another thread. */
export interface MessageToRead {
  readonly text: string;
  /** The `text/html` attachment, where there is one. */
  readonly html: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What earlier messages of the same person in the same conversation gave, oldest first. */
  readonly earlier: readonly Remembered[];
  /** In a personal chat only: elsewhere live credentials are named to their owner alone. */
  readonly showSecrets: boolean;
  /** Comes back with the feedback buttons of the card. */
  readonly diagnosisId: string;
  /** Whether this bot signs people in: the card then offers to check that. */
  readonly signIn: boolean;
  /** In which form the answer is wanted. */
  readonly form: 'card' | 'text';
}

/** What a message gave, and the answer to it, written. */
export interface ReadMessage {
  /** False where the message held no evidence at all: a greeting, the words beside a picture. */
  readonly readSomething: boolean;
  readonly secrets: readonly FoundSecret[];
  /** What may be kept of this message alone: evidence, never text. */
  readonly remembered: Remembered;
  readonly cause: CauseId;
  readonly verdict: Verdict;
  /** The first line of the answer. */
  readonly headline: string;
  /** An Adaptive Card as JSON, or the plain text, as `form` asked. */
  readonly answer: string;
}

/** Reads messages for the bot. One contract suite (test/bot/reading) holds for the implementations. */
export interface MessageReader {
  read(message: MessageToRead): Promise<ReadMessage>;
  /** Only what a message gives away, for messages that the bot is not asked to answer. */
  secretsOf(message: Pick<MessageToRead, 'text' | 'html' | 'now'>): Promise<readonly FoundSecret[]>;
  close(): Promise<void>;
}
