import { aadstsEntry } from '../codes/aadsts.ts';
import type { Reader, Views } from '../text/views.ts';
import { type FoundCode, mergeCodes } from './aadsts/found-code.ts';
import { listedCodes } from './aadsts/listed-codes.ts';
import { pageCodes } from './aadsts/page-codes.ts';
import { pageSentences } from './aadsts/page-sentences.ts';
import { prefixedCodes } from './aadsts/prefixed-codes.ts';
import { sentenceCodes } from './aadsts/sentence-codes.ts';
import { toldNumbers } from './aadsts/told-numbers.ts';
import type { AadstsEvidence } from './evidence.ts';

/**
 * Codes of Entra ID and Azure AD B2C wherever they hide. A code is matched whole: 50020 is not read from 500200, and a
 * number is a code only where its prefix, its field or its page says so.
 */
export const readAadstsCodes: Reader<AadstsEvidence> = (views) => {
  const numbered = mergeCodes([...prefixedCodes(views), ...listedCodes(views), ...pageCodes(views)]);
  // What came now may stand in words behind the number of what is over.
  const known = numbered.some(
    ({ family, code, mention }) =>
      mention !== 'over' && mention !== 'talk' && (family === 'AADB2C' || aadstsEntry(code) !== undefined),
  );
  const found = known ? numbered : inTextOrder([...numbered, ...others(saidInWords(views), numbered)]);
  return found.map(({ span, ...code }) => ({ kind: 'aadsts', span, ...code }));
};

function others(said: readonly FoundCode[], numbered: readonly FoundCode[]): FoundCode[] {
  return said.filter(({ code }) => !numbered.some((known) => known.code === code));
}

function inTextOrder(codes: FoundCode[]): FoundCode[] {
  return codes.sort((a, b) => a.span.start - b.span.start);
}

function saidInWords(views: Views): FoundCode[] {
  const sentences = sentenceCodes(views);
  if (sentences.length > 0) return sentences;
  const pages = pageSentences(views);
  return pages.length > 0 ? pages : toldNumbers(views);
}
