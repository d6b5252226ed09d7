import type { DatabaseSync } from 'node:sqlite';
import type { Feedback, FeedbackLog } from '../store.ts';

/** One word of feedback for each diagnosis and person: the newest. */
export function feedbackTable(database: DatabaseSync): FeedbackLog {
  const upsert = database.prepare(
    `INSERT INTO feedback (diagnosis_id, said_by, cause, verdict, feedback, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (diagnosis_id, said_by) DO UPDATE
       SET cause = excluded.cause, verdict = excluded.verdict, feedback = excluded.feedback, at = excluded.at
       WHERE excluded.at >= feedback.at`,
  );
  const selectSince = database.prepare('SELECT * FROM feedback WHERE at >= ? ORDER BY at, diagnosis_id, said_by');
  return {
    async record({ diagnosisId, by, cause, verdict, feedback, at }) {
      upsert.run(diagnosisId, by, cause, verdict, feedback, at);
    },
    async list(since) {
      return selectSince.all(since).map(toFeedback);
    },
  };
}

function toFeedback(row: Record<string, unknown>): Feedback {
  return {
    diagnosisId: String(row.diagnosis_id),
    cause: String(row.cause),
    verdict: String(row.verdict),
    feedback: row.feedback === 'fixed' ? 'fixed' : 'not-it',
    by: String(row.said_by),
    at: Number(row.at),
  };
}
