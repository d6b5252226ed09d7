import { personByUserName } from '../../world/look-up.ts';
import { SAMPLE_PASSWORD } from '../../world/seed-people.ts';
import type { SandboxPerson, World } from '../../world/world.ts';
import { tenantOfAuthority } from '../authority.ts';
import { addConsent, missingConsent, needsAdministrator } from '../consent.ts';
import type { EntraRefusal } from '../entra-refusal.ts';
import type { PendingSignIn } from '../grant-store.ts';
import { ensureServicePrincipal } from '../issue-tokens.ts';
import * as refusals from '../refusals/person.ts';
import { type Account, accountAt, assertAccount, assertPolicies, secondFactorDue } from '../sign-in-rules.ts';
import type { AuthorizeRequest } from './authorize-request.ts';

/** What the person sees, or where they go, next. */
export type Step =
  | { readonly kind: 'sign-in'; readonly problem?: EntraRefusal; readonly userName?: string }
  | { readonly kind: 'second-factor'; readonly account: Account }
  | { readonly kind: 'consent'; readonly account: Account }
  | { readonly kind: 'done'; readonly account: Account; readonly contexts: readonly string[] };

/**
 * The name and the password. A wrong one is told on the sign-in page itself.
 *
 * @throws EntraRefusal 50034, 50126, 50053, 50055, 50057
 */
export function checkPassword(
  world: World,
  request: AuthorizeRequest,
  userName: string,
  password: string,
): SandboxPerson {
  const person = personByUserName(world, userName);
  const gone = person !== undefined && !person.exists && person.home === undefined;
  if (person === undefined || gone) throw refusals.userUnknown(userName, tenantOfAuthority(request.authority));
  if (person.locked) throw refusals.accountLocked();
  if (person.password !== password) throw refusals.passwordWrong();
  if (!person.enabled) throw refusals.accountDisabled();
  if (person.passwordExpired) throw refusals.passwordExpired();
  return person;
}

/** A person who is picked with a click types the password that the page tells. */
export function passwordOfPicked(): string {
  return SAMPLE_PASSWORD;
}

/**
 * The next step of a person who proved who they are.
 *
 * @throws EntraRefusal where the tenant does not let them in, or only an administrator could consent
 */
export function nextStep(world: World, request: AuthorizeRequest, pending: PendingSignIn): Step {
  const person = personByUserName(world, pending.userPrincipalName ?? '');
  if (person === undefined) return { kind: 'sign-in' };
  const account = accountAt(world, request.authority, request.app, person);
  assertAccount(account);
  assertPolicies(world, request.app, account);
  const contexts = pending.methods.includes('mfa') ? request.claims.contexts : [];
  if (secondFactorDue(world, account, request.claims, contexts)) return { kind: 'second-factor', account };
  if (consentDue(world, request, pending, account)) return { kind: 'consent', account };
  ensureServicePrincipal(world, request.app.clientId, account.tenant.id);
  return { kind: 'done', account, contexts };
}

function consentDue(world: World, request: AuthorizeRequest, pending: PendingSignIn, account: Account): boolean {
  const { app, scopes, prompts } = request;
  const missing = missingConsent(world, app, account, scopes);
  if (missing.length > 0) {
    const forbidden = world.policies.some(
      (one) => one.kind === 'no-user-consent' && one.tenantId === account.tenant.id,
    );
    const admin = needsAdministrator(scopes.resource, missing, account.tenant.id);
    if (forbidden || admin) throw refusals.adminConsentNeeded(app);
  }
  return missing.length > 0 || (prompts.includes('consent') && !pending.consented);
}

/** @throws EntraRefusal 65004 */
export function answerConsent(
  world: World,
  request: AuthorizeRequest,
  pending: PendingSignIn,
  accepted: boolean,
): void {
  if (!accepted) throw refusals.consentDeclined(request.app);
  const person = personByUserName(world, pending.userPrincipalName ?? '');
  if (person === undefined) return;
  addConsent(world, request.app, accountAt(world, request.authority, request.app, person), request.scopes);
  pending.consented = true;
}

/** @throws EntraRefusal 500121 */
export function answerSecondFactor(world: World, pending: PendingSignIn, approved: boolean): void {
  if (!approved) throw refusals.mfaDeclined();
  const person = personByUserName(world, pending.userPrincipalName ?? '');
  if (person === undefined) return;
  person.mfaDone = true;
  person.mfaRegistered = true;
  pending.methods = [...new Set([...pending.methods, 'mfa'])];
}
