import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import type { SeenRequest } from './seen-request.ts';

const MARK = literal('clientcontext(');
const SITE =
  /\(\s{0,4}(?:new uri\()?["']https:\/\/([a-z0-9-]{1,63}\.sharepoint\.(?:com|us|cn|de))(\/[^"'\s?#]{0,300})?["']/y;
const MOST = 4;

/**
 * `new ClientContext("https://contoso.sharepoint.com/sites/hr")`: the site that the client object model of SharePoint
 * calls. Its exceptions name no address. learn.microsoft.com/sharepoint/dev/sp-add-ins/complete-basic-operations-using-sharepoint-client-library-code
 */
export function readCsomContexts(source: MappedText): SeenRequest[] {
  const found: SeenRequest[] = [];
  for (const at of placesOf(source, MARK)) {
    if (found.length >= MOST) break;
    SITE.lastIndex = at + MARK.text.length - 1;
    const match = SITE.exec(source.lower);
    if (match === null) continue;
    const end = SITE.lastIndex;
    const path = match[2] === undefined ? '/' : source.text.slice(end - 1 - match[2].length, end - 1);
    found.push({
      start: at,
      end,
      method: null,
      host: match[1]!,
      path,
      query: [],
      form: 'code',
      versioned: false,
      ignored: false,
    });
  }
  return found;
}
