import type { CauseId } from '../../src/diagnosis/cause-id.ts';

/** What the generator knows of a report before anybody reads it. */
export interface PlannedReport {
  /** The activity that brings it. */
  readonly id: string;
  /** The line of the corpus that it was written from. */
  readonly line: string;
  /** The right answer, and others that an expert would accept. */
  readonly cause: CauseId;
  readonly also: readonly string[];
  /** Whether the paste has a cause at all. */
  readonly decidable: boolean;
  /** The client id that it names; `null` where it names none; `unclear` where ids stand in it that may be anything. */
  readonly app: string | null | 'unclear';
  readonly room: string;
  readonly thread: string;
  readonly person: string;
  /** When it says what failed, in milliseconds since 1970: an edit may be the first to do so. */
  readonly at: number;
  /** When its author takes it back; `null` where it stays. */
  readonly gone: number | null;
  readonly mentioned: boolean;
  /** What becomes of the message later. */
  readonly fate: 'stays' | 'edited' | 'edited-in' | 'edited-away' | 'deleted';
  /** The incident that it is meant to be a part of. */
  readonly incident: string | null;
}
