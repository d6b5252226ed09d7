import { type CauseId, isCauseId } from '../diagnosis/cause-id.ts';
import type { Verdict } from '../diagnosis/diagnosis.ts';

export interface Heard {
  /** Whether the bot was named. */
  readonly mentioned: boolean;
  /** «mute here». */
  readonly muted: boolean;
  /** «quiet this thread». */
  readonly quietThread: boolean;
  readonly verdict: Verdict;
  readonly cause: CauseId;
  /** Whether the message held any evidence of its own: a code, a header, an error body. */
  readonly readSomething: boolean;
  /** Whether it shows what a service or a program said, or tells that its author meets it now; talk about failures does not. */
  readonly shown: boolean;
}

/**
 * Whether the bot answers a message of a team channel. Who named it gets an answer always; to everybody else it is an
 * interruption, and only something sure is worth one.
 *
 * Errors of other vendors come as `not-enough-evidence` from the engine, so they are silent with the rest of what says
 * that nothing is known. A live credential is told to its poster privately whatever this says.
 */
export function speaks({
  mentioned,
  muted,
  quietThread,
  verdict,
  cause,
  readSomething,
  shown,
}: Heard): 'answer' | 'silent' {
  if (mentioned) return 'answer';
  if (muted || quietThread) return 'silent';
  // The diagnosis would lean on what its author sent before, and the thread is about something else by now.
  if (!readSomething || !shown) return 'silent';
  if (verdict !== 'certain' && verdict !== 'likely') return 'silent';
  return saysSomethingWasWrong(cause) ? 'answer' : 'silent';
}

/**
 * Every root cause names something to mend, but the one that stands for «no cause was found». Ids that this version does
 * not know come from an engine that is newer than the desk's rules: silent too.
 */
function saysSomethingWasWrong(cause: CauseId): boolean {
  return isCauseId(cause) && cause !== 'not-enough-evidence';
}
