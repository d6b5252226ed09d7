import type { Request, Response, Server } from 'restify';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { logFailure } from '../logging/log-failure.ts';
import type { Logger } from '../logging/logger.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { refusalPaste } from '../refusals/refusal-paste.ts';
import { type CodePage, codePage } from './sign-in-pages/code-page.ts';
import { failedPage } from './sign-in-pages/failed-page.ts';
import { PAGE_HEADERS } from './sign-in-pages/page-frame.ts';
import { refusedPage } from './sign-in-pages/refused-page.ts';
import { type StopReason, stoppedPage } from './sign-in-pages/stopped-page.ts';

/** A cookie to set, or with an empty value and no age one to remove. */
export interface PageCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds: number;
  readonly secure: boolean;
}

/** What the browser gets. */
export type AuthAnswer =
  | { readonly kind: 'redirect'; readonly location: string; readonly cookie: PageCookie }
  | ({ readonly kind: 'code'; readonly cookie: PageCookie } & CodePage)
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface AuthRequest {
  readonly query: URLSearchParams;
  /** The `Cookie` header. */
  readonly cookies: string | undefined;
}

/** The two steps of a sign-in that happen in a browser. */
export interface AuthHandler {
  start(request: AuthRequest): Promise<AuthAnswer>;
  callback(request: AuthRequest): Promise<AuthAnswer>;
}

export type AuthStep = 'start' | 'callback';
export type AuthOutcome = Exclude<AuthAnswer['kind'], 'stopped'> | StopReason | 'failed';

export interface AuthRoutes {
  readonly handler: AuthHandler;
  /** The engine: explains a refusal on the page. */
  readonly explain: (refusal: Refusal) => Diagnosis;
  readonly logger: Logger;
  /** Is told how each request ended; for metrics. Holds nothing of a person. */
  readonly onAnswer?: (step: AuthStep, answer: AuthOutcome) => void;
}

/** `GET /auth/start` and `GET /auth/callback`, for people: also a failure of our own is a page, with the id under which it was logged. */
export function mountAuthRoutes(server: Server, routes: AuthRoutes): void {
  for (const step of ['start', 'callback'] as const) {
    server.get(`/auth/${step}`, async (req: Request, res: Response) => {
      await answerStep(step, req, res, routes);
    });
  }
}

async function answerStep(step: AuthStep, req: Request, res: Response, routes: AuthRoutes): Promise<void> {
  try {
    const query = new URLSearchParams(req.getQuery());
    const answer = await routes.handler[step]({ query, cookies: req.headers.cookie });
    routes.onAnswer?.(step, answer.kind === 'stopped' ? answer.reason : answer.kind);
    send(res, answer, routes.explain);
  } catch (error) {
    const id = logFailure(routes.logger, error, 'sign-in page failed', { step });
    routes.onAnswer?.(step, 'failed');
    sendPage(res, 500, failedPage(id));
  }
}

function send(res: Response, answer: AuthAnswer, explain: AuthRoutes['explain']): void {
  switch (answer.kind) {
    case 'redirect':
      res.sendRaw(302, '', { ...PAGE_HEADERS, Location: answer.location, 'Set-Cookie': setCookie(answer.cookie) });
      return;
    case 'code':
      sendPage(res, 200, codePage(answer), { 'Set-Cookie': setCookie(answer.cookie) });
      return;
    case 'stopped':
      sendPage(res, 400, stoppedPage(answer.reason));
      return;
    case 'refused':
      sendPage(res, 400, refusedPage(explain(answer.refusal), refusalPaste(answer.refusal)));
  }
}

function sendPage(res: Response, status: number, html: string, headers: Readonly<Record<string, string>> = {}): void {
  res.sendRaw(status, html, { ...PAGE_HEADERS, ...headers, 'Content-Type': 'text/html; charset=utf-8' });
}

/** Lax: Entra ID sends the browser back by a link of its own site, with which a Strict cookie would stay away. */
function setCookie({ name, value, maxAgeSeconds, secure }: PageCookie): string {
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Lax'];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}
