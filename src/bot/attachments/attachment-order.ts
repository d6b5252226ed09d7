import type { Activity, TurnContext } from 'botbuilder';
import type { Answer } from '../answer.ts';
import { dropEvidence } from '../turn/message-memory.ts';
import type { ReplyLedger } from '../turn/reply-ledger.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import type { HostRules } from './allowed-hosts.ts';
import type { AttachmentParts } from './attachment-parts.ts';
import type { LaterAnswer } from './later-answer.ts';
import { DELETED_WORDS } from './problem-words.ts';

/** What is to be read of one message, and what it takes. */
export interface AttachmentOrder {
  readonly parts: TurnParts;
  readonly reading: AttachmentParts;
  readonly ledger: ReplyLedger;
  readonly activity: Activity;
  readonly rules: HostRules;
  /** What the person wrote beside it. */
  readonly words: string;
}

export type AnswerLater = (order: AttachmentOrder, later: LaterAnswer) => Promise<void>;

/** The answer, unless the message was deleted or edited meanwhile: then what it gave is dropped. */
export async function finished(
  { parts, ledger, activity }: AttachmentOrder,
  later: LaterAnswer,
  answer: Answer,
  after?: (context: TurnContext) => Promise<void>,
): Promise<void> {
  const stands = !later.later || (await ledger.replyTo(activity)) !== undefined;
  // The answer to the newer edition stands in the place of this one, or is on its way there.
  const isNewest = !later.later || !stands || !(await ledger.isOvertaken(activity));
  if (stands && isNewest) return later.finish(answer, after);
  await dropEvidence(parts, activity);
  if (isNewest) await later.finish({ text: DELETED_WORDS });
}
