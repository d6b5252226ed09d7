import type { Feedback, FeedbackLog } from '../store.ts';
import { type Database, type Row, reading, writing } from './database.ts';

const UPSERT = writing(
  'feedback.record',
  `INSERT INTO why401_feedback AS stored (diagnosis_id, said_by, cause, verdict, feedback, at)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (diagnosis_id, said_by) DO UPDATE
     SET cause = excluded.cause, verdict = excluded.verdict, feedback = excluded.feedback, at = excluded.at
     WHERE excluded.at >= stored.at`,
);
const SELECT = reading(
  'feedback.list',
  `SELECT diagnosis_id, said_by, cause, verdict, feedback, at FROM why401_feedback
   WHERE at >= $1 ORDER BY at, diagnosis_id, said_by`,
);

/** One word of feedback for each diagnosis and person: the newest. */
export function feedbackTable({ run }: Database): FeedbackLog {
  return {
    async record({ diagnosisId, by, cause, verdict, feedback, at }) {
      await run(UPSERT, diagnosisId, by, cause, verdict, feedback, at);
    },
    async list(since) {
      return (await run(SELECT, since)).rows.map(toFeedback);
    },
  };
}

function toFeedback(row: Row): Feedback {
  return {
    diagnosisId: String(row.diagnosis_id),
    cause: String(row.cause),
    verdict: String(row.verdict),
    feedback: row.feedback === 'fixed' ? 'fixed' : 'not-it',
    by: String(row.said_by),
    at: Number(row.at),
  };
}
