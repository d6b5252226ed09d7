import type { FoundSecret } from '../diagnosis.ts';
import { original } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { Views } from '../text/views.ts';
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
}

/**
 * Finds every secret of a paste, as it stands and as it reads once unwrapped.
 *
 * @param views - of the paste; linear in its length
 * @param now - milliseconds since 1970, to tell what has expired
 * @param more - further places to mask, of which nothing can be told
 */
export function findSecrets(views: Views, now: number, more: readonly Span[] = []): SecretsOfPaste {
  const { paste, text, plain } = views;
  const hits = scanSecrets(text.text === paste ? text : original(paste));
  if (text.text !== paste) hits.push(...scanSecrets(text).map((hit) => inPaste(hit, text.spanOf(hit.start, hit.end))));
  if (text.text.includes('%') && ENCODED_NAME.test(text.text)) {
    hits.push(...scanSecrets(plain).map((hit) => inPaste(hit, plain.spanOf(hit.start, hit.end))));
  }
  const merged = mergeHits(hits);
  const secrets = report(paste, merged, now);
  if (more.length === 0) return { secrets, spans: merged.map(({ start, end }) => ({ start, end })) };
  const all = mergeHits([...merged, ...more.map(({ start, end }) => ({ ...UNTOLD, start, end }))]);
  return { secrets, spans: all.map(({ start, end }) => ({ start, end })) };
}

function inPaste(hit: SecretHit, span: Span): SecretHit {
  return { ...hit, start: span.start, end: span.end };
}

function report(paste: string, hits: readonly SecretHit[], now: number): FoundSecret[] {
  const seen = new Set<string>();
  const secrets: FoundSecret[] = [];
  for (const { start, end, kind, live, expires } of hits) {
    if (!live || secrets.length >= MOST_REPORTED) continue;
    const value = paste.slice(start, end);
    if (seen.has(value)) continue;
    seen.add(value);
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
