import { maskSecrets } from '../diagnosis/secrets/mask-secrets.ts';
import { peopleWords, timeWords } from './incident-words.ts';

/** What «Forward to admin» tells. All texts are data; what could be a secret in them is masked once more. */
export interface ForwardInput {
  readonly subject: 'case' | 'incident';
  readonly number: number;
  /** What is wrong, one sentence. */
  readonly headline: string;
  /** What the cause is called. */
  readonly title: string;
  /** «an administrator of the tenant». */
  readonly ownerWords: string;
  /** Client id and tenant, where the report names them. */
  readonly app: string | null;
  readonly tenant: string | null;
  readonly steps: readonly {
    readonly text: string;
    readonly value?: string;
    readonly link?: { readonly title: string; readonly url: string };
  }[];
  /** The cause's own words to an administrator, where it has some: they then stand before the steps. */
  readonly forward: string | null;
  readonly consentLink: string | null;
  /** How to see that it worked. */
  readonly check: string | null;
  /** Empty once their data were deleted. */
  readonly reporter: string;
  readonly people: number;
  readonly reported: number;
  readonly now: number;
  readonly timeZone?: string;
  /** The conversation's address, where the channel gives one. */
  readonly threadLink?: string;
}

/** Clients of mail and chat cut far above; no step of the engine comes near. */
const LONGEST_PIECE = 2_000;
const MOST_STEPS = 12;

/** The message to forward, plain text: who reads it has seen neither the thread nor the bot. */
export function forwardMessage(input: ForwardInput): string {
  const { forward, consentLink, check, threadLink } = input;
  const paragraphs = [
    clean(input.headline),
    reportLines(input).join('\n'),
    forward === null ? null : piece(forward),
    consentLink === null ? null : `Consent for the whole organisation:\n${piece(consentLink)}`,
    stepLines(input),
    check === null ? null : `To check that it worked: ${clean(check)}`,
    threadLink === undefined ? null : `The thread: ${clean(threadLink)}`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== null && paragraph !== '').join('\n\n');
}

function reportLines(input: ForwardInput): string[] {
  const { subject, number, title, reporter, people, app, tenant } = input;
  const by = reporter === '' ? '' : ` by ${clean(reporter)}`;
  const others = people > 1 ? ` (${peopleWords(people)} so far)` : '';
  return [
    `${subject === 'case' ? 'Case' : 'Incident'} ${number}: ${clean(title)}`,
    `Reported${by} at ${timeWords(input.reported, input.now, input.timeZone)}${others}`,
    ...(app === null ? [] : [`App (client ID): ${clean(app)}`]),
    ...(tenant === null ? [] : [`Tenant: ${clean(tenant)}`]),
    `To be done by: ${clean(input.ownerWords)}`,
  ];
}

function stepLines({ steps }: ForwardInput): string {
  if (steps.length === 0) return '';
  const lines = steps
    .slice(0, MOST_STEPS)
    .flatMap(({ text, value, link }, index) => [
      `${index + 1}. ${clean(text)}`,
      ...(value === undefined ? [] : [`   ${clean(value)}`]),
      ...(link === undefined || link.url === value ? [] : [`   ${clean(link.title)}: ${clean(link.url)}`]),
    ]);
  return ['What to do:', ...lines].join('\n');
}

/** One line: a name or a headline must not look like a line of ours. */
function clean(text: string): string {
  return piece(text).replace(/\s+/g, ' ').trim();
}

function piece(text: string): string {
  const masked = maskSecrets(text).replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    ' ',
  );
  return masked.length > LONGEST_PIECE ? `${masked.slice(0, LONGEST_PIECE)}…` : masked;
}
