import { htmlResolved } from '../diagnosis/text/html-text.ts';
import { original } from '../diagnosis/text/mapped-text.ts';

/**
 * The HTML of a chat client as the text that its author sees: tags become line breaks or nothing, entities their
 * characters. Read so, the lines that an answer quotes are the person's own and hold no markup.
 */
export function textOfHtml(html: string): string {
  return htmlResolved(original(html)).text.trim();
}
