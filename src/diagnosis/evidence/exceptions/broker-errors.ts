import { brokerAnswer } from '../../codes/broker-numbers.ts';
import { literal, literalList } from '../../text/literal-filter.ts';
import type { Views } from '../../text/views.ts';
import type { FoundException } from './found-exception.ts';

/** How the numbers begin, in hexadecimal and in decimal, without and with their sign. */
const BEGINNINGS = literalList([
  ...['caa1', 'caa2', 'caa3', 'caa7', 'caa8', '8004de'],
  ...['33995', '33996', '33999', '34000', '-895', '-894'],
]);
/** A part of a GUID or of a longer name is none. */
const NUMBER =
  /(?<![\w.-])(?:0x)?(caa[12378][0-9a-f]{4}|8004de[48][08]|3399\d{6}|34000\d{5}|-89[45]\d{6})(?![\w-]|\.\d)/gi;
/** The tag that Office shows where a service that it needs is switched off in the tenant. */
const OFFICE_TAG = literal('4usqa');
const TAG = /(?<!\w)4usqa(?!\w)/;
const LIMIT = 4;
const LOOKED_AT = 1 << 16;

/**
 * Numbers of the Windows sign-in broker in the windows of Office and Teams («Error Code: 3399614475», «CAA20003»), and
 * the tag of a service that is switched off.
 */
export function brokerErrors(views: Views): FoundException[] {
  const found: FoundException[] = [];
  const { text } = views.text;
  if (views.text.nextHeld(BEGINNINGS, 0) !== -1) {
    for (const match of text.slice(0, LOOKED_AT).matchAll(NUMBER)) {
      const answer = brokerAnswer(match[1]!);
      if (answer === undefined) continue;
      found.push(error(match.index, match[0], answer));
      if (found.length === LIMIT) break;
    }
  }
  if (views.text.mayHold(OFFICE_TAG)) {
    const at = views.text.lower.search(TAG);
    if (at !== -1) found.push(error(at, OFFICE_TAG.text, 'resource_disabled'));
  }
  return found;
}

function error(start: number, type: string, code: string): FoundException {
  return { library: 'windows-broker', type, code, message: '', start, end: start + type.length, bare: true };
}
