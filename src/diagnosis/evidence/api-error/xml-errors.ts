import { type MappedText, original } from '../../text/mapped-text.ts';
import type { Views } from '../../text/views.ts';
import { type FoundApiError, found } from './found-api-error.ts';

const LIMIT = 40;
const NEAR = 2000;

/**
 * OData in XML, EWS response codes and SOAP faults. `<code>` is also a tag of HTML that unwrapping takes away,
 * so the paste itself is read where its text has no XML left.
 */
export function xmlErrors(views: Views): FoundApiError[] {
  const read = readXml(views.text);
  if (read.length > 0 || !views.paste.includes('<')) return read;
  return readXml(original(views.paste));
}

function readXml(source: MappedText): FoundApiError[] {
  if (!source.text.includes('</')) return [];
  return [...odata(source), ...responseCodes(source), ...faults(source)];
}

function* places(lower: string, mark: string): Generator<number> {
  let count = 0;
  for (let at = lower.indexOf(mark); at !== -1 && count < LIMIT; at = lower.indexOf(mark, at + mark.length)) {
    count += 1;
    yield at;
  }
}

const ODATA = /code>([^<]{0,120})<\/(?:m:)?code>\s{0,40}<(?:m:)?message[^>]{0,80}>([^<]{0,1000})/y;

function* odata(source: MappedText): Generator<FoundApiError> {
  for (const at of places(source.text, 'code>')) {
    ODATA.lastIndex = at;
    const match = ODATA.exec(source.text);
    if (match === null) continue;
    yield found(source, at, ODATA.lastIndex, { code: match[1]!.trim(), message: match[2]! });
  }
}

const RESPONSE_CODE = /responsecode>(Error\w{2,80})</iy;

function* responseCodes(source: MappedText): Generator<FoundApiError> {
  for (const at of places(source.lower, 'responsecode>')) {
    RESPONSE_CODE.lastIndex = at;
    const match = RESPONSE_CODE.exec(source.text);
    if (match === null) continue;
    const before = source.text.slice(Math.max(0, at - NEAR), at);
    const behind = source.text.slice(at, at + NEAR);
    const message =
      /<\w{1,10}:MessageText>([^<]{0,1000})/i.exec(before)?.[1] ?? faultWords(before) ?? faultWords(behind) ?? '';
    yield found(source, at, RESPONSE_CODE.lastIndex - 1, { code: match[1]!, message });
  }
}

const FAULT_WORDS = /<(?:\w{1,10}:)?(?:faultstring|Text)[^>]{0,80}>([^<]{1,1000})</i;

function faultWords(text: string): string | undefined {
  return FAULT_WORDS.exec(text)?.[1];
}

const FAULT_STRING = /faultstring[^>]{0,80}>([^<]{1,1000})</iy;

function* faults(source: MappedText): Generator<FoundApiError> {
  for (const at of places(source.lower, '<faultstring')) {
    FAULT_STRING.lastIndex = at + 1;
    const match = FAULT_STRING.exec(source.text);
    if (match === null) continue;
    const detail = source.text.slice(at, at + NEAR);
    const code =
      /ResponseCode[^>]{0,200}>(Error\w{2,80})</.exec(detail)?.[1] ??
      faultCode(source.text.slice(Math.max(0, at - 200), at));
    yield found(source, at, FAULT_STRING.lastIndex - 1, { code, message: match[1]! });
  }
}

/** `a:ErrorImpersonationDenied` says something, `s:Client` does not. */
function faultCode(before: string): string {
  return /<faultcode[^>]{0,200}>(?:\w{1,10}:)?(Error\w{2,80})</.exec(before)?.[1] ?? '';
}
