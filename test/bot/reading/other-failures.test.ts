import { describe, expect, it } from 'vitest';
import { builtInEngine } from '../../../src/bot/engine.ts';
import type { MessageToRead } from '../../../src/bot/reading/message-reader.ts';
import { readMessage } from '../../../src/bot/reading/read-message.ts';
import { diagnoseAndRemember } from '../../../src/diagnosis/diagnose.ts';

const APP = '5b0e7a52-4a1f-4b7e-9d0d-3c2f4f9b8a10';
const EXPIRED = `ERROR billing: AADSTS7000222: The provided client secret keys for app '${APP}' are expired.`;
const REFUSED =
  'ERROR GET https://graph.microsoft.com/v1.0/users/anna@contoso.com/events -> 403 {"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}';
const THROTTLED =
  'WARN  POST https://graph.microsoft.com/v1.0/$batch -> 429, Retry-After: 17 {"error":{"code":"TooManyRequests","message":"Too many requests"}}';
const TALK =
  'INFO  read the mailboxes of the sales department, page after page, and kept the delta link for the next run';

/** A log line each, five seconds apart. */
function log(...lines: readonly string[]): string {
  return lines.map((line, index) => `2026-11-20T06:00:${String(index * 5).padStart(2, '0')}.120Z ${line}`).join('\n');
}

function answerTo(text: string, message: Partial<MessageToRead> = {}): string {
  return readMessage(builtInEngine(diagnoseAndRemember, undefined), {
    text,
    html: null,
    now: Date.UTC(2026, 10, 27),
    earlier: [],
    showSecrets: true,
    diagnosisId: 'd-1',
    signIn: false,
    form: 'text',
    ...message,
  }).answer;
}

const LONG_LOG = log(TALK, TALK, TALK, REFUSED, REFUSED, TALK, THROTTLED, TALK, TALK, TALK, EXPIRED, TALK);

describe('a message that is a log', () => {
  it('is answered about one failure, and names the others with their lines', () => {
    const answer = answerTo(LONG_LOG);
    expect(answer).toContain(`The client secret of the app ${APP} has expired.`);
    expect(answer).toMatch(/Another failure in this log, 2 times in lines 4 to 5: The mailbox of anna@contoso\.com/);
    expect(answer).toMatch(/Another failure in this log, line 7: Microsoft Graph has had too many requests/);
    // What failed as well is no other possibility.
    expect(answer).not.toContain('- throttled');
  });

  it('is read the same from the HTML that Teams sends', () => {
    const html = `<p>${LONG_LOG.replaceAll('&', '&amp;').replaceAll('>', '&gt;').split('\n').join('<br>')}</p>`;
    expect(answerTo('', { html })).toMatch(/Another failure in this log, line 7: /);
  });

  it('names nothing more where all of it is one failure', () => {
    expect(answerTo(log(TALK, TALK, TALK, EXPIRED, TALK, TALK, TALK, TALK, EXPIRED, TALK, TALK, TALK))).not.toContain(
      'Another failure',
    );
  });

  it('names nothing more of a short message', () => {
    expect(answerTo(log(THROTTLED, EXPIRED))).not.toContain('Another failure');
  });

  it('names nothing more of a long text that is no log', () => {
    const prose = `${'We moved the job to a new server and it worked there for a week. '.repeat(30)}\n${EXPIRED}\n\n${THROTTLED}`;
    expect(answerTo(prose)).not.toContain('Another failure');
  });

  it('keeps to the one cause of a case', () => {
    expect(answerTo(LONG_LOG, { form: 'case' })).not.toContain('Another failure');
  });
});
