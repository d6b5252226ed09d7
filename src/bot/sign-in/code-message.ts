import type { TurnContext } from 'botbuilder';
import { aadstsEntry } from '../../diagnosis/codes/aadsts.ts';
import { CODE_IN_CROWD_TEXT, NO_SIGN_IN_WAITS_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import { scopeOf } from '../conversation-scope.ts';
import { say } from '../say.ts';
import type { SignInTurnParts } from './sign-in-parts.ts';

/** A message of six digits: the end of a sign-in that waits, else a word on what such a code is for. */
export async function takeCode({ flow }: SignInTurnParts, context: TurnContext, code: string): Promise<void> {
  if (scopeOf(context.activity) !== 'personal') return say(context, CODE_IN_CROWD_TEXT);
  if (await flow.continueWith(context)) return;
  const entry = aadstsEntry(Number(code));
  const meant = entry === undefined ? '' : ` Did you mean the error code? Then write: explain AADSTS${code}`;
  return say(context, `${NO_SIGN_IN_WAITS_TEXT}${meant}`);
}
