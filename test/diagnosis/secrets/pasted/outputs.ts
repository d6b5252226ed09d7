import { diagnoseAndRemember } from '../../../../src/diagnosis/diagnose.ts';
import { findSecrets } from '../../../../src/diagnosis/secrets/find-secrets.ts';
import { maskPaste } from '../../../../src/diagnosis/secrets/mask-paste.ts';
import { maskSecrets, maskSpans } from '../../../../src/diagnosis/secrets/mask-secrets.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';
import { maskLogValue } from '../../../../src/logging/mask-log-value.ts';
import { answerOf } from '../../../../src/presentation/answer.ts';
import { diagnosisCard } from '../../../../src/presentation/cards/diagnosis/diagnosis-card.ts';
import { diagnosisText } from '../../../../src/presentation/cards/diagnosis/diagnosis-text.ts';
import { caseContentOf } from '../../../../src/presentation/case-content.ts';
import { contractJson } from '../../../../src/presentation/contract-json.ts';
import { answerLines } from '../../../../src/presentation/terminal/answer-lines.ts';
import { NOW } from '../made-token.ts';
import type { LabelledPaste } from './pasted-secrets.ts';

/** Everything that a paste can come out in. */
export function outputsOf(paste: string): ReadonlyMap<string, string> {
  const { diagnosis, remembered, about } = diagnoseAndRemember(paste, { now: NOW });
  const masked = maskSecrets(paste);
  return new Map([
    ['any quote', maskSpans(paste, findSecrets(unwrap(paste), NOW).spans, 0, paste.length)],
    ['a log', masked],
    ['a field of a log', JSON.stringify(maskLogValue({ text: paste }))],
    ['the diagnosis', JSON.stringify(diagnosis)],
    ['the contract', JSON.stringify(contractJson(diagnosis))],
    ['the card', JSON.stringify(diagnosisCard(diagnosis, { diagnosisId: 'd1', showSecrets: true }))],
    ['the text', diagnosisText(diagnosis, { showSecrets: true })],
    ['the terminal', answerLines(answerOf(diagnosis)).join('\n')],
    ['a case', JSON.stringify(caseContentOf(diagnosis, maskPaste(paste).slice(0, 400)))],
    ['what is remembered', JSON.stringify({ remembered, about })],
  ]);
}

const WHOLE = ['any quote', 'a log'] as const;

/** Which promises are broken for a paste; never with the secret itself. */
export function failuresOf({ paste, secrets, readable }: LabelledPaste): readonly string[] {
  const outputs = outputsOf(paste);
  const found = findSecrets(unwrap(paste), NOW).secrets;
  const failures: string[] = [];
  for (const [index, { kind, never }] of secrets.entries())
    for (const [name, output] of outputs)
      if (never.some((piece) => output.includes(piece) || output.includes(JSON.stringify(piece).slice(1, -1))))
        failures.push(`leak: ${kind} (${index + 1}) in ${name}`);
  for (const name of WHOLE)
    for (const piece of readable)
      if (!outputs.get(name)!.includes(piece)) failures.push(`not readable in ${name}: ${piece.slice(0, 60)}`);
  const expected = secrets.filter(({ told }) => told).map(({ kind }) => kind);
  const kinds = found.map(({ kind }) => kind);
  if (expected.toSorted().join() !== kinds.toSorted().join())
    failures.push(`told: ${kinds.join()} instead of ${expected.join()}`);
  for (const { kind, told, expires } of secrets)
    if (told && expires !== undefined && !found.some((it) => it.kind === kind && it.expires === expires))
      failures.push(`expiry: ${kind} is not told to end at ${expires}`);
  return failures;
}
