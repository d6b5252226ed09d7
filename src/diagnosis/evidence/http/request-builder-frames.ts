import { literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import { GRAPH, SPELLINGS, VERBS } from './graph-names.ts';
import type { SeenRequest } from './seen-request.ts';

/**
 * `Microsoft.Graph.Users.Item.Events.EventsRequestBuilder.GetAsync(`, `com.microsoft.graph.me.events.EventsRequestBuilder.get(`,
 * `Microsoft\Graph\Generated\Users\Item\…RequestBuilder->get(`, `msgraph/generated/users/item/…_request_builder.py", line 7, in get`
 */
const MARKS = literals('requestbuilder', 'request_builder.py');
const PACKAGE =
  /(?:microsoft[.\\]graph(?:[.\\]beta)?(?:[.\\]generated)?|msgraph(?:_beta)?[/\\]generated)[.\\/]((?:[a-z0-9_]{2,40}[.\\/]){1,12})[a-z0-9_]{0,60}$/;
const VERB = /^(?:requestbuilder(?:\.|->|::)|request_builder\.py["'], line \d{1,6}, in )([a-z]{3,11})\b/;
/** What stands in a path and cannot stand in a name. */
const FOR_NAMES: Readonly<Record<string, string>> = { item: '{id}', ref: '$ref', count: '$count', value: '$value' };
const LONGEST = 320;
const MOST = 20;

/** The call that threw, by the frame of its request builder in the stack: generated names are the path of the operation. */
export function readRequestBuilderFrames(source: MappedText): SeenRequest[] {
  const found: SeenRequest[] = [];
  const { lower } = source;
  for (const mark of MARKS) {
    for (const at of placesOf(source, mark)) {
      if (found.length >= MOST) return found;
      const method = VERBS[VERB.exec(lower.slice(at, at + 64))?.[1] ?? ''];
      if (method === undefined) continue;
      const from = Math.max(0, at - LONGEST);
      const match = PACKAGE.exec(lower.slice(from, at));
      if (match === null) continue;
      found.push({
        start: from + match.index,
        end: at,
        method,
        host: GRAPH,
        path: pathOf(match[1]!),
        query: [],
        form: 'code',
        versioned: false,
        ignored: false,
        failed: true,
      });
    }
  }
  return found;
}

function pathOf(packages: string): string {
  const names = packages.split(/[.\\/]/).filter((name) => name !== '');
  const segments = names.map((name) => {
    const letters = name.replaceAll('_', '');
    return FOR_NAMES[letters] ?? SPELLINGS[letters] ?? letters;
  });
  return `/${segments.join('/')}`;
}
