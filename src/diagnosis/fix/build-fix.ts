import type { RootCause } from '../causes/root-cause.ts';
import type { Fix, Patch } from '../diagnosis.ts';
import type { Facts, Values } from '../facts/facts.ts';
import { choosePatches } from './choose-patches.ts';
import { consentLink } from './consent-link.ts';
import { patchRecipe } from './patch-recipe.ts';
import { withPortalLinks } from './step-links.ts';

/**
 * The fix of a root cause for one paste: steps for the owner, the code, the way to check it, and, where an
 * administrator must act, the message to forward and the link to consent.
 */
export function buildFix(cause: RootCause, facts: Facts): Fix {
  const values = withNeededScope(facts);
  const ids = typeof cause.patches === 'function' ? cause.patches(facts) : cause.patches;
  const { needsAdminConsent } = cause;
  const asks = typeof needsAdminConsent === 'function' ? needsAdminConsent(facts) : needsAdminConsent === true;
  const consent = asks ? consentLink(values, facts.actor === 'app') : null;
  const forward = cause.forward?.(facts);
  let patches: readonly Patch[] | undefined;
  return {
    owner: cause.ownerFor?.(facts) ?? cause.owner,
    steps: withPortalLinks(cause.steps(facts), facts.values),
    // Chosen when read: who only asks what is wrong does not pay for seven languages.
    get patches() {
      patches ??= choosePatches(ids, values, facts.language);
      return patches;
    },
    ...(ids.length === 0 ? {} : { recipe: patchRecipe(ids, values) }),
    check: cause.check(facts),
    ...(forward === undefined ? {} : { forward }),
    ...(consent === null ? {} : { consentLink: consent }),
    sources: cause.sources,
  };
}

/**
 * The paste's scopes with the least permission that the failing call needs, where none of those that would do is
 * among them: a patch for a missing permission asks for it.
 */
function withNeededScope(facts: Facts): Values {
  const { need, values } = facts;
  const least = need?.work[0] ?? need?.personal[0];
  if (need === null || least === undefined || facts.actor === 'app') return values;
  const asked = values.scopes ?? [];
  const suffices = (scope: string) => {
    const name = scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
    const named = (permission: string) => permission.toLowerCase() === name;
    return name === '.default' || need.work.some(named) || need.personal.some(named);
  };
  return asked.some(suffices) ? values : { ...values, scopes: [...asked, least] };
}
