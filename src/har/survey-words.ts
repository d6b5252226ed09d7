import type { FailedCall, HarSurvey } from './har-survey.ts';

/** What to do where a recording shows no failed call. */
export const RECORD_AGAIN =
  'If something failed: open the developer tools (F12), the Network tab, tick “Preserve log”, do it again until it fails, and export that recording.';

/** One sentence: how many calls of the recording failed. */
export function surveyWords({ calls, failed, failures }: HarSurvey, name: string): string {
  if (calls === 0) return `No call stands in ${name}.`;
  if (failed === 0) return `No call failed among the ${count(calls)} in ${name}.`;
  const ways = failures.length === failed ? '' : `, in ${count(failures.length)} ways`;
  return `${count(failed)} of the ${count(calls)} calls in ${name} failed${ways}.`;
}

/** Which call it was, what came back, and how often. */
export function callWords({ method, address, status, count: times, form, error }: FailedCall): string {
  const came =
    status === 0
      ? `no answer${error === '' ? '' : ` (${error})`}`
      : form === 'status'
        ? String(status)
        : `${status}, with an error told in it`;
  return `${method} ${address} → ${came}${times === 1 ? '' : ` (${count(times)} times)`}`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
