import { type AdaptiveCard, adaptiveCard, dataRuns, monospace, ownText } from './elements.ts';

/** What a person can paste, and how to get it. Three lines. */
export const WHAT_TO_PASTE = [
  {
    what: 'The answer of the API',
    how: 'with its status line and headers: repeat the call with `curl -i`, or copy the response from the browser’s Network tab (F12).',
  },
  {
    what: 'The error text',
    how: 'as your app shows or logs it: the AADSTS code, the JSON, or the stack trace from its first line.',
  },
  {
    what: 'The request or the settings',
    how: 'that led to it: the address called, the scopes, the authority, the redirect URI. Leave secrets out.',
  },
] as const;

const INTRO = 'A 401 alone has many causes. Paste one of these and I name the one that it is:';
/** Where nobody spoke of a 401. */
const INTRO_AFTER = 'Paste one of these, and I name the cause:';

/**
 * @param lead our own words on the message that brought nothing, above the three lines
 * @param last what else can be done, below them
 */
export function whatToPasteCard(lead?: string, last?: string): AdaptiveCard {
  return adaptiveCard(whatToPasteText(lead, last), [
    ...(lead === undefined ? [] : [ownText(lead)]),
    ownText(lead === undefined ? INTRO : INTRO_AFTER, { weight: 'Bolder' }),
    ...WHAT_TO_PASTE.map(({ what, how }, index) =>
      dataRuns([
        { text: `${index + 1}.  ` },
        { text: `${what} `, style: { weight: 'Bolder' } },
        { text: how.replaceAll('`', '') },
      ]),
    ),
    monospace(CURL_LINE),
    ...(last === undefined ? [] : [ownText(last, { size: 'Small', isSubtle: true })]),
  ]);
}

/** Shows status, headers and body of the answer. */
const CURL_LINE = 'curl -i -H "Authorization: Bearer $TOKEN" https://graph.microsoft.com/v1.0/me/events';

/** The same for a channel without cards. */
export function whatToPasteText(lead?: string, last?: string): string {
  const lines = WHAT_TO_PASTE.map(({ what, how }, index) => `${index + 1}. ${what} ${how.replaceAll('`', '')}`);
  const above = lead === undefined ? [INTRO] : [lead, '', INTRO_AFTER];
  return [...above, ...lines, ...(last === undefined ? [] : ['', last])].join('\n');
}
