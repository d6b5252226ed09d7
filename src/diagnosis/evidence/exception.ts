import type { Reader } from '../text/views.ts';
import type { ExceptionEvidence } from './evidence.ts';
import { brokerErrors } from './exceptions/broker-errors.ts';
import { namedExceptions } from './exceptions/named-exceptions.ts';
import { numberedErrors } from './exceptions/numbered-errors.ts';
import { uniteExceptions } from './exceptions/unite.ts';

/** Exceptions and error objects of client libraries: by type, by the library's code, by a sentence that only it says. */
export const readExceptions: Reader<ExceptionEvidence> = (views) =>
  uniteExceptions([...namedExceptions(views), ...numberedErrors(views), ...brokerErrors(views)]).map(
    ({ library, type, code, message, start, end }) => ({
      kind: 'exception',
      span: views.text.spanOf(start, end),
      library,
      type,
      code,
      message,
    }),
  );
