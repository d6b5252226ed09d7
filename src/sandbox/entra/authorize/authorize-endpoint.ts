import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { assertServing } from '../conditions.ts';
import type { EntraParts } from '../entra.ts';
import type { EntraRefusal, RequestIds } from '../entra-refusal.ts';
import type { PendingSignIn } from '../grant-store.ts';
import { clientInfo } from '../issue-tokens.ts';
import { consentPage } from '../pages/consent-page.ts';
import { errorPage } from '../pages/error-page.ts';
import { sendPage } from '../pages/layout.ts';
import { secondFactorPage } from '../pages/second-factor-page.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import { readForm } from '../read-form.ts';
import * as person from '../refusals/person.ts';
import { idHeaders, requestIds } from '../request-ids.ts';
import { asRefusal } from '../send-answer.ts';
import { secondFactorRefusal } from '../sign-in-rules.ts';
import { answerApp, refusalAddress, refusalFields } from './authorize-answer.ts';
import { type AuthorizeRequest, type Requester, readAuthorizeRequest, readRequester } from './authorize-request.ts';
import { sessionCookie, sessionOf } from './session-cookie.ts';
import {
  answerConsent,
  answerSecondFactor,
  checkPassword,
  nextStep,
  passwordOfPicked,
  type Step,
} from './sign-in-steps.ts';

/** Refusals that the real service sends back to the app although a person was asked. */
const BACK_TO_APP: readonly number[] = [65004, 500121, 50058, 65001, 50076, 50079];
const PAGE_MS = 3_600_000;

/** The parts of one request that all of its answers need. */
interface Turn {
  readonly parts: EntraParts;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly ids: RequestIds;
}

/** `GET` or `POST …/authorize`: begins a sign-in. */
export async function authorize(
  parts: EntraParts,
  tenantName: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const parameters =
    req.method === 'POST' ? await readForm(req) : new URL(req.url ?? '/', 'http://localhost').searchParams;
  const turn = { parts, req, res, ids: requestIds(req, parts.now(), parameters.get('client-request-id')) };
  const pending: PendingSignIn = {
    id: randomUUID(),
    tenantName,
    parameters,
    correlationId: turn.ids.correlationId,
    began: parts.now(),
    methods: [],
    consented: false,
  };
  await proceed(turn, pending, (request) => begin(turn, pending, request));
}

/** `POST …/login`: the person answered one of the pages. */
export async function answerPage(parts: EntraParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const form = await readForm(req);
  const pending = parts.grants.pending.get(form.get('flow') ?? '');
  const turn = { parts, req, res, ids: requestIds(req, parts.now(), pending?.correlationId) };
  if (pending === undefined || pending.began + PAGE_MS <= parts.now()) {
    showError(turn, person.pageLeftOpen());
    return;
  }
  await proceed(turn, pending, (request) => takeAnswer(turn, pending, request, form));
}

/** Reads the request anew at every page: what changed in the world meanwhile counts. */
async function proceed(turn: Turn, pending: PendingSignIn, act: (request: AuthorizeRequest) => Step): Promise<void> {
  const { parts } = turn;
  let requester: Requester | undefined;
  let request: AuthorizeRequest | undefined;
  try {
    await assertServing(parts.world);
    requester = readRequester(parts.world, pending.tenantName, pending.parameters);
    request = readAuthorizeRequest(parts.world, requester, pending.parameters);
    show(turn, pending, request, act(request));
  } catch (error) {
    refuse(turn, asRefusal(error), requester, request);
  }
}

function begin(turn: Turn, pending: PendingSignIn, request: AuthorizeRequest): Step {
  const { parts, req } = turn;
  const session = sessionOf(req, parts.grants);
  const silent = request.prompts.includes('none');
  const hinted = session?.userPrincipalName.toLowerCase() === request.loginHint?.toLowerCase();
  const fresh = request.claims.notBefore !== null && (session?.authTime ?? 0) < request.claims.notBefore;
  const asked = request.prompts.some((prompt) => prompt === 'login' || prompt === 'select_account');
  // With one session the real service goes straight on. Here many people share a browser, so that the page asks,
  // unless the app says who it means.
  const known = session !== undefined && !fresh && !asked && (hinted || (silent && request.loginHint === undefined));
  if (!known) {
    if (silent) throw person.nobodySignedIn();
    return { kind: 'sign-in' };
  }
  pending.userPrincipalName = session.userPrincipalName;
  pending.authTime = session.authTime;
  pending.methods = [...session.methods];
  const step = nextStep(parts.world, request, pending);
  if (silent && step.kind === 'consent') throw person.notConsented(request.app, 'consent_required');
  if (silent && step.kind === 'second-factor') {
    throw secondFactorRefusal(step.account, request.scopes.resource, 'interaction_required');
  }
  return step;
}

function takeAnswer(turn: Turn, pending: PendingSignIn, request: AuthorizeRequest, form: URLSearchParams): Step {
  const { world, now } = turn.parts;
  switch (form.get('step')) {
    case 'person':
    case 'password': {
      if (form.has('cancel')) throw person.consentDeclined(request.app);
      const picked = form.get('person');
      const userName = (picked ?? form.get('username') ?? '').trim().slice(0, 200);
      try {
        const password = picked === null ? (form.get('password') ?? '') : passwordOfPicked();
        pending.userPrincipalName = checkPassword(world, request, userName, password).userPrincipalName;
      } catch (error) {
        return { kind: 'sign-in', problem: asRefusal(error), userName };
      }
      // A sign-in of this second answers a challenge of this second.
      pending.authTime = Math.max(now(), request.claims.notBefore ?? 0);
      pending.methods = ['pwd'];
      break;
    }
    case 'second-factor':
      answerSecondFactor(world, pending, form.get('answer') === 'approve');
      break;
    case 'consent':
      answerConsent(world, request, pending, form.get('answer') === 'accept');
      break;
    default:
      return { kind: 'sign-in' };
  }
  return nextStep(world, request, pending);
}

function show(turn: Turn, pending: PendingSignIn, request: AuthorizeRequest, step: Step): void {
  const { parts, res } = turn;
  if (step.kind === 'done') {
    finish(turn, pending, request, step);
    return;
  }
  parts.grants.pending.set(pending.id, pending);
  const target = { action: `/entra/${encodeURIComponent(pending.tenantName)}/login`, flow: pending.id };
  switch (step.kind) {
    case 'sign-in': {
      const { problem } = step;
      if (problem !== undefined) parts.recent.refused(res, `AADSTS${problem.aadsts}`);
      const people = parts.world.people.filter(({ exists, home }) => exists || home !== undefined);
      const userName = step.userName ?? request.loginHint ?? '';
      const text = signInPage({ target, app: request.app, people, userName, problem: problem?.message });
      sendPage(res, 200, text, idHeaders(turn.ids));
      return;
    }
    case 'second-factor':
      sendPage(res, 200, secondFactorPage(target, step.account.person), idHeaders(turn.ids));
      return;
    case 'consent': {
      const { person: who, tenant } = step.account;
      const text = consentPage({ target, app: request.app, person: who, tenant, scopes: request.scopes });
      sendPage(res, 200, text, idHeaders(turn.ids));
    }
  }
}

function finish(
  { parts, res, req, ids }: Turn,
  pending: PendingSignIn,
  request: AuthorizeRequest,
  { account, contexts }: Extract<Step, { kind: 'done' }>,
): void {
  const now = parts.now();
  const session = {
    id: sessionOf(req, parts.grants)?.id ?? randomUUID(),
    userPrincipalName: account.person.userPrincipalName,
    authTime: pending.authTime ?? now,
    methods: pending.methods,
    contexts,
  };
  parts.grants.sessions.set(session.id, session);
  parts.grants.pending.delete(pending.id);
  const code = parts.grants.addCode(
    {
      clientId: request.app.clientId,
      tenantId: account.tenant.id,
      oid: account.oid,
      platform: request.platform,
      authTime: session.authTime,
      methods: session.methods,
      contexts,
      sessionId: randomUUID(),
      cp1: request.claims.cp1,
      scope: request.scope,
      redirectUri: request.redirectUri,
      authority: request.authorityName,
      challenge: request.challenge,
      nonce: request.nonce,
      issued: now,
      redeemed: false,
    },
    account.person.kind === 'personal',
  );
  const fields = {
    code,
    ...(request.clientInfo ? { client_info: clientInfo(account.person) } : {}),
    session_state: session.id,
  };
  answerApp(res, request, fields, { ...sessionCookie(session.id), ...idHeaders(ids) });
}

/** On a page, or back to the app: what is wrong with the request is the app's, what is wrong with the person is theirs. */
function refuse(turn: Turn, refusal: EntraRefusal, requester?: Requester, request?: AuthorizeRequest): void {
  const { parts, res, ids } = turn;
  const silent = request?.prompts.includes('none') === true;
  const appsOwn = requester !== undefined && request === undefined;
  if (requester !== undefined && (appsOwn || silent || BACK_TO_APP.includes(refusal.aadsts))) {
    parts.recent.refused(res, `AADSTS${refusal.aadsts}`);
    answerApp(res, requester, refusalFields(refusal, ids), idHeaders(ids));
    return;
  }
  showError(turn, refusal, requester);
}

function showError({ parts, res, ids }: Turn, refusal: EntraRefusal, requester?: Requester): void {
  parts.recent.refused(res, `AADSTS${refusal.aadsts}`);
  const backTo =
    refusal.aadsts === 90094 && requester !== undefined
      ? refusalAddress(requester, person.consentDeclined(requester.app), ids)
      : undefined;
  const text = errorPage({ refusal, ids, ...(backTo === undefined ? {} : { backTo }) });
  sendPage(res, refusal.status, text, {
    ...idHeaders(ids),
    ...(refusal.retryAfter === undefined ? {} : { 'Retry-After': String(refusal.retryAfter) }),
  });
}
