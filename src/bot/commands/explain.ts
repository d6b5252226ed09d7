import type { FindableCauseId } from '../../diagnosis/cause-id.ts';
import { ROOT_CAUSES } from '../../diagnosis/causes/index.ts';
import { CAUSE_PHRASES } from '../../diagnosis/causes/phrases.ts';
import { buildFacts } from '../../diagnosis/facts/build-facts.ts';
import { buildFix } from '../../diagnosis/fix/build-fix.ts';
import { causeCard, causeText } from '../../presentation/cards/cause-card.ts';
import type { Answer } from '../answer.ts';

const EXPLAIN = /^\/?explain\s+([\p{L}\d _-]{3,60})[?.!]?$/iu;

/**
 * The root cause that «explain wrong-audience» asks for; `null` for everything else.
 * Codes are not looked for here: «explain AADSTS50011» holds evidence, which is diagnosed like any other.
 */
export function causeToExplain(text: string): FindableCauseId | null {
  const id = EXPLAIN.exec(text.trim())?.[1]?.trim().toLowerCase().replace(/[ _]/g, '-');
  return id !== undefined && hasPage(id) ? id : null;
}

function hasPage(id: string): id is FindableCauseId {
  return Object.hasOwn(ROOT_CAUSES, id);
}

/** The page of a cause, with placeholders for the reader's own values. */
export function explainAnswer(id: FindableCauseId): Answer {
  const cause = ROOT_CAUSES[id];
  const fix = buildFix(cause, buildFacts({ evidence: [], phrases: CAUSE_PHRASES, language: null, now: 0 }));
  return { text: causeText(cause, fix), card: causeCard(cause, fix), summary: cause.title };
}
