import type { Views } from '../../text/views.ts';
import type { ExceptionLibrary } from '../evidence.ts';
import { lineFrom, messageBehind } from './exception-message.ts';
import type { FoundException } from './found-exception.ts';
import type { KnownWord } from './known-words.ts';
import type { PasteMarks } from './paste-marks.ts';

const AROUND = 600;
const HEAD = 200;

/** Code that names the type, a frame of a stack or an import: nobody threw it there. */
const NOT_THROWN =
  /(?:\b(?:new|instanceof|except|import|class|raise|throws?|extends|typeof|is|isinstance)[ \t]{1,2}|\bcatch[ \t]?\([ \t]?|[({,][ \t]?)$/;
const FRAME_LINE = /^[ \t]{0,20}(?:at|in|File) /;
const CONTINUED = /^(?:[.(]\w| as \[| ?\[as )/;

/** An exception by the name of its type. */
export function typedException(
  views: Views,
  word: KnownWord,
  start: number,
  end: number,
  marks: PasteMarks,
): FoundException | undefined {
  const { text, lower } = views.text;
  const written = text.slice(start, end);
  if (!word.types.some(({ need }) => need.type === written)) return undefined;
  const nameStart = namespaceStart(text, start);
  const namespace = text.slice(nameStart, start);
  const head = text.slice(Math.max(0, nameStart - HEAD), nameStart);
  const line = head.slice(head.lastIndexOf('\n') + 1);
  if (FRAME_LINE.test(line) || CONTINUED.test(text.slice(end, end + 5))) return undefined;
  if (NOT_THROWN.test(line) && !line.includes('CategoryInfo')) return undefined;
  for (const { library, need } of word.types) {
    if (need.type !== written) continue;
    const fits =
      (need.namespace === undefined && need.around === undefined) ||
      need.namespace?.test(namespace) ||
      need.around?.test(lower.slice(Math.max(0, start - AROUND), end + AROUND));
    if (!fits) continue;
    const behind = messageBehind(text, end);
    const message = behind.message === '' ? powershellMessage(text, start, line) : behind.message;
    const own = libraryOf(library, namespace, marks);
    return {
      library: own,
      type: written,
      code: codeOf(own, message, text, start, behind.end),
      message,
      start: nameStart,
      end: behind.end,
      bare: false,
    };
  }
  return undefined;
}

/** Where `com.microsoft.aad.msal4j.` begins before the name. */
function namespaceStart(text: string, start: number): number {
  if (text[start - 1] !== '.') return start;
  let at = start;
  while (at > 0 && start - at < 120 && isOfNamespace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** `[\w.$]` */
function isOfNamespace(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2e ||
    code === 0x5f ||
    code === 0x24
  );
}

/** The same names in several languages. */
export function libraryOf(library: ExceptionLibrary, namespace: string, marks: PasteMarks): ExceptionLibrary {
  if (library === 'msal-net') {
    if (namespace.includes('msal4j')) return 'msal-java';
    if (namespace.includes('com.microsoft.identity')) return 'msal-mobile';
    if (namespace.includes('Microsoft.Identity')) return 'msal-net';
    if (marks.has('com.microsoft.aad.msal4j')) return 'msal-java';
    return marks.has('com.microsoft.identity.client') ? 'msal-mobile' : 'msal-net';
  }
  return library === 'msal-js' && marks.has('msal-node') ? 'msal-node' : library;
}

const CODE_AT_START = /^\[?([a-z][a-z0-9_]{2,60})(?::|\]| )/;
const ERROR_CODE_NEAR = /\berror_?code["'`)]?[ \t]{0,3}[:=][ \t]{0,3}["'`]?([A-Za-z][A-Za-z0-9_]{2,60})/i;
const IDENTITY_CODE = /\b(ID[XW]\d{5})\b/;
const JOSE_CODE = /\bcode: ["'`](ERR_[A-Z_]{3,60})/;

/** The library's own code, where it writes one. */
function codeOf(library: ExceptionLibrary, message: string, text: string, start: number, end: number): string | null {
  const near = () => text.slice(start, Math.min(text.length, end + 300));
  switch (library) {
    case 'msal-js':
    case 'msal-node':
    case 'spring': {
      const first = CODE_AT_START.exec(message)?.[1];
      if (first?.includes('_')) return first;
      return ERROR_CODE_NEAR.exec(near())?.[1]?.toLowerCase() ?? null;
    }
    case 'msal-net':
    case 'msal-java':
    case 'msal-mobile':
    case 'adal':
      return (ERROR_CODE_NEAR.exec(near())?.[1] ?? IDENTITY_CODE.exec(message)?.[1])?.toLowerCase() ?? null;
    case 'identity-model':
    case 'aspnet':
      return IDENTITY_CODE.exec(message)?.[1]?.toLowerCase() ?? null;
    case 'exchange':
      return /\b[45]\.7\.\d{1,3}\b/.exec(message)?.[0] ?? null;
    case 'jose':
      return JOSE_CODE.exec(near())?.[1]?.toLowerCase() ?? null;
    default:
      return null;
  }
}

const CMDLET = /(?:^|\n)[A-Z][A-Za-z]{1,30}-[A-Z][A-Za-z]{1,60} ?: ([^\n]{1,600})/g;

/** PowerShell prints the type last, in CategoryInfo, and the message first, behind the cmdlet's name. */
function powershellMessage(text: string, start: number, line: string): string {
  if (!line.includes('CategoryInfo')) return '';
  let message = '';
  for (const match of text.slice(Math.max(0, start - 1500), start).matchAll(CMDLET)) message = match[1]!;
  return message === '' ? '' : lineFrom(message, 0).message;
}
