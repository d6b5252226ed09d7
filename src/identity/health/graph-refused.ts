import type { GraphAnswer } from '../../graph/graph.ts';
import type { Refusal } from '../../refusals/refusal.ts';
import type { CheckContext, Outcome } from './check-context.ts';
import type { HealthAdvice } from './health-report.ts';

/**
 * A failed check with its root cause from the engine. Where the engine finds none (no connection, an answer that says
 * nothing), the advice takes its place.
 */
export function failed(
  says: string,
  refusal: Refusal,
  context: Pick<CheckContext, 'diagnose'>,
  advice: HealthAdvice = adviceOn(refusal),
): Outcome {
  const diagnosis = context.diagnose(refusal);
  if (diagnosis.verdict === 'undecided') return { state: 'fail', says, advice };
  return { state: 'fail', says, diagnosis };
}

/** What Graph refused, or why nothing came from it. `what` as in «your calendar». */
export function graphRefused(
  answer: Extract<GraphAnswer, { kind: 'refused' }>,
  what: string,
  context: Pick<CheckContext, 'diagnose'>,
): Outcome {
  const tries = answer.tries > 1 ? `, after ${answer.tries} tries` : '';
  if (answer.status === null) {
    const error = answer.refusal.error;
    const name = error?.code ?? error?.name ?? 'no answer';
    return failed(`No answer came from Microsoft Graph for ${what} (${name})${tries}.`, answer.refusal, context);
  }
  const code = errorCode(answer.refusal);
  return failed(`Microsoft Graph refused ${what} with ${answer.status}${code}${tries}.`, answer.refusal, context);
}

/** The code of Graph's error body, where it has the form of one. */
function errorCode({ response }: Refusal): string {
  const code = /^\s*\{\s*"error"\s*:\s*\{\s*"code"\s*:\s*"([A-Za-z_.]{1,60})"/.exec(response?.body ?? '')?.[1];
  return code === undefined ? '' : ` ${code}`;
}

function adviceOn(refusal: Refusal): HealthAdvice {
  if (refusal.response === undefined) {
    const { host } = new URL(refusal.request.url);
    return {
      owner: 'app-developer',
      text: `See that the machine on which why401 runs reaches ${host} over HTTPS: name resolution, proxy, firewall. Then check again.`,
    };
  }
  const id = refusal.response.headers['request-id'] ?? refusal.response.headers['x-ms-request-id'];
  return {
    owner: 'microsoft',
    text: `Check again in a minute. Where it stays, open a support request with Microsoft${id === undefined ? '' : ` and give it the request id ${id}`}.`,
  };
}

/** The address of a check's own finding: nothing was sent, but this is the call that the token is for. */
export function wouldBe(method: string, path: string): Refusal['request'] {
  return { method, url: `https://graph.microsoft.com/v1.0${path}` };
}

/** A refusal that the check itself found in the claims: the call that it would hit, and the claims. */
export function foundInClaims(context: CheckContext, method: string, path: string): Refusal {
  return {
    request: wouldBe(method, path),
    ...(context.rawClaims === null ? {} : { claims: context.rawClaims }),
  };
}
