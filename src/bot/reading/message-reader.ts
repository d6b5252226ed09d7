import type { CauseId, Owner } from '../../diagnosis/cause-id.ts';
import type { FailedApp } from '../../diagnosis/diagnose.ts';
import type { FoundSecret, Verdict } from '../../diagnosis/diagnosis.ts';

/** A message to be diagnosed, in plain data: it may be read in another thread. */
export interface MessageToRead {
  readonly text: string;
  /** The `text/html` attachment, where there is one. */
  readonly html: string | null;
  /** What others wrote, quoted in it: read where the message by itself holds nothing. */
  readonly quoted?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What earlier messages of the same person in the same conversation gave, oldest first: each as it was `remembered`. */
  readonly earlier: readonly string[];
  /** In a personal chat only: elsewhere live credentials are named to their owner alone. */
  readonly showSecrets: boolean;
  /** Comes back with the feedback buttons of the card. */
  readonly diagnosisId: string;
  /** Whether this bot signs people in: the card then offers to check that. */
  readonly signIn: boolean;
  /** In which form the answer is wanted; `case`: what a helpdesk case keeps of it. */
  readonly form: 'card' | 'text' | 'case';
  /** The words that a machine read in a picture, to be shown; they stand in `text` as well. */
  readonly readFromPicture?: string;
  /** Where they begin in `text`: they go to its end, and only they are mended. */
  readonly pictureFrom?: number;
  /** The answer is shown in a dialog, where buttons that ask the bot for something do not work. */
  readonly inDialog?: boolean;
}

/** What a message gave, and the answer to it, written. */
export interface ReadMessage {
  /** False where the message held no evidence at all: a greeting, the words beside a picture. */
  readonly readSomething: boolean;
  /** False where it only names a failure, as people do who talk about one. */
  readonly shown: boolean;
  readonly secrets: readonly FoundSecret[];
  /** What may be kept of this message alone, as JSON: evidence, never text. A string crosses threads by one copy. */
  readonly remembered: string;
  readonly cause: CauseId;
  readonly verdict: Verdict;
  /** The first line of the answer. */
  readonly headline: string;
  /** Who has to act; `null` where nothing was found. */
  readonly owner: Owner | null;
  readonly about: FailedApp;
  /** An Adaptive Card as JSON, the plain text, or the content of a case as JSON, as `form` asked. */
  readonly answer: string;
}

/** Reads messages for the bot. One contract suite (test/bot/reading) holds for the implementations. */
export interface MessageReader {
  read(message: MessageToRead): Promise<ReadMessage>;
  /** Only what a message gives away, for messages that the bot is not asked to answer. */
  secretsOf(message: Pick<MessageToRead, 'text' | 'html' | 'now'>): Promise<readonly FoundSecret[]>;
  close(): Promise<void>;
}
