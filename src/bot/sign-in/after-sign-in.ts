import type { TurnContext } from 'botbuilder';
import type { Person } from '../../identity/person.ts';
import { SIGNED_IN_TEXT, TIMED_OUT_TEXT, TOO_MANY_CODES_TEXT } from '../../presentation/cards/sign-in/sign-in-words.ts';
import { personOf } from '../person-of.ts';
import { say } from '../say.ts';
import { checkSignIn } from './check-sign-in.ts';
import type { AfterSignIn } from './dialog/sign-in-dialog.ts';
import { refusalAnswer } from './refusal-answer.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** Goes on with an event that waited for a sign-in. */
export type ResumeDraft = (context: TurnContext, person: Person, draft: string) => Promise<void>;

/**
 * What follows a sign-in: words, or the check that led to it. That check asks for no further sign-in, whatever it
 * finds; else a policy that is never satisfied would lead round in a circle.
 */
export function afterSignIn(parts: SignInParts, resumeDraft?: ResumeDraft): AfterSignIn {
  return async (context, outcome, options) => {
    switch (outcome.kind) {
      case 'signed-in': {
        const person = personOf(context.activity);
        if (options.next === 'check' && person !== undefined) await checkSignIn(parts, context, person);
        else if (options.draft !== undefined && person !== undefined && resumeDraft !== undefined)
          await resumeDraft(context, person, options.draft);
        else await say(context, SIGNED_IN_TEXT);
        return;
      }
      case 'timed-out':
        return say(context, TIMED_OUT_TEXT);
      case 'too-many-codes':
        return say(context, TOO_MANY_CODES_TEXT);
      case 'refused':
        return say(context, await refusalAnswer(parts.turn, outcome.refusal, context.activity.channelId));
    }
  };
}
