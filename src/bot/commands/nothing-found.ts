import { whatToPasteCard, whatToPasteText } from '../../presentation/cards/what-to-paste-card.ts';
import type { ActivityText } from '../activity-text.ts';
import type { Answer } from '../answer.ts';
import { signInTroubleText, tellsSignInTrouble } from './sign-in-trouble.ts';
import { fileNotGiven, OTHERS_MESSAGE, type WhereSaid } from './unreadable.ts';

/** For everything that holds no evidence: says so, and what would help. */
export function nothingFoundAnswer(received: ActivityText, where: WhereSaid, signIn: boolean): Answer {
  if (received.pictures + received.files === 0 && received.quoted === undefined && tellsSignInTrouble(received))
    return { text: signInTroubleText(where.teams && !where.shared) };
  const lead = leadFor(received, where);
  const last = `${signIn ? '“check my sign-in” looks whether your own connection works. ' : ''}“help” says what else I do.`;
  return { text: whatToPasteText(lead, last), card: whatToPasteCard(lead, last), summary: NOTHING };
}

const NOTHING = 'I found no sign-in or Graph error in that message.';

function leadFor({ pictures, files }: ActivityText, where: WhereSaid): string {
  if (pictures > 0)
    return 'I found no sign-in or Graph error in your words, and I cannot read pictures. Please paste the error as text.';
  if (files > 0) return `I found no sign-in or Graph error in your words. ${fileNotGiven(where)}`;
  return where.shared ? `${NOTHING} ${OTHERS_MESSAGE[where.teams ? 'teams' : 'elsewhere']}` : NOTHING;
}
