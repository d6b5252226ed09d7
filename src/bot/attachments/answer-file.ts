import { randomUUID } from 'node:crypto';
import { LONGEST_PASTE } from '../commands/unreadable.ts';
import { answerForm, writtenAnswer } from '../reading/written-answer.ts';
import { earlierMessages, keepEvidence } from '../turn/message-memory.ts';
import { type AnswerLater, finished } from './attachment-order.ts';
import { download } from './download.ts';
import { downloadWords, notTextWords, otherFileWords } from './problem-words.ts';
import type { ReceivedAttachment } from './received-attachments.ts';

/** A longer log is for the command line; a recording of a few minutes fits. */
const LARGEST_FILE = 10 * 1024 * 1024;
const DOWNLOAD_WITHIN_MS = 30_000;

/** Fetches a file and reads it: one paste, a log, or a recording of calls. */
export function answerFile({ name, address, kind }: ReceivedAttachment): AnswerLater {
  return async (order, later) => {
    const { parts, reading, rules, activity, words } = order;
    if (kind === 'other') return finished(order, later, { text: otherFileWords(name) });
    const bounds = { rules, mostBytes: LARGEST_FILE, withinMs: DOWNLOAD_WITHIN_MS };
    const got = await download(address, bounds, reading);
    if (got.bytes === null) {
      parts.logger.info({ problem: got.problem, status: got.status }, 'a file was not got');
      return finished(order, later, { text: downloadWords(got.problem, name) });
    }
    const now = parts.now();
    const form = answerForm(activity.channelId);
    const begunAt = performance.now();
    const read = await reading.files.read({
      name,
      bytes: got.bytes,
      beside: words.slice(0, LONGEST_PASTE),
      now,
      earlier: await earlierMessages(parts, activity, now),
      diagnosisId: randomUUID(),
      signIn: parts.signsIn,
      form,
    });
    if (read.problem !== null) return finished(order, later, { text: notTextWords(read.problem, name) });
    const { remembered, verdicts } = read;
    if (remembered !== null) await keepEvidence(parts, activity, now, remembered);
    for (const [cause, verdict] of verdicts) parts.onDiagnosed?.(cause, verdict, performance.now() - begunAt);
    return finished(order, later, writtenAnswer(read, form));
  };
}
