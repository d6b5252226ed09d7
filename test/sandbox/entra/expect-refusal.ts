import { expect } from 'vitest';
import { diagnosed, type Refused } from './entra-client.ts';

const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const TAIL = new RegExp(
  ` Trace ID: ${GUID} Correlation ID: ${GUID} Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`,
);

export interface Expected {
  readonly code: number;
  readonly error: string;
  readonly status?: number;
  readonly suberror?: string;
  readonly words: RegExp;
  readonly cause: string;
}

/** The shape of every refusal of the token endpoint, its words, and what the engine reads in it. */
export function expectRefusal(refused: Refused, { code, error, status = 400, suberror, words, cause }: Expected): void {
  expect(refused.text, refused.text).toContain(`AADSTS${code}:`);
  expect(refused.status).toBe(status);
  expect(refused.body).toMatchObject({
    error,
    error_codes: [code],
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
    trace_id: refused.headers.get('x-ms-request-id'),
    correlation_id: refused.headers.get('client-request-id'),
  });
  expect(refused.body.suberror).toBe(suberror);
  const description = String(refused.body.error_description);
  expect(description).toMatch(TAIL);
  expect(description).toMatch(words);
  const diagnosis = diagnosed(refused.text);
  expect(diagnosis.cause, `${diagnosis.verdict}: ${refused.text}`).toBe(cause);
}
