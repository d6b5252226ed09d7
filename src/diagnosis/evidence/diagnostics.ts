import { literal } from '../text/literal-filter.ts';
import type { Reader } from '../text/views.ts';
import type { DiagnosticsEvidence } from './evidence.ts';
import { headerValueStart } from './header-value.ts';
import { MOST_ITEMS, placesOf } from './occurrences.ts';
import { readPastedValue } from './www-authenticate/pasted-value.ts';

const NAME = literal('x-ms-diagnostics');
const REASON = literal('reason=');
const CODE = /[0-9]{4,10}(?![0-9])/y;
const CODE_BEFORE = /(?:^|[^0-9])([0-9]{4,10})[ \t]{0,4};[ \t]{0,4}$/;
const PARAMETER = /[;, \t]{0,20}(?:\r?\n[ \t]{0,40})?([A-Za-z_]{3,30})[ \t]{0,2}=[ \t]{0,2}/y;

/**
 * Reads x-ms-diagnostics: `code;reason="…";error_category="…"` of Exchange, `category=` of SharePoint, under its header's
 * name in any pasted spelling, or without it where the code and the reason stand together.
 */
export const readDiagnostics: Reader<DiagnosticsEvidence> = (views) => {
  const { text } = views.text;
  const found: DiagnosticsEvidence[] = [];
  let done = 0;
  const read = (start: number, codeAt: number): void => {
    CODE.lastIndex = codeAt;
    const code = CODE.exec(text)?.[0];
    if (code === undefined) return;
    const { parameters, end } = readParameters(text, codeAt + code.length);
    done = end;
    found.push({
      kind: 'diagnostics',
      span: views.text.spanOf(start, end),
      code,
      reason: (parameters.reason ?? '').slice(0, 600),
      category: (parameters.error_category ?? parameters.category ?? '').toLowerCase() || null,
    });
  };
  for (const at of placesOf(views.text, NAME)) {
    if (found.length >= MOST_ITEMS) break;
    const value = at < done ? -1 : headerValueStart(text, at + NAME.text.length);
    if (value !== -1) read(at, value);
  }
  if (found.length === 0) {
    for (const at of placesOf(views.text, REASON)) {
      if (found.length >= MOST_ITEMS) break;
      const code = at < done ? null : CODE_BEFORE.exec(text.slice(Math.max(0, at - 20), at));
      const codeAt = code === null ? -1 : text.lastIndexOf(code[1] ?? '', at);
      if (codeAt !== -1) read(codeAt, codeAt);
    }
  }
  return found;
};

function readParameters(text: string, at: number): { parameters: Record<string, string>; end: number } {
  const parameters: Record<string, string> = {};
  let end = at;
  for (let count = 0; count < 12; count++) {
    PARAMETER.lastIndex = end;
    const name = PARAMETER.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) break;
    const { value, end: after } = readPastedValue(text, PARAMETER.lastIndex, false);
    parameters[name] ??= value;
    end = after;
  }
  return { parameters, end };
}
