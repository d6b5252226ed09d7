import type { Diagnosis } from '../../../diagnosis/diagnosis.ts';
import { answerOf } from '../../answer.ts';
import { answerLines } from '../../terminal/answer-lines.ts';
import type { DiagnosisCardOptions } from './diagnosis-card.ts';

/**
 * The same answer as plain text, for clients without cards. Send it with `textFormat: 'plain'`: nothing in it is
 * markdown, and mention tags are defused.
 */
export function diagnosisText(diagnosis: Diagnosis, options: Pick<DiagnosisCardOptions, 'showSecrets'> = {}): string {
  const answer = answerOf(diagnosis);
  return answerLines(options.showSecrets === true ? answer : { ...answer, secrets: [] }, { brief: true }).join('\n');
}
