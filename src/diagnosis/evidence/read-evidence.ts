import type { PhraseIndex } from '../text/phrase-index.ts';
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
  for (const [phrase, [start, end]] of phrases.find(views.plain)) {
    evidence.push({ kind: 'phrase', phrase, span: views.plain.spanOf(start, end) } satisfies PhraseEvidence);
  }
  return evidence.sort((a, b) => a.span.start - b.span.start);
}
