import type { Reader } from '../text/views.ts';
import { unite } from './api-error/found-api-error.ts';
import { labelledErrors } from './api-error/labelled-errors.ts';
import { mentionedCodes } from './api-error/mentioned-codes.ts';
import { objectErrors } from './api-error/object-errors.ts';
import { serviceSentences } from './api-error/service-sentences.ts';
import { xmlErrors } from './api-error/xml-errors.ts';
import type { ApiErrorEvidence } from './evidence.ts';

const LIMIT = 100;

/**
 * Error bodies of Microsoft Graph, Exchange, SharePoint and other OData services, in every form they are pasted in.
 * The same refusal printed several times is read once; a code or a message that the API left empty stays `''`.
 */
export const readApiErrors: Reader<ApiErrorEvidence> = (views) => {
  const read = [...objectErrors(views), ...labelledErrors(views), ...xmlErrors(views)].sort(
    (a, b) => a.start - b.start,
  );
  return unite([...read, ...serviceSentences(views, read), ...mentionedCodes(views, read)]).slice(0, LIMIT);
};
