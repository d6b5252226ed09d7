import { ActivityTypes, type TurnContext } from 'botbuilder';
import { FROM_ELSEWHERE_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import { readActivityText, typedWords } from '../activity-text.ts';
import { isAddressed } from '../conversation-scope.ts';
import { intentOf, isSignInIntent } from '../intents.ts';
import { say } from '../say.ts';
import type { CommandParts } from './command-message.ts';

/** Whether whoever speaks belongs to another organisation than the team channel: they are never asked to sign in. */
export async function asksFromElsewhere({ triage, signIn }: CommandParts, context: TurnContext): Promise<boolean> {
  if (triage === undefined || signIn === undefined) return false;
  const asks = context.activity.type === ActivityTypes.Invoke || isAddressed(context.activity);
  return asks && (await triage.isFromElsewhere(context));
}

/** To somebody of another organisation. @returns false where nothing of a sign-in was asked */
export async function toldNoSignIn(context: TurnContext): Promise<boolean> {
  const intent = intentOf(typedWords(readActivityText(context.activity)));
  if (intent === null || !isSignInIntent(intent) || intent.startsWith('delete-')) return false;
  await say(context, FROM_ELSEWHERE_TEXT);
  return true;
}
