import type { Diagnosis, FixStep } from '../../diagnosis/diagnosis.ts';
import { answerOf } from '../../presentation/answer.ts';
import { diagnosisText } from '../../presentation/cards/diagnosis/diagnosis-text.ts';
import { OWNER_WORDS } from '../../presentation/words.ts';
import { escapeHtml } from '../escape-html.ts';
import { pageFrame } from './page-frame.ts';

const STEPS_SHOWN = 3;

/** What Entra ID refused, as the engine explains it: what is wrong, who can fix it, the first steps, and all of it as text. */
export function refusedPage(diagnosis: Diagnosis, refusalText: string): string {
  const answer = answerOf(diagnosis);
  const owner = answer.owner === null ? '' : `<p>${escapeHtml(readersLine(answer.owner.line))}</p>`;
  const steps =
    answer.steps.length === 0
      ? ''
      : `<h2>What to do</h2>\n<ol>${answer.steps.slice(0, STEPS_SHOWN).map(step).join('')}</ol>`;
  return pageFrame(
    answer.verdict === 'undecided' ? 'The sign-in was refused' : answer.headline,
    `${owner}
${steps}
<p class="faint">Afterwards go back to the chat and send “sign in”.</p>
<details><summary>Everything as text, to copy for whoever can fix it</summary>
<pre>${escapeHtml(`${diagnosisText(diagnosis)}\n\n${refusalText}`)}</pre></details>`,
  );
}

/** Here the person who signs in is the one who reads. */
function readersLine(line: string): string {
  return line === OWNER_WORDS['end-user'].line ? 'You can fix this.' : line;
}

function step({ text, value, link }: FixStep): string {
  const exact = value === undefined ? '' : `<br><code>${escapeHtml(value)}</code>`;
  const open =
    link === undefined || !link.url.startsWith('https://')
      ? ''
      : `<br><a href="${escapeHtml(link.url)}" rel="noreferrer noopener">${escapeHtml(link.title)}</a>`;
  return `<li>${escapeHtml(text)}${exact}${open}</li>`;
}
