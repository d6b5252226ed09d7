import { literal, literalList } from '../../text/literal-filter.ts';
import { LiteralPlaces } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import { placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

const BEGINNINGS = literalList(['repo:', 'system:serviceaccount:', 'project_path:', 'organization:']);
/** Subjects of GitHub Actions, Kubernetes, GitLab and HCP Terraform. */
const SUBJECT =
  /(?:repo:[\w.-]{1,80}\/[\w.-]{1,100}:[\w./:@*-]{3,200}|system:serviceaccount:[\w-]{1,63}:[\w.-]{1,253}|project_path:[\w./-]{1,200}:ref_type:[\w./:-]{3,200}|organization:[\w-]{1,80}:project:[\w. -]{1,80}:workspace:[\w-]{1,90}:run_phase:\w{1,20})/y;
const MOST = 40;

/** «Federated token details: issuer - …, subject claim - …, audience - …», as azure/login writes them into the log of a job. */
const DETAILS = literal('federated token details');
const DETAIL = /(?<=^|\s)(issuer|subject claim|audience) - (\S{3,300})/gm;
const PRESENTED = {
  issuer: 'presented-issuer',
  'subject claim': 'presented-subject',
  audience: 'presented-audience',
} as const;
const LONGEST_DETAILS = 1200;

function presentedToken(text: MappedText, add: AddSetting): void {
  const from = placesOf(text, DETAILS)[0];
  if (from === undefined) return;
  for (const match of text.text.slice(from, from + LONGEST_DETAILS).matchAll(DETAIL)) {
    const start = from + match.index;
    const name = PRESENTED[match[1] as keyof typeof PRESENTED];
    add(name, match[1]!, [match[2]!], start, start + match[0].length);
  }
}

/** Subjects without a label, where two different ones stand: the one of the run, and the one of the credential. */
export function federatedSubjects(text: MappedText, add: AddSetting): void {
  presentedToken(text, add);
  const places = new LiteralPlaces(text, BEGINNINGS);
  const found = new Map<string, number>();
  let looks = 0;
  for (let at = places.next(0); at !== -1 && looks < MOST; at = places.next(at + 1)) {
    looks += 1;
    SUBJECT.lastIndex = at;
    const subject = withoutTrailing(SUBJECT.exec(text.text)?.[0] ?? '', '.:,');
    if (subject !== '' && !found.has(subject)) found.set(subject, at);
  }
  if (found.size !== 2) return;
  for (const [subject, at] of found) add('federated-subject', 'subject', [subject], at, at + subject.length);
}
