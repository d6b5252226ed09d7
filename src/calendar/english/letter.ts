/** «Hi Ana,», alone on its line. */
const GREETING =
  /^\s{0,8}(?:hi|hello|hey|dear|morning|good (?:morning|afternoon|evening)|hi there|hello all|hi all|hi team)(?: (?:\p{Lu}[\p{L}'-]{0,30}|all|team|there|everyone|folks)){0,3}\s?[,!.:]?\s{0,8}$/iu;
/** «Best regards,», alone on its line. */
const CLOSING =
  /^\s{0,8}(?:many |kind |best |warm |with |thanks |all the |yours )?(?:thanks|thank you|thx|regards|best|cheers|br|wishes|sincerely|greetings|thanks a lot|thanks and regards)(?: (?:in advance|so much|very much|a lot|again))?\s?[,.!]{0,2}\s{0,8}$/i;
/** A closing stands so near the end. */
const LINES_OF_NAME = 5;
const MOST_LINES = 80;

/**
 * A letter without its greeting and its closing: nobody's name there is a guest or a title. What is left out becomes
 * spaces, so that every place in the text stays where it was.
 */
export function withoutLetterForm(message: string): string {
  if (!message.includes('\n')) return message;
  const lines = message.split('\n');
  if (lines.length > MOST_LINES) return message;
  const first = lines.findIndex((line) => line.trim() !== '');
  const from = Math.max(first + 1, lines.length - LINES_OF_NAME);
  const closing = lines.findIndex((line, at) => at >= from && CLOSING.test(line));
  const isLeftOut = (line: string, at: number) =>
    (at === first && at < lines.length - 1 && GREETING.test(line)) || (closing >= 0 && at >= closing);
  return lines.map((line, at) => (isLeftOut(line, at) ? ' '.repeat(line.length) : line)).join('\n');
}
