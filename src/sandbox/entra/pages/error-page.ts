import { type EntraRefusal, entraTimestamp, type RequestIds } from '../entra-refusal.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

export interface ErrorPage {
  readonly refusal: EntraRefusal;
  readonly ids: RequestIds;
  /** Where the app may be told, for a refusal that the person can take back to it. */
  readonly backTo?: string;
}

/** The page behind which a sign-in ends. People copy it as it is, so it reads well as plain text. */
export function errorPage({ refusal, ids, backTo }: ErrorPage): string {
  const admin = refusal.aadsts === 90094;
  return page(
    admin ? 'Need admin approval' : 'Sign in',
    html`<h1>${admin ? 'Need admin approval' : 'Sign in'}</h1>
${admin ? [] : [html`<p>Sorry, but we’re having trouble signing you in.</p>`]}
<p class="problem" role="alert">${refusal.message}</p>
${backTo === undefined ? [] : [html`<p><a href="${backTo}">Return to the application without granting consent</a></p>`]}
<h2>Troubleshooting details</h2>
<p class="soft">If you contact your administrator, send this info to them.</p>
<dl><dt>Request Id:</dt> <dd>${ids.traceId}</dd>
<dt>Correlation Id:</dt> <dd>${ids.correlationId}</dd>
<dt>Timestamp:</dt> <dd>${entraTimestamp(ids.at)}</dd></dl>
<hr>
<p class="soft">Copy this page into the chat with why401 to read what it means and what to do.</p>`,
  );
}
