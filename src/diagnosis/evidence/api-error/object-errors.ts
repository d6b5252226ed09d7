import type { Views } from '../../text/views.ts';
import { errorObjects } from '../loose/error-objects.ts';
import { fieldOf, type LooseField, type LooseObject } from '../loose/loose-object.ts';
import { OAUTH_ERROR_NAMES } from '../oauth-error/names.ts';
import { type FoundApiError, found, innerErrorDate } from './found-api-error.ts';

const LIMIT = 200;
const INNER_ERROR = ['innererror', 'inner_error'] as const;
const REQUEST_ID = [
  'request-id',
  'requestid',
  'request_id',
  'x-ms-request-id',
  'client-request-id',
  'clientrequestid',
  'client_request_id',
] as const;

/**
 * Error bodies of Graph and other OData services that stand in braces: JSON, dictionaries, objects of the SDKs,
 * `odata.error`, bodies inside of bodies.
 */
export function objectErrors(views: Views): FoundApiError[] {
  const errors: FoundApiError[] = [];
  const visit = (object: LooseObject, wrapped: boolean): boolean => {
    if (errors.length >= LIMIT) return false;
    const before = errors.length;
    let below = false;
    for (const field of object.fields) {
      if (isInnerError(field)) continue;
      const isError = field.key === 'error' || field.key === 'odata.error';
      if (field.object !== null && field.key !== 'claims' && visit(field.object, isError)) below = true;
      for (const item of field.items) if (visit(item, false)) below = true;
    }
    const own = read(views, object, wrapped, below);
    // The object begins before what stands in it.
    if (own !== undefined) errors.splice(before, 0, own);
    return own !== undefined || below;
  };
  for (const object of errorObjects(views.text)) visit(object, wrappedBy(views.text.lower, object));
  return errors;
}

/** Whether `error` stood before the bracket, out of reach of the object. */
function wrappedBy(lower: string, object: LooseObject): boolean {
  return /error["'`]?\s{0,8}[:=]\s{0,8}$/.test(lower.slice(Math.max(0, object.start - 24), object.start));
}

function read(views: Views, object: LooseObject, wrapped: boolean, below: boolean): FoundApiError | undefined {
  // A schedule of `getSchedule` names its fault as Exchange does in its SOAP answers.
  const codeField = fieldOf(object, 'code') ?? exchangeCode(fieldOf(object, 'responsecode'));
  const messageField = fieldOf(object, 'message');
  const code = codeField?.text ?? null;
  const message = messageOf(messageField);
  const inner = fieldOf(object, ...INNER_ERROR)?.object ?? null;
  if (codeField !== undefined) {
    if (code === null && message === null && below) return undefined;
    if (!isApiCode(code ?? '', codeField.quoted, wrapped)) return undefined;
    if (!wrapped) {
      const companion = messageField ?? inner ?? fieldOf(object, 'statuscode', 'status', ...REQUEST_ID);
      if (companion === undefined) return undefined;
    }
  } else if (wrapped && message !== null) {
    // Other vendors' bodies have a type beside the message, thrown errors a name or a stack.
    if (fieldOf(object, 'error', 'name', 'errorcode', 'stack', 'type', 'status') !== undefined) return undefined;
  } else {
    return descriptionAlone(views, object);
  }
  const first = codeField ?? messageField!;
  const end = messageField === undefined || messageField.end < first.end ? first.end : messageField.end;
  const start = messageField === undefined ? first.start : Math.min(first.start, messageField.start);
  return found(views.text, start, end, {
    code: code ?? '',
    message: message ?? '',
    innerCodes: innerCodes(inner),
    date: dateOf(inner),
    requestId: requestIdOf(inner) ?? requestIdOf(object),
  });
}

function exchangeCode(field: LooseField | undefined): LooseField | undefined {
  return field?.text?.startsWith('Error') === true ? field : undefined;
}

/** SharePoint refuses with `{"error_description":"Invalid issuer or signature."}` and nothing else. */
function descriptionAlone(views: Views, object: LooseObject): FoundApiError | undefined {
  const description = fieldOf(object, 'error_description');
  if (description?.text == null || !description.quoted || fieldOf(object, 'error', 'error_codes') !== undefined)
    return undefined;
  if (/^\s*(?:AADSTS|AADB2C)/i.test(description.text)) return undefined;
  return found(views.text, description.start, description.end, { code: '', message: description.text });
}

function messageOf(field: LooseField | undefined): string | null {
  if (field === undefined) return null;
  if (field.object === null) return field.text;
  return fieldOf(field.object, 'value')?.text ?? null;
}

/** Node's system errors and axios' own codes stand in the same field. */
const OTHER_CODE = /^(?:E[A-Z_]{3,}|ERR_\w+|\d+|[a-z]{2}-[A-Z]{2})$/;
const OWN_CODE = /^[A-Za-z][A-Za-z_]*(?:[._-][A-Za-z_]+)*\d{0,4}[A-Za-z]*$/;

function isApiCode(code: string, quoted: boolean, wrapped: boolean): boolean {
  if (code === '') return true;
  if (OTHER_CODE.test(code)) return false;
  if (wrapped) return code.length <= 120 && (quoted || OWN_CODE.test(code));
  return (
    code.length >= 3 && code.length <= 80 && OWN_CODE.test(code) && /[A-Z]/.test(code) && !OAUTH_ERROR_NAMES.has(code)
  );
}

function isInnerError(field: LooseField): boolean {
  return field.key === 'innererror' || field.key === 'inner_error';
}

function innerCodes(inner: LooseObject | null): string[] {
  const codes: string[] = [];
  for (let at = inner, depth = 0; at !== null && depth < 6; depth += 1) {
    const code = fieldOf(at, 'code', 'errorcode')?.text;
    if (code != null && code !== '' && code.length <= 120) codes.push(code);
    at = fieldOf(at, ...INNER_ERROR)?.object ?? null;
  }
  return codes;
}

function dateOf(inner: LooseObject | null): number | null {
  if (inner === null) return null;
  const date = innerErrorDate(fieldOf(inner, 'date')?.text);
  if (date !== null) return date;
  // Kiota's classes for Python keep what the schema does not name in additional_data; a date there is a datetime repr.
  const extra = fieldOf(inner, 'additional_data', 'additionaldata')?.object ?? null;
  return extra === null ? null : innerErrorDate(fieldOf(extra, 'date')?.text);
}

const REQUEST_ID_FORM = /^[0-9A-Za-z][0-9A-Za-z-]{7,63}$/;

function requestIdOf(object: LooseObject | null): string | null {
  if (object === null) return null;
  const id = fieldOf(object, ...REQUEST_ID)?.text ?? null;
  return id !== null && REQUEST_ID_FORM.test(id) ? id : null;
}
