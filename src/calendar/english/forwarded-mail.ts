/** A mail that somebody pastes or forwards, with what they say of it. */
export interface ForwardedMail {
  /** Without the marks of replies and forwards. */
  readonly subject: string;
  /** All but the head: what was written in the mail and around it. */
  readonly rest: string;
  /** Whether somebody says that it goes into the calendar. */
  readonly isAskedFor: boolean;
}

/** The heads that Outlook and RFC 5322 put over a message. */
const HEAD = /^[>*_\s]{0,6}(from|sent|date|to|cc|subject|importance|reply-to)[*_]{0,4}:[*_]{0,4}\s(.{1,500})$/i;
const MOST_LINES = 60;
const MARKS = /^(?:(?:re|fw|fwd|aw|wg)\s?:\s*){1,6}/i;
const ASKED_FOR =
  /\b(?:(?:add|put|enter|save|stick|get) (?:this|that|it|the (?:meeting|event|appointment|visit|call))(?: please)? (?:in|on|to|into) (?:my|our|the) (?:calendar|diary|agenda|schedule|outlook)|(?:schedule|book|calendar|plan|block) (?:this|that|it)\b|(?:create|make|set up) (?:an? )?(?:event|appointment|meeting|invite|calendar (?:event|entry)) (?:for|from|out of|of) (?:this|that|it))/i;

/** Alone above a mail: «please add this». */
const ASKED_ABOVE =
  /^(?:please |pls |plz |hi,? |hey,? |can you |could you |ok,? )*(?:add|put|enter|save|schedule|book|calendar|note)(?: (?:this|that|it|the following|as an? event|(?:this|that|the) (?:one|invite|meeting|event)|please|pls|plz|for me|in|down)){0,3}\s?[.!:?]?$/i;
/** What mail programs put between a message and the one that it forwards or answers. */
const DIVIDER =
  /^[>\s]{0,6}(?:[-_]{3,}\s{0,2}(?:(?:original|forwarded) (?:message|appointment|mail)\s{0,2}[-_]{3,})?|begin forwarded message:)\s{0,4}$/i;

/** Reads a mail with its head: who wrote it when is no time of an event. Null for any other message. */
export function forwardedMail(message: string): ForwardedMail | null {
  if (!/subject/i.test(message)) return null;
  const lines = message.split(/\r?\n/, MOST_LINES);
  const first = lines.findIndex((line) => HEAD.exec(line)?.[1]?.toLowerCase() === 'from');
  if (first < 0) return null;
  const heads = new Map<string, string>();
  let next = first;
  for (; next < lines.length; next += 1) {
    const head = HEAD.exec(lines[next]!);
    if (head === null) break;
    heads.set(head[1]!.toLowerCase(), head[2]!.trim());
  }
  const subject = heads.get('subject')?.replace(MARKS, '');
  if (subject === undefined || subject === '' || !(heads.has('sent') || heads.has('date'))) return null;
  const before = lines.slice(0, first).filter((line) => !DIVIDER.test(line));
  const rest = [...before, ...lines.slice(next)].join('\n').trim();
  const above = before.join(' ').trim();
  return { subject, rest, isAskedFor: ASKED_FOR.test(rest) || (above.length < 80 && ASKED_ABOVE.test(above)) };
}
