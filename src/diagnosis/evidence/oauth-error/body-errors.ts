import type { Views } from '../../text/views.ts';
import { decodeClaimsChallenge } from '../claims-challenge.ts';
import type { ClaimsChallenge } from '../evidence.ts';
import { errorObjects } from '../loose/error-objects.ts';
import { fieldOf, type LooseField, type LooseObject } from '../loose/loose-object.ts';
import { messageText } from '../message-text.ts';
import type { FoundOAuthError } from './found-oauth-error.ts';
import { CHALLENGE_ERROR_NAMES, OAUTH_ERROR_NAMES } from './names.ts';

const LIMIT = 200;
const NAME = /^[a-z][a-z0-9_.-]{2,60}$/;

/** The JSON of a token endpoint (RFC 6749 section 5.2) and what libraries print of it. */
export function bodyErrors(views: Views): FoundOAuthError[] {
  const errors: FoundOAuthError[] = [];
  const visit = (object: LooseObject): void => {
    if (errors.length >= LIMIT) return;
    const own = read(views.text.text, object);
    if (own !== undefined) errors.push(own);
    for (const field of object.fields) {
      if (field.object !== null) visit(field.object);
      for (const item of field.items) visit(item);
    }
  };
  for (const object of errorObjects(views.text)) visit(object);
  return errors;
}

function read(text: string, object: LooseObject): FoundOAuthError | undefined {
  const errorField = fieldOf(object, 'error');
  const error = errorField?.text?.trim().toLowerCase();
  if (errorField === undefined || error === undefined || !NAME.test(error)) return undefined;
  if (errorField.assigned && errorField.quoted && CHALLENGE_ERROR_NAMES.has(error)) return undefined;
  const description = fieldOf(object, 'error_description', 'errordescription');
  // A name of somebody's own counts only in the company that the RFC gives it.
  if (
    !OAUTH_ERROR_NAMES.has(error) &&
    description === undefined &&
    fieldOf(object, 'error_codes', 'suberror') === undefined
  ) {
    return undefined;
  }
  const suberror = fieldOf(object, 'suberror')?.text ?? null;
  const near =
    description !== undefined && Math.abs(description.start - errorField.start) < 3000 ? description : errorField;
  return {
    error,
    description: messageText(description?.text ?? ''),
    suberror: suberror !== null && NAME.test(suberror) ? suberror : null,
    claims: claimsOf(text, fieldOf(object, 'claims')),
    where: 'body',
    start: Math.min(errorField.start, near.start),
    end: Math.max(errorField.end, near.end),
  };
}

/** Entra sends `claims` as JSON in a string; with its escapes gone it reads as an object. */
function claimsOf(text: string, field: LooseField | undefined): ClaimsChallenge | undefined {
  if (field === undefined) return undefined;
  const value = field.object === null ? field.text : text.slice(field.object.start, field.object.end);
  return value === null || value === '' ? undefined : decodeClaimsChallenge(value);
}
