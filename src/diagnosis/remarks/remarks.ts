import { numberSays, shownByBroker } from '../causes/words/broker-answers.ts';
import { missesRefreshTokenOfApp, NO_REFRESH_TOKEN_FOR_APPS } from '../causes/words/no-refresh-token-for-apps.ts';
import type { Facts } from '../facts/facts.ts';
import { guideMistakes } from './guide-mistakes.ts';

/** What a reader should know of the reading itself, beside the finding. Plain sentences, most important first. */
export function remarksOn(facts: Facts, decided: boolean): string[] {
  const remarks: string[] = [];
  if (facts.evidence.some((item) => item.earlier))
    remarks.push('I put this together with your earlier messages here (kept for 30 minutes, «forget» empties it).');
  const ours = facts.microsoft || facts.of('vendor').length === 0;
  if (ours && facts.of('challenge').some((item) => item.lenient)) {
    remarks.push(
      'The WWW-Authenticate header does not follow its grammar (RFC 9110), as pasted headers often do; I read it leniently.',
    );
  }
  const repaired = facts.of('aadsts').find((item) => item.repaired && item.where !== 'words');
  if (repaired?.where === 'page') remarks.push(NUMBER_TAKEN);
  else if (repaired !== undefined)
    remarks.push('A code in this was split or misread; I put it together. Check it against the original.');
  if (facts.token?.truncated) remarks.push('The token is cut off: I used the claims that can still be read.');
  if (decided && missesRefreshTokenOfApp(facts)) remarks.push(NO_REFRESH_TOKEN_FOR_APPS);
  return [...remarks, ...(decided ? brokerRemarks(facts) : []), ...guideMistakes(facts)];
}

/** Off a window or out of a sentence, without AADSTS before it, or with a letter in the place of a digit. */
const NUMBER_TAKEN = 'I took a number in this for a code of Entra ID. Check it against the original.';

/** Answers that rules read. */
const TOLD_AS_REASON: ReadonlySet<string> = new Set([
  'resource_disabled',
  'invalid_resource',
  'interaction_required',
  'temporarily_unavailable',
  'server_error',
]);

/** What the number in a window tells, where it does not say what to change: undecided, it is the first line. */
function brokerRemarks(facts: Facts): string[] {
  const shown = shownByBroker(facts).find(({ code }) => code !== null && !TOLD_AS_REASON.has(code));
  return shown === undefined ? [] : [numberSays(shown)];
}
