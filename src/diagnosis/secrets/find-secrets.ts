import type { FoundSecret } from '../diagnosis.ts';
import type { Span } from '../text/span.ts';
import type { Views } from '../text/views.ts';
import { knownValues, repetitionsOf, unescaped } from './repeated-secrets.ts';
import { REVOCATION } from './revocation.ts';
import { mergeHits, scanSecrets } from './scan-secrets.ts';
import type { SecretHit } from './secret-hit.ts';

/** More than these are not told one by one; all are masked. */
const MOST_REPORTED = 50;

/** An encoded equals sign or quote: only where names stand encoded is there anything more to be found decoded. */
const ENCODED_NAME = /%(?:25){0,3}(?:3d|22|3a)/i;

const UNTOLD = { kind: 'api-key', live: false, expires: null, rank: 0 } as const;

/** The live credentials of a paste, and every place that has to be masked before anything is quoted. */
export interface SecretsOfPaste {
  readonly secrets: FoundSecret[];
  /** In the person's own text, ordered, without overlaps. Holds more than `secrets`: what is cut is masked as well. */
  readonly spans: Span[];
  /** By which a secret is known again wherever it comes out; never to be kept. */
  readonly values: readonly string[];
}

/**
 * Finds every secret of a paste, as it stands and as it reads once unwrapped.
 *
 * @param views - of the paste; linear in its length
 * @param now - milliseconds since 1970, to tell what has expired
 * @param more - further places to mask, of which nothing can be told
 */
export function findSecrets(views: Views, now: number, more: readonly Span[] = []): SecretsOfPaste {
  const { paste, text, plain, verbatim } = views;
  // What stands in the paste stands in the text as well, where nothing but arrows before its lines was taken away.
  const hits = text.text === paste ? scanSecrets(text) : verbatim ? [] : scanSecrets(text.root);
  const unwrapped = text.text === paste ? NO_HITS : scanSecrets(text);
  for (const hit of unwrapped) hits.push(inPaste(hit, text.spanOf(hit.start, hit.end)));
  if (text.text.includes('%') && ENCODED_NAME.test(text.text)) {
    hits.push(...scanSecrets(plain).map((hit) => inPaste(hit, plain.spanOf(hit.start, hit.end))));
  }
  const merged = mergeHits(hits);
  const secrets = report(paste, merged, now);
  const values = merged.length === 0 ? NONE : knownValues(paste, merged);
  const further = values.length === 0 ? more : [...more, ...repeated(views, values, merged, unwrapped)];
  return {
    secrets,
    spans: spansOf(further.length === 0 ? merged : mergeHits([...merged, ...further.map(untold)])),
    values,
  };
}

const NONE: readonly string[] = [];
const NO_HITS: readonly SecretHit[] = [];

/** Where the secrets stand again: named by nothing, in another form, in part. */
function repeated(
  { paste, text, verbatim }: Views,
  values: readonly string[],
  known: readonly SecretHit[],
  unwrapped: readonly SecretHit[],
): Span[] {
  const repetitions = repetitionsOf(values);
  const spans = verbatim && text.text !== paste ? [] : repetitions.placesIn(paste, known);
  if (text.text !== paste)
    for (const { start, end } of repetitions.placesIn(text.text, mergeHits(unwrapped)))
      spans.push(text.spanOf(start, end));
  return spans;
}

function untold({ start, end }: Span): SecretHit {
  return { ...UNTOLD, start, end };
}

function spansOf(hits: readonly SecretHit[]): Span[] {
  return hits.map(({ start, end }) => ({ start, end }));
}

function inPaste(hit: SecretHit, span: Span): SecretHit {
  return { ...hit, start: span.start, end: span.end };
}

/** Notes a value as it is written and as it reads. */
function isNew(written: string, seen: Set<string>): boolean {
  if (seen.has(written)) return false;
  seen.add(written);
  const value = unescaped(written);
  if (value === written) return true;
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}

function report(paste: string, hits: readonly SecretHit[], now: number): FoundSecret[] {
  const seen = new Set<string>();
  const secrets: FoundSecret[] = [];
  for (const { start, end, kind, live, expires } of hits) {
    if (!live || secrets.length >= MOST_REPORTED) continue;
    if (hits.length > 1 && !isNew(paste.slice(start, end), seen)) continue;
    const at = expires === null ? null : new Date(expires);
    const known = at !== null && !Number.isNaN(at.getTime());
    secrets.push({
      kind,
      expires: known ? at.toISOString() : null,
      expired: known ? at.getTime() <= now : null,
      revoke: REVOCATION[kind],
    });
  }
  return secrets;
}
