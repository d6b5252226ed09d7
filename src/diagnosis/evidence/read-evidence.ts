import type { PhraseIndex } from '../text/phrase-index.ts';
import type { Span } from '../text/span.ts';
import type { Reader, Views } from '../text/views.ts';
import { readAadstsCodes } from './aadsts.ts';
import { readApiErrors } from './api-error.ts';
import { readChallenges } from './challenge.ts';
import { readDiagnostics } from './diagnostics.ts';
import type { Evidence, PhraseEvidence } from './evidence.ts';
import { readExceptions } from './exception.ts';
import { readHttpMessages } from './http-message.ts';
import { readInstants } from './instant.ts';
import { readOAuthErrors } from './oauth-error.ts';
import { readOAuthRequests } from './oauth-request.ts';
import { doubtsIn, isSaid } from './said-phrase.ts';
import { readSettings } from './setting.ts';
import { readTokens } from './token.ts';
import { readTold } from './told.ts';
import { readVendors } from './vendor.ts';

const READERS: readonly Reader<Evidence>[] = [
  readChallenges,
  readDiagnostics,
  readHttpMessages,
  readApiErrors,
  readOAuthErrors,
  readAadstsCodes,
  readExceptions,
  readTokens,
  readOAuthRequests,
  readSettings,
  readInstants,
  readVendors,
  readTold,
];

/** All evidence of one paste, in the order in which it stands there. */
export function readEvidence(views: Views, phrases: PhraseIndex): Evidence[] {
  const evidence: Evidence[] = [];
  for (const read of READERS) for (const item of read(views)) evidence.push(item);
  const doubts = doubtsIn(views.plain);
  for (const [phrase, place] of phrases.find(views.plain)) {
    const span = doubts.length > 0 ? placeSaid(views, phrase, place, doubts) : views.plain.spanOf(place[0], place[1]);
    if (span !== undefined) evidence.push({ kind: 'phrase', phrase, span } satisfies PhraseEvidence);
  }
  return evidence.sort((a, b) => a.span.start - b.span.start);
}

/** How many further places of a phrase are looked at where the first one is no proof. */
const MOST_PLACES = 4;

/** The first place at which the phrase was said to the person. */
function placeSaid(
  { plain }: Views,
  phrase: string,
  [start, end]: readonly [start: number, end: number],
  doubts: readonly RegExp[],
): Span | undefined {
  let [from, to] = [start, end];
  for (let place = 0; place < MOST_PLACES && from !== -1; place += 1) {
    if (isSaid(plain.lower, from, doubts)) return plain.spanOf(from, to);
    from = plain.lower.indexOf(phrase, to);
    to = from + phrase.length;
  }
  return undefined;
}
