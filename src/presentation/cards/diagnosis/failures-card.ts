import type { Diagnosis, FoundSecret } from '../../../diagnosis/diagnosis.ts';
import { type Answer, answerOf, secretNotices } from '../../answer.ts';
import { plainLine } from '../../plain-data.ts';
import { listed } from '../../several.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  badge,
  type CardElement,
  cardBytes,
  container,
  dataRuns,
  dataText,
  linkText,
  monospace,
  ownText,
  toggle,
} from '../elements.ts';
import { reason } from '../reason.ts';
import { CARD_BYTES, fitted, ROOMS, type Room } from '../room.ts';
import { secretNotice } from './secret-notice.ts';

/** One distinct failure among several. */
export interface ShownFailure {
  /** Where it stands: the call, or the lines. */
  readonly where: string;
  readonly diagnosis: Diagnosis;
}

/** The failures of a log or of a recording of calls. */
export interface ShownFailures {
  /** One sentence: how many, in what. */
  readonly headline: string;
  /** What is to be known of the reading, or of what is not listed. */
  readonly notes: readonly string[];
  /** The heaviest first; the first ten are shown. */
  readonly failures: readonly ShownFailure[];
  /** Told only where nobody else reads along. */
  readonly secrets: readonly FoundSecret[];
  /** What holds the secrets, as «report.har». */
  readonly name: string;
}

export const FAILURES_SHOWN = 10;

/** How much of each failure a card shows, until it fits. */
const DETAILS: readonly { readonly steps: number; readonly first: number; readonly room: Room }[] = [
  { steps: 6, first: FAILURES_SHOWN, room: ROOMS[0]! },
  { steps: 4, first: FAILURES_SHOWN, room: ROOMS.at(-2)! },
  { steps: 4, first: 5, room: ROOMS.at(-2)! },
  { steps: 3, first: 3, room: ROOMS.at(-1)! },
  { steps: 0, first: 0, room: ROOMS.at(-1)! },
];

/** Several failures in one Adaptive Card below 25 KB: each with how sure, what is wrong, and the steps behind a button. */
export function failuresCard(shown: ShownFailures): AdaptiveCard {
  const answers = shown.failures
    .slice(0, FAILURES_SHOWN)
    .map(({ where, diagnosis }) => ({ where, answer: answerOf(diagnosis) }));
  let card: AdaptiveCard | undefined;
  for (const { steps, first, room } of DETAILS) {
    card = adaptiveCard(plainLine(shown.headline, 300), [
      ...(shown.secrets.length === 0 ? [] : secretsOf(shown)),
      dataText(plainLine(shown.headline, 300), { size: 'Large', weight: 'Bolder' }),
      ...notes(shown).map((note) => dataText(note, { isSubtle: true }, { spacing: 'Small' })),
      ...answers.flatMap(({ where, answer }, index) =>
        failure(where, fitted(answer, room), index, index < first ? steps : 0, answers.length === 1),
      ),
    ]);
    if (cardBytes(card) <= CARD_BYTES) break;
  }
  return card!;
}

/** A recording holds many: which ones in one line, how to make each useless behind a button. */
function secretsOf({ secrets, name }: ShownFailures): CardElement[] {
  const notices = secretNotices(secrets);
  if (notices.length === 1) return [secretNotice(notices, 'This file')];
  const live = notices.some((notice) => notice.live);
  const kinds = [...new Set(notices.filter((notice) => notice.live === live).map(({ what }) => what))];
  return [
    container(
      [
        dataText(`${plainLine(name, 80)} holds ${live ? 'live' : 'expired'} credentials`, { weight: 'Bolder' }),
        ownText(
          `${capital(listed(kinds))}. ${live ? 'Treat them as known to others: delete the message, then revoke them. ' : ''}why401 did not keep, log or send them.`,
          {
            spacing: 'Small',
          },
        ),
        { type: 'ActionSet', spacing: 'Small', actions: [toggle('How to revoke them', 'secrets', [])] },
        container(
          notices.map(({ what, until, revoke }) =>
            dataText(`${capital(what)}. ${until} ${revoke}`.trim(), {}, { spacing: 'Small' }),
          ),
          { id: 'secrets', isVisible: false },
        ),
      ],
      { style: live ? 'attention' : 'warning' },
    ),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param open whether what to do stands there without a button: a single failure has nothing beside it to be found. */
function failure(where: string, answer: Answer, index: number, most: number, open: boolean): CardElement[] {
  const id = `failure-${index}`;
  const details = most === 0 ? [] : detailsOf(answer, most);
  return [
    container(
      [
        dataText(plainLine(where, 240), { fontType: 'Monospace', size: 'Small' }),
        badge(answer.verdictLabel, answer.tone, answer.owner?.line ?? 'Nothing in it decides the cause'),
        dataText(answer.headline, { weight: 'Bolder' }, { spacing: 'Small' }),
        ...(details.length === 0
          ? []
          : open
            ? details
            : [
                {
                  type: 'ActionSet',
                  spacing: 'Small',
                  actions: [toggle(answer.verdict === 'undecided' ? 'What to send next' : 'What to do', id, [])],
                },
                container(details, { id, isVisible: false }),
              ]),
      ],
      { separator: true, spacing: 'Medium' },
    ),
  ];
}

function detailsOf(answer: Answer, most: number): CardElement[] {
  const [because] = answer.because;
  const steps = answer.steps
    .slice(0, most)
    .flatMap((step, index) => [
      dataRuns([{ text: `${index + 1}.  `, style: { weight: 'Bolder' } }, { text: step.text }], { spacing: 'Small' }),
      ...(step.value === undefined ? [] : [monospace(step.value)]),
      ...(step.link === undefined ? [] : [linkText(step.link.title, step.link.url)]),
    ]);
  const asked = steps.length === 0 && answer.next !== null ? [dataText(answer.next.ask, {}, { spacing: 'Small' })] : [];
  return [
    ...(because === undefined ? [] : reason(because)),
    ...steps,
    ...asked,
    ...(steps.length > 0 && answer.verdict !== 'undecided'
      ? [ownText(`More: say “explain ${answer.cause}”`, { size: 'Small', isSubtle: true, spacing: 'Small' })]
      : []),
  ];
}

function notes({ notes: told, failures }: ShownFailures): readonly string[] {
  const more = failures.length - FAILURES_SHOWN;
  const rest = more > 0 ? [`${more} more kinds of failure are not listed; these are the heaviest.`] : [];
  return [...told, ...rest].map((note) => plainLine(note, 400));
}

/** The same as plain text. */
export function failuresText(shown: ShownFailures): string {
  return [
    plainLine(shown.headline, 300),
    ...notes(shown),
    ...secretNotices(shown.secrets).map(({ what, until, revoke }) =>
      `${plainLine(shown.name, 80)}: ${what}. ${until} ${revoke}`.trim(),
    ),
    ...shown.failures.slice(0, FAILURES_SHOWN).flatMap(({ where, diagnosis }, index) => {
      const { headline, verdictLabel, cause, steps } = answerOf(diagnosis);
      return [
        '',
        `${index + 1}. ${plainLine(where, 240)}`,
        headline,
        `${verdictLabel} · ${cause}`,
        ...steps.slice(0, 1).map(({ text, value }) => `First: ${text}${value === undefined ? '' : ` ${value}`}`),
      ];
    }),
  ].join('\n');
}
