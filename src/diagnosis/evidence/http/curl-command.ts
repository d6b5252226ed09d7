import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { type Address, readAddress, readAfterScheme } from './address.ts';
import { methodOf } from './methods.ts';
import type { SeenRequest } from './seen-request.ts';
import { isSignInHost } from './sign-in-host.ts';

const CURL = literal('curl');
const LONGEST_COMMAND = 32_768;
const MOST_WORDS = 200;
const SCHEMELESS = /^[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,6}(?::\d{1,5})?\//i;

/** A curl command: all that it sends is in it. */
export interface CurlCommand extends SeenRequest {
  /** After the whole command. */
  readonly commandEnd: number;
  /** An Authorization header by an option that is no header: `-u`, `--oauth2-bearer`, `--negotiate`, a config file. */
  readonly credentialOption: 'basic' | 'hidden' | null;
}

interface Word {
  readonly value: string;
  readonly start: number;
}

/** Reads curl commands of bash, PowerShell and cmd. */
export function readCurlCommands(source: MappedText, most: number): CurlCommand[] {
  const found: CurlCommand[] = [];
  const { text } = source;
  let done = 0;
  for (const at of placesOf(source, CURL)) {
    if (found.length >= most) break;
    if (at < done || /[\w/-]/.test(text[at - 1] ?? ' ')) continue;
    const after = /^(?:\.exe)?[ \t]/.exec(text.slice(at + 4, at + 9));
    if (after === null) continue;
    const { words, end } = shellWords(text, at + 4 + after[0].length);
    done = end;
    const command = asRequest(text, words, at, end);
    if (command !== undefined) found.push(command);
  }
  return found;
}

function asRequest(text: string, words: readonly Word[], start: number, commandEnd: number): CurlCommand | undefined {
  let method: string | null = null;
  let bodyAt: number | undefined;
  let hasBody = false;
  let get = false;
  let credentialOption: CurlCommand['credentialOption'] = null;
  let address: Address | undefined;
  for (let index = 0; index < words.length; index++) {
    const { value } = words[index] ?? { value: '' };
    const next = words[index + 1];
    if (!value.startsWith('-')) {
      if (address === undefined) address = addressOf(value);
    } else if (/^(?:-[a-zA-Z]{0,4}X|--request)$/.test(value)) {
      method = methodOf(next?.value);
      index++;
    } else if (/^-X[A-Z]{3,8}$/.test(value)) {
      method = methodOf(value.slice(2));
    } else if (/^(?:-d|--data(?:-raw|-binary|-ascii|-urlencode)?|--json|-F|--form)$/.test(value)) {
      hasBody = true;
      if (next !== undefined && /^[{[]/.test(next.value)) bodyAt ??= next.start + text.slice(next.start).search(/[{[]/);
      index++;
    } else if (/^(?:-u|--user)$/.test(value)) {
      credentialOption = 'basic';
      index++;
    } else if (/^(?:--oauth2-bearer|-K|--config|-n|--netrc|--negotiate|--ntlm|-E|--cert|--aws-sigv4)$/.test(value)) {
      credentialOption = 'hidden';
    } else if (/^(?:-H|--header|-A|--user-agent|-o|--output|-b|--cookie|-w|--write-out|-e|--referer)$/.test(value)) {
      index++;
    } else if (value === '-G' || value === '--get') {
      get = true;
    } else if (/^-[a-zA-Z]{0,4}I[a-zA-Z]{0,3}$|^--head$/.test(value)) {
      method ??= 'HEAD';
    }
  }
  if (address === undefined) return undefined;
  return {
    start,
    end: commandEnd,
    commandEnd,
    method: method ?? (hasBody && !get ? 'POST' : 'GET'),
    host: address.host,
    path: address.path,
    query: address.query,
    form: 'command',
    versioned: false,
    ignored: isSignInHost(address.host),
    credentialOption,
    ...(bodyAt === undefined ? {} : { bodyAt }),
  };
}

function addressOf(word: string): Address | undefined {
  if (/^https?:\/\//i.test(word)) return readAddress(word, 0);
  return SCHEMELESS.test(word) ? readAfterScheme(word, 0) : undefined;
}

/**
 * Splits a command into words by quotes and spaces, over lines that end in `\`, `^` or a backtick, or whose next line
 * begins with an option. Backslashes before quotes are already gone, so a quote inside a quoted word ends it only
 * where a space or the end follows.
 */
function shellWords(text: string, from: number): { words: Word[]; end: number } {
  const words: Word[] = [];
  const limit = Math.min(text.length, from + LONGEST_COMMAND);
  let at = from;
  while (at < limit && words.length < MOST_WORDS) {
    const character = text[at] ?? '';
    if (character === ' ' || character === '\t') {
      at++;
    } else if (/[\\^`]/.test(character) && /^[ \t]{0,3}\n/.test(text.slice(at + 1, at + 5))) {
      at = text.indexOf('\n', at) + 1;
    } else if (character === '\n') {
      const option = /^\n[ \t]{0,40}(?:-{1,2}[A-Za-z]|["']?https?:\/\/)/.exec(text.slice(at, at + 52));
      if (option === null) break;
      at++;
    } else if (character === '|' || character === ';' || character === '>') {
      break;
    } else {
      const word = readWord(text, at, limit);
      words.push({ value: word.value, start: at });
      at = word.end;
    }
  }
  return { words, end: at };
}

function readWord(text: string, from: number, limit: number): { value: string; end: number } {
  const quoteAt = text[from] === '$' || text[from] === '@' ? from + 1 : from;
  const quote = text[quoteAt] ?? '';
  if (quote === '"' || quote === "'") {
    let end = quoteAt;
    for (;;) {
      end = text.indexOf(quote, end + 1);
      if (end === -1 || end >= limit) {
        const newline = text.indexOf('\n', from);
        const cut = Math.min(newline === -1 ? text.length : newline, limit);
        return { value: text.slice(quoteAt + 1, cut), end: cut };
      }
      if (end + 1 >= text.length || /[\s\\|;)`]/.test(text[end + 1] ?? ' ')) {
        return { value: text.slice(quoteAt + 1, end), end: end + 1 };
      }
    }
  }
  let end = from;
  while (end < limit && !/\s/.test(text[end] ?? ' ')) end++;
  return { value: text.slice(from, end), end };
}
