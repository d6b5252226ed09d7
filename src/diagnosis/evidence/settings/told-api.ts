import { literal, literalList } from '../../text/literal-filter.ts';
import { mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { AddSetting } from './add-setting.ts';

/** An API of one's own, as people name it and by the programs that check tokens for one. */
const OWN =
  /\b(?:my|our|own|custom|unsere?|meine?|eigene|notre|nuestra)(?: [a-z.-]{2,16})?[ -](?:api|web-?api|back-?end|back end|endpoint|function)\b|\bresource server\b|\bweb-api\b|\bapi management\b|\bapim\b|\bvalidate-(?:jwt|azure-ad-token)\b|\bfastapi\b|\bexpress api\b|\bdjango\b|\bflask\b|\bspring boot\b|\bbearerstrategy\b|\bpassport-azure-ad\b|\baddmicrosoftidentitywebapi\b|jwtbearer|\bminimal api\b|\beasy auth\b|\bazure function\b|\bfunction app\b/;
/** One of them stands wherever the pattern matches. */
const MARKS = literalList([
  ' api',
  '-api',
  ' web',
  '-web',
  'backend',
  'back-end',
  'back end',
  'endpoint',
  'function',
  'resource server',
  'api management',
  'apim',
  'validate-jwt',
  'validate-azure',
  'fastapi',
  'web-api',
  'django',
  'flask',
  'spring boot',
  'bearerstrategy',
  'passport-azure-ad',
  'addmicrosoftidentity',
  'jwtbearer',
  'easy auth',
]);
/** Graph is called, as people say it: then a token for Graph is right. */
const GRAPH_CALLED =
  /\bcall(?:s|ing|ed)? (?:the )?(?:ms |microsoft )?graph\b|\b(?:against|to|from) (?:the )?(?:microsoft )?graph\b|\bgraph (?:answers|returns|says|responds|gives|call|request)|graphclient|graphserviceclient/;
const AUDIENCE = literal('aud');
const REFUSED = literal('401');
/** An address of Graph shows which API is called. */
const CALLS = literalList(['graph.microsoft.com/v1.0', 'graph.microsoft.com/beta']);
const LOOKED_AT = 16_384;

/** Which API refuses, where words tell that it is one's own. Asked only where an audience and a 401 are told. */
export function toldApi(text: MappedText, add: AddSetting): void {
  if (mayHoldOneOf(text, CALLS)) return;
  if (!text.mayHold(REFUSED) || !text.mayHold(AUDIENCE) || !mayHoldOneOf(text, MARKS)) return;
  const looked = text.lower.slice(0, LOOKED_AT);
  const match = OWN.exec(looked);
  if (match === null || GRAPH_CALLED.test(looked)) return;
  const end = match.index + match[0].length;
  add('told-api', text.text.slice(match.index, end), ['own'], match.index, end);
}
