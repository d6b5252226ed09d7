import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type Answer, answerOf } from '../answer.ts';
import { plainData } from '../plain-data.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  badge,
  type CardElement,
  container,
  dataRuns,
  dataText,
  heading,
  linkText,
  monospace,
  ownText,
  toggle,
} from './elements.ts';
import { feedbackActions } from './feedback-actions.ts';
import { codePanel, explanationPanel, forwardPanel, othersPanel, type Panel, surePanel } from './panels.ts';
import { pictureQuote } from './picture-quote.ts';
import { REASONS_IN_THE_OPEN, reason } from './reason.ts';
import { CARD_BYTES, fitted, ROOMS, type Room } from './room.ts';
import { secretNotice } from './secret-notice.ts';
import { verbAction } from './verb-action.ts';

export interface DiagnosisCardOptions {
  /** Comes back with the feedback buttons. */
  readonly diagnosisId: string;
  /** In a personal chat only: the warning about live credentials goes into the card. */
  readonly showSecrets?: boolean;
  /** What happens and why, from the cause's page; shown behind «Full explanation». */
  readonly explanation?: string;
  /** Whether this bot signs people in: the card then offers to check that. */
  readonly signIn?: boolean;
  /** The words that a machine read in a picture: the card says so, and shows them. */
  readonly readFromPicture?: string;
  /** In a dialog nothing comes back but what is submitted: no buttons that ask the bot for something. */
  readonly inDialog?: boolean;
  /** As wide as Teams allows, which code likes. Leave it out for clients that warn about it (the Agents Playground). */
  readonly wide?: boolean;
}

/**
 * The reply to a paste: an Adaptive Card 1.5, always below 25 KB.
 *
 * In the open: how sure, what is wrong, the person's own line, the steps, the check. Behind buttons: code by language,
 * the other possibilities, the explanation, the message to forward.
 */
export function diagnosisCard(diagnosis: Diagnosis, options: DiagnosisCardOptions): AdaptiveCard {
  return fittingCard(diagnosis, options).card;
}

/** The same card as JSON: to know whether it fits it has to be written anyway. */
export function diagnosisCardJson(diagnosis: Diagnosis, options: DiagnosisCardOptions): string {
  return fittingCard(diagnosis, options).json;
}

function fittingCard(
  diagnosis: Diagnosis,
  options: DiagnosisCardOptions,
): { readonly card: AdaptiveCard; readonly json: string } {
  const answer = answerOf(diagnosis);
  let fitting: { card: AdaptiveCard; json: string } | undefined;
  for (const room of ROOMS) {
    const card = cardIn(room, fitted(answer, room), options);
    fitting = { card, json: JSON.stringify(card) };
    if (Buffer.byteLength(fitting.json) <= CARD_BYTES) break;
  }
  // The last room is small enough for any answer; a property test holds that.
  return fitting!;
}

function cardIn(room: Room, answer: Answer, options: DiagnosisCardOptions): AdaptiveCard {
  const explanation = options.explanation === undefined ? null : plainData(options.explanation, room.sentence * 3);
  const panels = [
    codeOf(answer, room, options.inDialog !== true),
    answer.verdict === 'undecided' ? null : othersPanel(answer.others),
    answer.verdict === 'likely' ? surePanel(nextQuestion(answer, 'To make sure')) : null,
    explanationPanel(answer, explanation),
    forwardPanel(answer.forward, answer.consentLink),
  ].filter((panel): panel is Panel => panel !== null);
  const body = [
    ...(options.showSecrets === true && answer.secrets.length > 0
      ? [secretNotice(answer.secrets, 'Your message')]
      : []),
    badge(answer.verdictLabel, answer.tone, beside(answer)),
    dataText(answer.headline, { size: 'Large', weight: 'Bolder' }, { spacing: 'Small' }),
    ...answer.remarks.map((remark) => dataText(remark, { isSubtle: true }, { spacing: 'Small' })),
    ...(answer.verdict === 'undecided' ? undecided(answer) : decided(answer)),
    ...(options.readFromPicture === undefined ? [] : [pictureQuote(options.readFromPicture)]),
    ...panelRow(panels),
  ];
  const { cause, verdict } = answer;
  const { diagnosisId } = options;
  const actions =
    options.inDialog === true
      ? []
      : [
          ...(verdict === 'undecided' ? [] : feedbackActions({ diagnosisId, cause, verdict })),
          ...(options.signIn === true ? [verbAction('Check my sign-in', { verb: 'check-sign-in' })] : []),
        ];
  const card = adaptiveCard(answer.headline, body, actions);
  return options.wide === true ? { ...card, msteams: { width: 'Full' } } : card;
}

/** In the open the paste's own language, or Python and curl; settings and bodies are the same in every language. */
function codeOf({ patches, recipe, language }: Answer, room: Room, more: boolean): Panel | null {
  const code = patches.filter((patch) => patch.language !== 'json');
  const open = code.slice(0, language === null || language === 'json' ? 2 : 1);
  const shown = patches.filter((patch) => patch.language === 'json' || open.includes(patch));
  const languages = patches.filter((patch) => !shown.includes(patch)).map((patch) => patch.language);
  return codePanel(shown, room.codeBlocks, recipe === null || !more ? null : { languages, recipe });
}

function beside(answer: Answer): string {
  if (answer.owner !== null) return answer.owner.line;
  return answer.next === null ? 'Another service answered here' : 'One more piece of text will decide it';
}

function decided(answer: Answer): CardElement[] {
  return [
    ...(answer.because.length === 0 ? [] : [heading('Why I think so')]),
    ...answer.because.slice(0, REASONS_IN_THE_OPEN).flatMap(reason),
    ...steps(answer),
    ...check(answer),
    ...(answer.verdict === 'possible' ? nextQuestion(answer, 'To make sure') : []),
  ];
}

function steps(answer: Answer): CardElement[] {
  if (answer.steps.length === 0) return [];
  return [
    heading('What to do'),
    ...answer.steps.flatMap((step, index) => [
      dataRuns([{ text: `${index + 1}.  `, style: { weight: 'Bolder' } }, { text: step.text }], { spacing: 'Small' }),
      ...(step.value === undefined ? [] : [monospace(step.value)]),
      ...(step.link === undefined ? [] : [linkText(step.link.title, step.link.url)]),
    ]),
  ];
}

function check(answer: Answer): CardElement[] {
  if (answer.check === null) return [];
  return [
    heading('Check that it worked'),
    dataText(answer.check.text, {}, { spacing: 'Small' }),
    ...(answer.check.command === null ? [] : [monospace(answer.check.command)]),
  ];
}

/** An answer without a question is one about somebody else's service. */
const ANOTHER_SERVICE =
  'Look it up in that service’s own documentation. Where a Microsoft sign-in or a call to Graph stands behind it, paste that request and its answer.';

function undecided(answer: Answer): CardElement[] {
  return [
    ...(answer.next === null ? [ownText(ANOTHER_SERVICE, { spacing: 'Small' })] : []),
    ...nextQuestion(answer, 'Send me this next'),
    ...(answer.others.length === 0 ? [] : [heading('It could be')]),
    ...answer.others.map((other) =>
      dataRuns([{ text: other.title, style: { weight: 'Bolder' } }, { text: ` · for ${other.owner}` }], {
        spacing: 'Small',
      }),
    ),
  ];
}

function nextQuestion(answer: Answer, title: string): CardElement[] {
  if (answer.next === null) return [];
  return [
    heading(title),
    dataText(answer.next.ask, {}, { spacing: 'Small' }),
    ...answer.next.commands.flatMap(({ label, command }) => [
      dataText(label, { isSubtle: true, size: 'Small' }, { spacing: 'Small' }),
      monospace(command),
    ]),
  ];
}

function panelRow(panels: readonly Panel[]): CardElement[] {
  if (panels.length === 0) return [];
  const ids = panels.map((panel) => panel.id);
  const actions = panels.map((panel) =>
    toggle(
      panel.button,
      panel.id,
      ids.filter((id) => id !== panel.id),
    ),
  );
  return [
    { type: 'ActionSet', spacing: 'Medium', actions },
    ...panels.map((panel) => container(panel.items, { id: panel.id, isVisible: false })),
  ];
}
