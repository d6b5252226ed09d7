import type { Reader } from '../text/views.ts';
import type { OAuthErrorEvidence } from './evidence.ts';
import { bodyErrors } from './oauth-error/body-errors.ts';
import type { FoundOAuthError } from './oauth-error/found-oauth-error.ts';
import { mentionedErrors } from './oauth-error/mentioned-errors.ts';
import { redirectErrors } from './oauth-error/redirect-errors.ts';

const LIMIT = 100;

/**
 * Errors of the authorization server: token endpoint bodies, redirects, and names in the texts of libraries.
 * Repetitions are read once, the fullest of them; a bare name adds nothing to a body or redirect with the same name.
 */
export const readOAuthErrors: Reader<OAuthErrorEvidence> = (views) => {
  const placed = [...bodyErrors(views), ...redirectErrors(views)].sort((a, b) => a.start - b.start);
  const kept: FoundOAuthError[] = [];
  for (const error of [...placed, ...mentionedErrors(views, placed)]) {
    const index = kept.findIndex((other) => repeats(other, error));
    const other = kept[index];
    if (other === undefined) {
      if (kept.length < LIMIT * 2) kept.push(error);
    } else if (other.description === '' && error.description !== '' && other.where === error.where) {
      kept[index] = { ...error, suberror: error.suberror ?? other.suberror, claims: error.claims ?? other.claims };
    } else if (other.claims === undefined && error.claims !== undefined) {
      kept[index] = { ...other, claims: error.claims, suberror: other.suberror ?? error.suberror };
    }
  }
  return kept
    .sort((a, b) => a.start - b.start)
    .slice(0, LIMIT)
    .map(({ start, end, claims, ...rest }) => ({
      kind: 'oauth-error' as const,
      span: views.text.spanOf(start, end),
      ...rest,
      ...(claims === undefined ? {} : { claims }),
    }));
};

function repeats(kept: FoundOAuthError, error: FoundOAuthError): boolean {
  if (kept.error !== error.error) return false;
  if (error.where === 'text')
    return (
      kept.where !== 'text' ||
      kept.description === '' ||
      error.description === '' ||
      kept.description === error.description
    );
  return (
    kept.where === error.where &&
    (kept.description === error.description || error.description === '' || kept.description === '')
  );
}
