import type { RootCause } from '../causes/root-cause.ts';
import { SEEN_ON_PAGES } from '../causes/words/seen-on-pages.ts';
import type { Fix, Patch } from '../diagnosis.ts';
import type { Cloud, Facts, Values } from '../facts/facts.ts';
import { isOnAPage, isSeenByAPerson } from '../facts/on-a-page.ts';
import { isMicrosoftClient } from '../facts/values.ts';
import { leastOf, namedByApi } from '../permissions/named-by-api.ts';
import { isBlazorInAPage, signsInFromAPage, signsInOnADesktop, signsInOnAPhone } from './browser-marks.ts';
import { choosePatches } from './choose-patches.ts';
import { consentLink } from './consent-link.ts';
import { MadeWhenRead } from './made-when-read.ts';
import { CLOUD_HOSTS } from './national-cloud.ts';
import { type PatchRecipe, patchRecipe } from './patch-recipe.ts';
import type { PatchId } from './patches/patch-id.ts';
import { isOfAProduct } from './product-marks.ts';
import { withPortalLinks } from './step-links.ts';

/**
 * The fix of a root cause for one paste: steps for the owner, the code, the way to check it, and, where an
 * administrator must act, the message to forward and the link to consent.
 */
export function buildFix(cause: RootCause, facts: Facts): Fix {
  const scopes = cause.soundScopes?.(facts);
  const asked = scopes === undefined ? withNeededScope(facts, cause.scopeToAdd?.(facts)) : { ...facts.values, scopes };
  const sound = withoutTenant(asked, cause.wrongTenant?.(facts));
  const values = ofCloud(signedInAt(sound, cause.signInAt?.(facts)), cause.inCloud?.(facts));
  const patches = typeof cause.patches === 'function' ? cause.patches(facts) : cause.patches;
  const ids = isForAPerson(cause, facts) ? NO_PATCHES : whereItRuns(patches, facts);
  const { needsAdminConsent } = cause;
  const asks = typeof needsAdminConsent === 'function' ? needsAdminConsent(facts) : needsAdminConsent === true;
  return new PatchesWhenRead(
    {
      owner: cause.ownerFor?.(facts) ?? cause.owner,
      steps: withPortalLinks(cause.steps(facts), facts.values),
      recipe: ids.length === 0 ? undefined : patchRecipe(ids, values),
      check: cause.check(facts),
      forward: cause.forward?.(facts),
      consentLink: asks ? consentLink(values, facts.actor === 'app') : null,
      sources: cause.sources,
    },
    () => choosePatches(ids, values, isOfAProduct(facts) ? 'curl' : facts.language),
  );
}

const NO_PATCHES: readonly PatchId[] = [];

/** Whoever sees a page of the sign-in has no code to change, nor has who signs in to a program of Microsoft. */
function isForAPerson(cause: RootCause, facts: Facts): boolean {
  if (facts.language === null && isMicrosoftClient(facts.values.clientId)) return true;
  return isOnAPage(facts) || (SEEN_ON_PAGES.has(cause.id) && isSeenByAPerson(facts));
}

function withoutTenant(values: Values, wrong: string | undefined): Values {
  if (wrong === undefined) return values;
  const { tenant, authorityTenant, ...rest } = values;
  const isWrong = (name: string | undefined) => name?.toLowerCase() === wrong.toLowerCase();
  return {
    ...rest,
    ...(tenant === undefined || isWrong(tenant) ? {} : { tenant }),
    ...(authorityTenant === undefined || isWrong(authorityTenant) ? {} : { authorityTenant }),
  };
}

function signedInAt(values: Values, at: ReturnType<NonNullable<RootCause['signInAt']>>): Values {
  if (at === undefined) return values;
  if (at !== 'own-tenant') return { ...values, authorityTenant: at };
  const { authorityTenant: _, ...rest } = values;
  return rest.tenant === undefined ? rest : { ...rest, authorityTenant: rest.tenant };
}

/** In one cloud all three addresses are of that cloud: what the paste has of another one is the fault itself. */
function ofCloud(values: Values, cloud: Cloud | undefined): Values {
  if (cloud === undefined || cloud === 'germany') return values;
  return { ...values, loginHost: CLOUD_HOSTS[cloud].login };
}

/** Code of a server, with its secret, which MSAL.js in a page has another form for. */
const SIGNS_IN_ON_A_SERVER: ReadonlySet<PatchId> = new Set([
  'account-authority',
  'public-account-authority',
  'authority',
  'claims-challenge',
  'one-resource-per-request',
  'pkce',
  'redirect-uri',
  'refresh-token',
  'request-graph-scopes',
  'silent-then-interactive',
  'token-cache',
]);

function whereItRuns(ids: readonly PatchId[], facts: Facts): readonly PatchId[] {
  if (signsInOnADesktop(facts)) return ids.map((id) => (id === 'silent-then-interactive' ? 'desktop-sign-in' : id));
  if (signsInOnAPhone(facts)) return ids.filter((id) => !SIGNS_IN_ON_A_SERVER.has(id));
  const blazor = isBlazorInAPage(facts);
  if (!blazor && !signsInFromAPage(facts)) return ids;
  const others = ids.filter((id) => !SIGNS_IN_ON_A_SERVER.has(id));
  return others.length === ids.length || blazor ? others : [...others, 'browser-sign-in'];
}

interface Words {
  readonly owner: Fix['owner'];
  readonly steps: Fix['steps'];
  readonly recipe: PatchRecipe | undefined;
  readonly check: Fix['check'];
  readonly forward: string | undefined;
  readonly consentLink: string | null;
  readonly sources: Fix['sources'];
}

/** A fix whose patches are chosen when they are first asked for. */
class PatchesWhenRead extends MadeWhenRead<readonly Patch[]> implements Fix {
  readonly owner: Fix['owner'];
  readonly steps: Fix['steps'];
  declare readonly patches: readonly Patch[];
  declare readonly recipe?: PatchRecipe;
  declare readonly check: Fix['check'];
  declare readonly forward?: string;
  declare readonly consentLink?: string;
  declare readonly sources: Fix['sources'];

  constructor({ owner, steps, recipe, check, forward, consentLink, sources }: Words, choose: () => readonly Patch[]) {
    super(choose);
    this.owner = owner;
    this.steps = steps;
    this.whenRead('patches');
    if (recipe !== undefined) this.recipe = recipe;
    this.check = check;
    if (forward !== undefined) this.forward = forward;
    if (consentLink !== null) this.consentLink = consentLink;
    this.sources = sources;
  }
}

/**
 * The paste's scopes with the least permission that the failing call needs, where none of those that would do is
 * among them: a patch for a missing permission asks for it.
 */
function withNeededScope(facts: Facts, toAdd: string | undefined): Values {
  const { need, values } = facts;
  // The roles of an app's own token are what it may do; nothing is to be asked for beside them.
  if (facts.actor === 'app')
    return facts.claims.roles === undefined ? values : { ...values, scopes: facts.claims.roles };
  const asked = values.scopes ?? [];
  const named = toAdd ?? leastOf(namedByApi(facts.call?.error?.message) ?? []);
  if (named !== undefined) return { ...values, scopes: [...asked, named] };
  const least = need?.work[0] ?? need?.personal[0];
  if (need === null || least === undefined) return values;
  const suffices = (scope: string) => {
    const name = scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
    const named = (permission: string) => permission.toLowerCase() === name;
    return name === '.default' || need.work.some(named) || need.personal.some(named);
  };
  return asked.some(suffices) ? values : { ...values, scopes: [...asked, least] };
}
