import type { HealthReport } from '../../../identity/health/health-report.ts';
import type { Answer } from '../../answer.ts';
import {
  type HealthAnswer,
  type HealthAnswerOptions,
  type HealthButton,
  type HealthLine,
  type HealthVerb,
  healthAnswer,
} from '../../health-answer.ts';
import { healthLines } from '../../terminal/health-lines.ts';
import { drawn, forwardPanel, type Panel } from '../diagnosis/panels.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  badge,
  type CardAction,
  type CardElement,
  cardBytes,
  container,
  dataRuns,
  dataText,
  heading,
  linkText,
  ownText,
  toggle,
} from '../elements.ts';
import { numberedStep } from '../numbered-step.ts';
import { reason } from '../reason.ts';
import { CARD_BYTES, fitted, ROOMS } from '../room.ts';
import { verbAction } from '../verb-action.ts';

/** What comes back under `why401` when a button of the report is pressed. */
export interface HealthButtonData {
  readonly verb: HealthVerb;
}

export interface HealthCardOptions extends HealthAnswerOptions {
  /** As wide as Teams allows. Leave it out for clients that warn about it (the Agents Playground). */
  readonly wide?: boolean;
}

/** Steps in the open; the rest is among the details. */
const STEPS_IN_THE_OPEN = 2;

/**
 * The health report of a sign-in: an Adaptive Card 1.5 below 25 KB, which reads well while checks still run.
 *
 * In the open: whether it works, what is wrong and who has to act, the first steps, a line for each check. Behind
 * buttons: why and how, what else failed, the message to forward, the claims of the token. Never the token.
 */
export function healthCard(report: HealthReport, options: HealthCardOptions = {}): AdaptiveCard {
  const known = healthAnswer(report, options);
  // Until all is known a cause is a headline only: its steps would push the lines about while they fill in.
  const answer: HealthAnswer = report.complete
    ? known
    : { ...known, first: null, cause: null, afterwards: null, advice: null, others: [], claims: [] };
  let card: AdaptiveCard | undefined;
  for (const room of ROOMS) {
    const cut: HealthAnswer = {
      ...answer,
      cause: answer.cause === null ? null : fitted(answer.cause, room),
      others: answer.others.slice(0, room.others).map((other) => fitted(other, room)),
    };
    card = cardOf(cut, options);
    if (cardBytes(card) <= CARD_BYTES) return card;
  }
  return card as AdaptiveCard;
}

function cardOf(answer: HealthAnswer, options: HealthCardOptions): AdaptiveCard {
  const { badge: top, headline, lines, first, cause, afterwards, advice, others, claims, buttons } = answer;
  // Where the reader can do something first, the steps for others wait among the details.
  const open = first === null ? STEPS_IN_THE_OPEN : 0;
  const panels = [
    detailsPanel(cause, open),
    othersPanel(others),
    cause === null ? null : drawn(forwardPanel(cause.forward, cause.consentLink)),
    claimsPanel(claims),
  ].filter((panel): panel is Panel<CardElement> => panel !== null);
  const body = [
    badge(top.word, top.tone, top.beside),
    dataText(headline, { size: 'Large', weight: 'Bolder' }, { spacing: 'Small' }),
    ...(first === null ? [] : [ownText(first, { spacing: 'Small' })]),
    ...(cause === null ? [] : steps(cause, 0, open)),
    ...(afterwards === null ? [] : [ownText(afterwards, { spacing: 'Small' })]),
    ...(advice === null ? [] : [dataText(advice.text, {}, { spacing: 'Small' })]),
    container(lines.map(checkLine), { spacing: 'Medium', separator: true }),
    ...panelRow(panels),
  ];
  const card = adaptiveCard(headline, body, buttons.map(action));
  return options.wide === true ? { ...card, msteams: { width: 'Full' } } : card;
}

const COLOURS: Readonly<Record<HealthLine['state'], Readonly<Record<string, unknown>>>> = {
  pass: { color: 'Good' },
  warn: { color: 'Warning' },
  fail: { color: 'Attention' },
  skipped: { isSubtle: true },
  pending: { isSubtle: true },
};

/** The mark stands in a column of its own, so that longer sentences stay beside it. */
function checkLine({ state, mark, title, says, advice }: HealthLine): CardElement {
  const quiet = state === 'skipped' || state === 'pending' ? { isSubtle: true } : {};
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: '18px', items: [ownText(mark, { weight: 'Bolder', wrap: false, ...COLOURS[state] })] },
      {
        type: 'Column',
        width: 'stretch',
        spacing: 'Small',
        items: [
          dataRuns([
            { text: `${title}  `, style: { weight: 'Bolder', ...quiet } },
            { text: says, style: quiet },
          ]),
          ...(advice === null ? [] : [dataText(advice, { isSubtle: true }, { spacing: 'None' })]),
        ],
      },
    ],
  };
}

function steps(cause: Answer, from: number, to: number): CardElement[] {
  return cause.steps.slice(from, to).flatMap((step, index) => numberedStep(step, from + index + 1));
}

function detailsPanel(cause: Answer | null, stepsShown: number): Panel<CardElement> | null {
  if (cause === null) return null;
  const more = steps(cause, stepsShown, cause.steps.length);
  return {
    id: 'details',
    button: 'Why, and what else to do',
    items: [
      heading('Why I think so'),
      ...cause.because.flatMap(reason),
      ...(more.length === 0 ? [] : [heading(stepsShown === 0 ? 'Where that does not help' : 'Further steps'), ...more]),
      ...(cause.check === null
        ? []
        : [heading('Check that it worked'), ownText('Press “Check again” below.', { spacing: 'Small' })]),
      ...(cause.sources.length === 0 ? [] : [heading('Read more')]),
      ...cause.sources.map((source) => linkText(source.title, source.url)),
    ],
  };
}

function othersPanel(others: readonly Answer[]): Panel<CardElement> | null {
  if (others.length === 0) return null;
  return {
    id: 'others',
    button: 'What else failed',
    items: [
      heading('What else failed'),
      ...others.flatMap((other) => [
        dataRuns([
          { text: other.headline, style: { weight: 'Bolder' } },
          { text: other.owner === null ? '' : `  ${other.owner.line}`, style: { isSubtle: true } },
        ]),
        ...steps(other, 0, 1),
      ]),
    ],
  };
}

const CLAIM = { fontType: 'Monospace', size: 'Small' } as const;

function claimsPanel(claims: HealthAnswer['claims']): Panel<CardElement> | null {
  if (claims.length === 0) return null;
  return {
    id: 'claims',
    button: 'Claims of the token',
    items: [
      heading('Claims of the token'),
      container(
        [
          // Renderers collapse runs of spaces, so no column of names can be made of them.
          dataRuns(
            claims.flatMap(({ name, value }, index) => [
              { text: `${index === 0 ? '' : '\n'}${name} `, style: { ...CLAIM, weight: 'Bolder' } },
              { text: value, style: CLAIM },
            ]),
          ),
        ],
        { style: 'emphasis', spacing: 'Small' },
      ),
      ownText('The token itself is never shown, and no log or store has it in the clear.', {
        isSubtle: true,
        size: 'Small',
        spacing: 'Small',
      }),
    ],
  };
}

function panelRow(panels: readonly Panel<CardElement>[]): CardElement[] {
  if (panels.length === 0) return [];
  const ids = panels.map((panel) => panel.id);
  return [
    {
      type: 'ActionSet',
      spacing: 'Medium',
      actions: panels.map((panel) =>
        toggle(
          panel.button,
          panel.id,
          ids.filter((id) => id !== panel.id),
        ),
      ),
    },
    ...panels.map((panel) => container(panel.items, { id: panel.id, isVisible: false })),
  ];
}

function action({ verb, title }: HealthButton): CardAction {
  return verbAction(title, { verb } satisfies HealthButtonData);
}

/** The report for clients without cards. Send it with `textFormat: 'plain'`: nothing in it is markdown. */
export function healthText(report: HealthReport, options: HealthAnswerOptions = {}): string {
  return healthLines(report, options).join('\n');
}
