import { diagnoseAndRemember } from '../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { diagnosisCard } from '../../src/presentation/cards/diagnosis/diagnosis-card.ts';
import { diagnosisText } from '../../src/presentation/cards/diagnosis/diagnosis-text.ts';
import { contractJson } from '../../src/presentation/contract-json.ts';
import type { GeneratedPaste } from './paste-and-secrets.ts';

const NOW = Date.UTC(2026, 10, 22);
/** A paste of a few KB takes half a millisecond; a hundred times that is a pattern gone wild. */
const SLOW_MS = 50;

/** Diagnoses a generated paste and throws where an answer breaks a promise. Messages never quote the secret found. */
export function checkAnswer({ paste, secrets }: GeneratedPaste): void {
  let { took, result } = timed(paste);
  // The first look may have met the garbage collector.
  for (let again = 0; took > SLOW_MS && again < 3; again += 1) ({ took, result } = timed(paste));
  if (took > SLOW_MS) throw new Error(`slow: ${took.toFixed(0)} ms for ${paste.length} characters`);

  const { diagnosis, remembered } = result;
  const outputs: Readonly<Record<string, string>> = {
    diagnosis: JSON.stringify(diagnosis),
    contract: JSON.stringify(contractJson(diagnosis)),
    card: JSON.stringify(diagnosisCard(diagnosis, { diagnosisId: 'fuzz', showSecrets: true })),
    text: diagnosisText(diagnosis, { showSecrets: true }),
    remembered: JSON.stringify(remembered),
  };
  for (const [name, output] of Object.entries(outputs)) {
    const leaked = secrets.find((secret) => showsPieceOf(secret, output));
    if (leaked !== undefined) throw new Error(`a piece of a secret of ${leaked.length} characters came out in ${name}`);
  }
  if (Buffer.byteLength(outputs.card!) > 25_000)
    throw new Error(`the card has ${Buffer.byteLength(outputs.card!)} bytes`);

  const weights = diagnosis.findings.map((finding) => finding.weight);
  if (weights.some((weight, index) => !(weight >= 0 && weight <= 1) || weight > (weights[index - 1] ?? 1))) {
    throw new Error(`weights out of order: ${weights.join(', ')}`);
  }
  if ((diagnosis.verdict === 'undecided') !== (diagnosis.cause === 'not-enough-evidence'))
    throw new Error(`${diagnosis.verdict} with ${diagnosis.cause}`);
  if (diagnosis.verdict !== 'undecided' && diagnosis.cause !== diagnosis.findings[0]?.cause)
    throw new Error('the cause is not the first finding');
  if ((diagnosis.verdict === 'undecided') !== (diagnosis.fix === null))
    throw new Error(`${diagnosis.verdict}, and the fix`);
  if (diagnosis.verdict === 'certain' && diagnosis.next !== null) throw new Error('certain, and asks for more');
  if (diagnosis.headline.trim() === '') throw new Error('no headline');
  quotesAreOwn(diagnosis, paste);
}

/** So much of a secret in one piece gives it away; a secret that was cut off with the paste may be there in part. */
const PIECE = 16;

function showsPieceOf(secret: string, output: string): boolean {
  if (secret.length < PIECE) return output.includes(secret);
  for (let at = 0; at + PIECE <= secret.length; at += PIECE)
    if (output.includes(secret.slice(at, at + PIECE))) return true;
  return false;
}

/** What stands for a secret; a quote may end in the middle of it. */
const HIDDEN = /(?:eyJ…)?\[hidden\]|(?:e|ey|eyJ|(?:eyJ…)?(?:\[|\[h|\[hi|\[hid|\[hidd|\[hidde|\[hidden))$|eyJ…$/;

/** A quote is the person's own text: what is shown of it stands in the paste, apart from white space. */
function quotesAreOwn({ findings }: Diagnosis, paste: string): void {
  let own: string | undefined;
  for (const { quote } of findings.flatMap(({ because }) => because)) {
    if (quote === '') continue;
    own ??= paste.replace(/\s+/g, ' ');
    for (const piece of quote.replace(/^…|…$/g, '').split(HIDDEN)) {
      if (!own.includes(piece.trim())) throw new Error(`«${piece}» is quoted and does not stand in the paste`);
    }
  }
}

/** In this thread's own processor time: what else the machine does is not counted. */
function timed(paste: string) {
  const begun = process.threadCpuUsage();
  const result = diagnoseAndRemember(paste, { now: NOW });
  const { user, system } = process.threadCpuUsage(begun);
  return { took: (user + system) / 1_000, result };
}
