import { literalList } from '../../text/literal-filter.ts';
import { LiteralPlaces } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { AddSetting } from './add-setting.ts';

const HEADING = /(?:redirect|reply)[ _-]?ur[il]s?\b/y;
const HEADING_MARKS = literalList(['redirect', 'reply']);
const MOST_HEADINGS = 100;
const MOST_ADDRESSES = 20;
/** In the plural, or beside a word of the portal, the line speaks of the registration and not of the request. */
const OF_THE_REGISTRATION =
  /(?:redirect|reply)[ _-]?ur[il]s\b|\bregistered\b|\bconfigured\b|\bportal\b|\bazure\b|\bentra\b|app reg|\bplatform\b|> authentication/;
/** What the service writes itself («… specified in the request does not match the redirect URIs configured …») is no list. */
const SENTENCE_OF_THE_SERVICE = /does not match|aadsts|specified in the request|aka\.ms/;
const ADDRESS = /(?:https?|ms-appx-web|msauth[\w.]{0,80}|msal[\w-]{1,60}):\/\/[^\s"'`<>,;)\]]{1,300}/g;
const ONLY_ADDRESSES =
  /^[\s"'`*\-,;•[\]()0-9.]{0,12}(?:https?|ms-appx-web|msauth|msal)[^\s]{0,320}(?:[ \t,]{0,4}(?:\((?:web|spa)\))?)$/i;

/** Addresses listed under a heading of the portal: «Web > Redirect URIs», «Registered redirect URI: https://…». */
export function registeredAddresses(text: MappedText, add: AddSetting): void {
  const { lower } = text;
  const places = new LiteralPlaces(text, HEADING_MARKS);
  let headings = 0;
  for (let at = places.next(0); at !== -1; at = places.next(at + 1)) {
    HEADING.lastIndex = at;
    if (!HEADING.test(lower)) continue;
    headings += 1;
    if (headings > MOST_HEADINGS) return;
    const after = HEADING.lastIndex;
    const before = lower.slice(Math.max(0, at - 120), at);
    const from = at - before.length + before.lastIndexOf('\n') + 1;
    const end = lineEnd(lower, at);
    if (end === null) continue;
    const line = lower.slice(from, end);
    sentAddress(text, from, at, end, add);
    if (!OF_THE_REGISTRATION.test(line) || SENTENCE_OF_THE_SERVICE.test(line) || /[{[(=]\s*$/.test(line)) continue;
    // `redirect_uris: [` and `"redirectUris": […]` are read as keys with their values.
    if (/^["'`]?\s{0,4}(?:[:=]\s{0,4}\[|=)/.test(lower.slice(after, after + 12))) continue;
    const stop = listEnd(lower, end);
    const values = [...text.text.slice(after, stop).matchAll(ADDRESS)]
      .slice(0, MOST_ADDRESSES)
      .map(([address]) => address.replace(/[.:]$/, ''));
    if (values.length === 0) continue;
    const platform = platformAbove(lower, from, lower.slice(from, at));
    const heading = text.text.slice(at, after);
    add('registered-redirect-uris', platform === null ? heading : `${platform}.${heading}`, values, at, stop);
  }
}

/** The portal's names of the three lists, alone on a line or before the heading on its own. */
const PLATFORMS: readonly (readonly [name: string, words: RegExp])[] = [
  ['spa', /(?:^| )(?:single page application|spa)$/],
  ['publicClient', /(?:^| )(?:mobile and desktop applications?|public client(?:\/native)?)$/],
  ['web', /(?:^| )web$/],
];
const AROUND = /[\s:>|•*#"'`()-]+/g;
const FARTHEST_ABOVE = 240;

/** The platform that the heading stands under: «Web > Redirect URIs», or «Single-page application» on the line above. */
function platformAbove(lower: string, lineStart: number, inLine: string): string | null {
  const before = lower.slice(Math.max(0, lineStart - FARTHEST_ABOVE), Math.max(0, lineStart - 1));
  const above = before.slice(before.lastIndexOf('\n') + 1);
  for (const words of [inLine, above]) {
    const plain = words
      .replace(AROUND, ' ')
      .trim()
      .replace(/^platform /, '');
    if (plain.length > 60) return null;
    const found = PLATFORMS.find(([, pattern]) => pattern.test(plain));
    if (found !== undefined) return found[0];
    if (plain !== '') return null;
  }
  return null;
}

/** `redirect_uri=url_for(…)   # -> http://localhost:5000/callback`: what the expression gives stands in the comment. */
const IN_A_COMMENT =
  /^redirect[ _-]?ur[il]["']?[ \t]{0,4}[:=][^\n]{0,200}?(?:#|\/\/)[ \t]{0,4}(?:->|=>|→|=|:)?[ \t]{0,4}["'`]?(https?:\/\/[^\s"'`<>,;)\]]{1,300})/i;

function sentAddress(text: MappedText, from: number, at: number, end: number, add: AddSetting): void {
  if (text.text.indexOf('://', at) >= end) return;
  const address = IN_A_COMMENT.exec(text.text.slice(at, end))?.[1];
  if (address !== undefined) add('redirect-uri', text.text.slice(at, at + 12), [address], from, end);
}

const LONGEST_LINE = 600;

/** `null` for a line that is too long to be a heading or an address. */
function lineEnd(lower: string, from: number): number | null {
  const ahead = lower.slice(from, from + LONGEST_LINE);
  const end = ahead.indexOf('\n');
  if (end !== -1) return from + end;
  return ahead.length < LONGEST_LINE ? from + ahead.length : null;
}

/** The end of the lines right below that hold nothing but an address each. */
function listEnd(lower: string, headingEnd: number): number {
  let end = headingEnd;
  // Of a JSON list the bracket stands on a line of its own.
  const bracket = /^\n[ \t]{0,8}\[[ \t\r]{0,4}(?=\n)/.exec(lower.slice(end, end + 16));
  if (bracket !== null) end += bracket[0].length;
  for (let line = 0; line < MOST_ADDRESSES && end < lower.length; line += 1) {
    const next = lineEnd(lower, end + 1);
    if (next === null || !ONLY_ADDRESSES.test(lower.slice(end + 1, next).trimEnd())) break;
    end = next;
  }
  return end;
}
