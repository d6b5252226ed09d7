import type { CauseId } from '../../../diagnosis/cause-id.ts';
import type { Diagnosis, Verdict } from '../../../diagnosis/diagnosis.ts';
import { type Answer, answerOf } from '../../answer.ts';
import { plainData } from '../../plain-data.ts';
import type { Tone } from '../../words.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  badge,
  type CardAction,
  type CardElement,
  container,
  dataRuns,
  dataText,
  ownText,
} from '../elements.ts';
import { fitsInUtf8, oneByteEach, quoted } from '../json/ascii-json.ts';
import {
  writtenHeading,
  writtenMonospace,
  writtenQuestion,
  writtenReason,
  writtenSentence,
  writtenStep,
  writtenToggle,
} from '../json/written-elements.ts';
import { form, listed, textForm, type Written, written } from '../json/written-form.ts';
import { REASONS_IN_THE_OPEN } from '../reason.ts';
import { CARD_BYTES, fitted, ROOMS, type Room } from '../room.ts';
import { verbAction } from '../verb-action.ts';
import { feedbackActions } from './feedback-actions.ts';
import { codePanel, explanationPanel, forwardPanel, othersPanel, type Panel, surePanel } from './panels.ts';
import { pictureQuote } from './picture-quote.ts';
import { secretNotice } from './secret-notice.ts';

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
  return JSON.parse(diagnosisCardJson(diagnosis, options)) as AdaptiveCard;
}

/** The same card as JSON in ASCII: each turn sends one, so that it is written without being drawn as an object first. */
export function diagnosisCardJson(diagnosis: Diagnosis, options: DiagnosisCardOptions): Written {
  const answer = answerOf(diagnosis);
  let card = '';
  for (const room of ROOMS) {
    card = cardIn(room, fitted(answer, room), options);
    if (fitsInUtf8(card, CARD_BYTES)) break;
  }
  // The last room is small enough for any answer; a property test holds that.
  return oneByteEach(card);
}

function cardIn(room: Room, answer: Answer, options: DiagnosisCardOptions): Written {
  const explanation = options.explanation === undefined ? null : plainData(options.explanation, room.sentence * 3);
  const undecided = answer.verdict === 'undecided';
  const panels = [
    codeOf(answer, room, options.inDialog !== true),
    undecided ? null : othersPanel(answer.others),
    answer.verdict === 'likely' ? surePanel(nextQuestion(answer, 'To make sure')) : null,
    explanationPanel(answer, explanation),
    forwardPanel(answer.forward, answer.consentLink),
  ].filter((panel): panel is Panel => panel !== null);
  const headline = quoted(answer.headline);
  const body: Written[] = [];
  if (options.showSecrets === true && answer.secrets.length > 0) {
    body.push(written(secretNotice(answer.secrets, 'Your message')));
  }
  body.push(BADGE[answer.tone](quoted(answer.verdictLabel), quoted(beside(answer))), HEADLINE(headline));
  for (const remark of answer.remarks) body.push(REMARK(remark));
  body.push(...(undecided ? openQuestion(answer) : decided(answer)));
  if (options.readFromPicture !== undefined) body.push(written(pictureQuote(options.readFromPicture)));
  if (panels.length > 0) body.push(...panelRow(panels));
  const actions = actionsOf(answer, options);
  const card =
    actions.length === 0 ? CARD(headline, listed(body)) : CARD_WITH_ACTIONS(headline, listed(body), listed(actions));
  return options.wide === true ? `${card.slice(0, -1)},"msteams":{"width":"Full"}}` : card;
}

const CARD = form((headline: string, body: CardElement[]) => adaptiveCard(headline, body));
const CARD_WITH_ACTIONS = form((headline: string, body: CardElement[], actions: CardAction[]) =>
  adaptiveCard(headline, body, actions),
);

const badgeOf = (tone: Tone) => form((word: string, beside: string) => badge(word, tone, beside));
const BADGE: Readonly<Record<Tone, ReturnType<typeof badgeOf>>> = {
  good: badgeOf('good'),
  accent: badgeOf('accent'),
  warning: badgeOf('warning'),
  attention: badgeOf('attention'),
  neutral: badgeOf('neutral'),
};

const HEADLINE = form((headline: string) =>
  dataText(headline, { size: 'Large', weight: 'Bolder' }, { spacing: 'Small' }),
);
const REMARK = textForm((remark: string) => dataText(remark, { isSubtle: true }, { spacing: 'Small' }));

function actionsOf(
  { verdict, cause, next }: Answer,
  { diagnosisId, signIn, inDialog }: DiagnosisCardOptions,
): Written[] {
  if (inDialog === true) return [];
  const actions: Written[] = [];
  if (verdict !== 'undecided') actions.push(FEEDBACK(quoted(diagnosisId), `"${cause}"`, `"${verdict}"`));
  // Another service's refusal has nothing to do with a Microsoft sign-in.
  if (signIn === true && (verdict !== 'undecided' || next !== null)) actions.push(CHECK_SIGN_IN);
  return actions;
}

const FEEDBACK = form((diagnosisId: string, cause: CauseId, verdict: Verdict) =>
  feedbackActions({ diagnosisId, cause, verdict }),
);
const CHECK_SIGN_IN = written(verbAction('Check my sign-in', { verb: 'check-sign-in' }));

/** In the open the paste's own language, or Python and curl; settings and bodies are the same in every language. */
function codeOf({ patches, recipe, language }: Answer, room: Room, more: boolean): Panel | null {
  const code = patches.filter((patch) => patch.language !== 'json');
  const open = code.slice(0, language === null || language === 'json' ? 2 : 1);
  const shown = patches.filter((patch) => patch.language === 'json' || open.includes(patch));
  const languages = patches.filter((patch) => !shown.includes(patch)).map((patch) => patch.language);
  return codePanel(shown, room.codeBlocks, recipe === null || !more ? null : { languages, recipe });
}

const BESIDE_BEYOND: Readonly<Record<NonNullable<Answer['beyond']>, string>> = {
  'another-vendor': 'Another service answered here',
  'not-the-sign-in': 'Something else is in the way',
};

function beside(answer: Answer): string {
  if (answer.owner !== null) return answer.owner.line;
  if (answer.beyond !== null) return BESIDE_BEYOND[answer.beyond];
  return answer.next === null ? 'Nothing in this decides it' : 'One more piece of text will decide it';
}

function decided(answer: Answer): Written[] {
  const { because, steps, check, verdict } = answer;
  const elements: Written[] = [];
  if (because.length > 0) elements.push(WHY, ...because.slice(0, REASONS_IN_THE_OPEN).map(writtenReason));
  if (steps.length > 0) elements.push(WHAT_TO_DO, ...steps.map(writtenStep));
  if (check !== null) elements.push(CHECK, writtenSentence(check.text));
  if (check !== null && check.command !== null) elements.push(writtenMonospace(check.command));
  if (verdict === 'possible') elements.push(...nextQuestion(answer, 'To make sure'));
  return elements;
}

const WHY = writtenHeading('Why I think so');
const WHAT_TO_DO = writtenHeading('What to do');
const CHECK = writtenHeading('Check that it worked');

const ANOTHER_SERVICE = written(
  ownText(
    'Look it up in that service’s own documentation. Where a Microsoft sign-in or a call to Graph stands behind it, paste that request and its answer.',
    { spacing: 'Small' },
  ),
);

function openQuestion(answer: Answer): Written[] {
  const elements = nextQuestion(answer, 'Send me this next');
  if (answer.beyond === 'another-vendor') elements.push(ANOTHER_SERVICE);
  if (answer.detail !== null) elements.push(writtenSentence(answer.detail));
  if (answer.others.length > 0) elements.push(IT_COULD_BE);
  for (const { title, owner } of answer.others) elements.push(POSSIBILITY(quoted(title), quoted(` · for ${owner}`)));
  return elements;
}

const IT_COULD_BE = writtenHeading('It could be');
const POSSIBILITY = form((title: string, owner: string) =>
  dataRuns([{ text: title, style: { weight: 'Bolder' } }, { text: owner }], { spacing: 'Small' }),
);

function nextQuestion({ next }: Answer, title: string): Written[] {
  return next === null ? [] : writtenQuestion(next, title);
}

function panelRow(panels: readonly Panel[]): Written[] {
  const ids = panels.map((panel) => panel.id);
  const buttons = panels.map(({ button }, index) => writtenToggle(button, index, ids));
  return [BUTTONS(listed(buttons)), ...panels.map(({ id, items }) => HIDDEN_PANEL(`"${id}"`, listed(items)))];
}

const BUTTONS = form((actions: CardAction[]) => ({ type: 'ActionSet', spacing: 'Medium', actions }));
const HIDDEN_PANEL = form((id: string, items: CardElement[]) => container(items, { id, isVisible: false }));
