import { literal, literalList } from '../text/literal-filter.ts';
import type { Reader, Views } from '../text/views.ts';
import type { VendorEvidence } from './evidence.ts';
import { otherAuthorizationServer } from './vendor/authorization-server.ts';
import { type Mark, VENDORS } from './vendor/vendor-marks.ts';

/** A vendor's mark stands near the error; what follows the first pages of a paste is a log. */
const LOOKED_AT = 131_072;

const STEMS = VENDORS.map(({ stems }) => literalList(stems));

/** Any of these and a Basic challenge belongs to Exchange or to a proxy before Microsoft's service. */
const MICROSOFT = [
  'trusted_issuers',
  'authorization_uri',
  'microsoft',
  'office365',
  'x-ms-',
  'x-feserver',
  'x-owa',
  'autodiscover',
  'aadsts',
  // Azure Arc's agent asks for a key that it wrote into a file, and names the file as the realm.
  'azcmagent',
  '/metadata/identity/',
];
const REALM = literal('realm');
const BASIC = literal('basic');
const BASIC_REALM = /\bbasic\s{1,4}(?:charset="[^"\n]{0,20}",\s{0,4})?realm\s{0,2}=\s{0,2}["']?[^\s"',]/g;

/** Reads marks of somebody else's service: its 401 has no Microsoft cause. One for each vendor, at its first mark. */
export const readVendors: Reader<VendorEvidence> = (views) => {
  const lower = views.text.lower.length > LOOKED_AT ? views.text.lower.slice(0, LOOKED_AT) : views.text.lower;
  const found: VendorEvidence[] = [];
  for (let index = 0; index < VENDORS.length; index += 1) {
    if (views.text.nextHeld(STEMS[index]!, 0) === -1) continue;
    const { vendor, marks } = VENDORS[index]!;
    // The groups without a name stand last, and say nothing that a name does not.
    if (vendor === 'other-service' && found.length > 0) continue;
    const mark = marks.find((one) => stands(lower, one))?.mark;
    if (mark === undefined) continue;
    const at = lower.indexOf(mark);
    found.push({ kind: 'vendor', span: views.text.spanOf(at, at + mark.length), vendor });
  }
  if (found.length === 0) {
    const other = otherAuthorizationServer(views.text, lower) ?? otherBasic(views, lower);
    if (other !== undefined) found.push(other);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
};

function stands(lower: string, { mark, beside }: Mark): boolean {
  return lower.includes(mark) && (beside === undefined || beside.some((other) => lower.includes(other)));
}

/** A Basic challenge with a realm where nothing of Microsoft stands beside it. */
function otherBasic(views: Views, lower: string): VendorEvidence | undefined {
  if (!views.text.mayHold(BASIC) || !views.text.mayHold(REALM)) return undefined;
  if (MICROSOFT.some((mark) => lower.includes(mark))) return undefined;
  BASIC_REALM.lastIndex = 0;
  const match = BASIC_REALM.exec(lower);
  if (match === null) return undefined;
  return {
    kind: 'vendor',
    span: views.text.spanOf(match.index, match.index + match[0].length),
    vendor: 'other-basic',
  };
}
