import type { Reader, Views } from '../text/views.ts';
import { type FoundCode, mergeCodes } from './aadsts/found-code.ts';
import { listedCodes } from './aadsts/listed-codes.ts';
import { pageCodes } from './aadsts/page-codes.ts';
import { pageSentences } from './aadsts/page-sentences.ts';
import { prefixedCodes } from './aadsts/prefixed-codes.ts';
import { sentenceCodes } from './aadsts/sentence-codes.ts';
import type { AadstsEvidence } from './evidence.ts';

/**
 * Codes of Entra ID and Azure AD B2C wherever they hide. A code is matched whole: 50020 is not read from 500200, and a
 * number is a code only where its prefix, its field or its page says so.
 */
export const readAadstsCodes: Reader<AadstsEvidence> = (views) => {
  const numbered = mergeCodes([...prefixedCodes(views), ...listedCodes(views), ...pageCodes(views)]);
  const found = numbered.length > 0 ? numbered : saidInWords(views);
  return found.map(({ span, ...code }) => ({ kind: 'aadsts', span, ...code }));
};

function saidInWords(views: Views): FoundCode[] {
  const sentences = sentenceCodes(views);
  return sentences.length > 0 ? sentences : pageSentences(views);
}
