import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { AddSetting } from './add-setting.ts';

const POLICY = literal('<validate-');
const VALUE = '\\s{0,80}([^<>\\s]{3,200})\\s{0,80}';
/** learn.microsoft.com/azure/api-management/validate-jwt-policy: a list of audiences, or aud among the required claims. */
const AUDIENCE = new RegExp(`<audience>${VALUE}</audience>`, 'gi');
const CLAIM = /<claim\s{1,8}name="aud"[^<>]{0,80}>((?:\s{0,80}<value>[^<>]{0,200}<\/value>){1,12})/gi;
const CLAIM_VALUE = new RegExp(`<value>${VALUE}</value>`, 'gi');
const MOST = 12;

/** The audiences that a policy of API Management lets in. */
export function policyAudiences(text: MappedText, add: AddSetting): void {
  if (!text.mayHold(POLICY)) return;
  const values: string[] = [];
  let start = -1;
  let end = -1;
  const take = (value: string, from: number, to: number): void => {
    if (values.length >= MOST) return;
    values.push(value);
    if (start === -1) start = from;
    end = Math.max(end, to);
  };
  for (const match of text.text.matchAll(AUDIENCE)) take(match[1]!, match.index, match.index + match[0].length);
  for (const claim of text.text.matchAll(CLAIM))
    for (const match of claim[1]!.matchAll(CLAIM_VALUE)) take(match[1]!, claim.index, claim.index + claim[0].length);
  if (values.length > 0) add('audience', 'audiences', values, start, end);
}
