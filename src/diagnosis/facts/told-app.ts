import { literalList } from '../text/literal-filter.ts';
import { mayHoldOneOf } from '../text/literal-places.ts';
import type { MappedText } from '../text/mapped-text.ts';

/** «The app id is …», «(application …)», «it is our app …». */
const APP =
  /(?<!resource |service principal of )\b(?:app|application|client)(?: \(client\))?(?: id(?:entifier)?)?(?: is)?[ :]{1,3}["'(]{0,2}([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\w-])/g;
const MARKS = literalList(['app', 'client']);
/** Ids of Microsoft's own services: never the paster's app. */
const MICROSOFT_RESOURCE = /^0000000[0-9a-f]-0000-0/;
const LOOKED_AT = 16_384;

/**
 * The app as a person names it in a sentence, for whoever wants to know which app it is about; `null` where none or
 * several are named. It is no evidence: what somebody says of an id proves nothing of a failure.
 */
export function toldApp(text: MappedText): string | null {
  if (!mayHoldOneOf(text, MARKS)) return null;
  const told = new Set<string>();
  for (const [, id] of text.lower.slice(0, LOOKED_AT).matchAll(APP)) if (!MICROSOFT_RESOURCE.test(id!)) told.add(id!);
  const [app] = told;
  return told.size === 1 && app !== undefined ? app : null;
}
