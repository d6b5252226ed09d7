import type { InvokeResponse, TurnContext } from 'botbuilder';
import type { Person } from '../../identity/person.ts';
import {
  CANCELLED_TEXT,
  NOTHING_TO_CANCEL_TEXT,
  UNKNOWN_PERSON_TEXT,
} from '../../presentation/cards/sign-in/sign-in-words.ts';
import { deleteDataQuestion } from '../commands/delete-data.ts';
import { scopeOf } from '../conversation-scope.ts';
import { intentOf, isSignInIntent, type SignInIntent } from '../intents.ts';
import { personOf } from '../person-of.ts';
import { say } from '../say.ts';
import { beginCheck } from './begin-check.ts';
import { beginSignIn } from './begin-sign-in.ts';
import { takeCode } from './code-message.ts';
import { deleteData } from './delete-data.ts';
import { endSignIn } from './end-sign-in.ts';
import { inPrivate } from './in-private.ts';
import type { SignInVerb } from './press.ts';
import { signInCodeIn } from './sign-in-code.ts';
import type { SignInTurnParts } from './sign-in-parts.ts';
import { signOut } from './sign-out.ts';
import { isTeamsSignIn, teamsSignIn } from './teams-sso/teams-sign-in.ts';
import { whoAmI } from './who-am-i.ts';

/** The turns that have to do with a person's own grant. */
export interface SignInTurns {
  /** @returns false where the message asks for nothing of this; nothing was said then */
  onMessage(context: TurnContext, words: string): Promise<boolean>;
  /** A pressed button. @returns what to say where it was pressed */
  onPress(context: TurnContext, verb: SignInVerb): Promise<string>;
  /** The invokes of Teams' sign-in; `undefined` for every other. */
  onInvoke(context: TurnContext): Promise<InvokeResponse | undefined>;
  /** Web Chat's event that a sign-in is finished. */
  onTokenResponse(context: TurnContext): Promise<void>;
  /** The person removed the app: their sign-in ends, without a word. */
  onRemoved(context: TurnContext): Promise<void>;
}

type Command = (context: TurnContext, person: Person) => Promise<void>;

export function createSignInTurns(parts: SignInTurnParts): SignInTurns {
  const commands = commandsOf(parts);
  const teams = teamsSignIn(parts);

  const run = async (context: TurnContext, command: Command): Promise<string | undefined> => {
    const person = personOf(context.activity);
    if (person === undefined) return UNKNOWN_PERSON_TEXT;
    return inPrivate(parts.turn, context, (where) => command(where, person));
  };

  return {
    async onMessage(context, words) {
      const code = signInCodeIn(words);
      if (code !== undefined) {
        await takeCode(parts, context, code);
        return true;
      }
      const intent = intentOf(words);
      if (intent === 'what-to-paste' && (await isSignedIn(parts, context))) {
        await run(context, commands['check-sign-in']);
        return true;
      }
      if (intent === null || !isSignInIntent(intent)) return false;
      const line = await run(context, commands[intent]);
      if (line !== undefined) await say(context, line);
      return true;
    },
    async onPress(context, verb) {
      // The card that asks whether to delete has the button: a press is the second word on it.
      const command = verb === 'delete-my-data' ? commands['delete-my-data-now'] : commands[verb];
      return (await run(context, command)) ?? PRESSED[verb];
    },
    async onInvoke(context) {
      const { name } = context.activity;
      return isTeamsSignIn(name) ? teams[name](context) : undefined;
    },
    async onTokenResponse(context) {
      await parts.flow.continueWith(context);
    },
    async onRemoved(context) {
      const person = personOf(context.activity);
      if (person !== undefined) await endSignIn(parts, context, person);
    },
  };
}

const PRESSED: Readonly<Record<SignInVerb, string>> = {
  'check-sign-in': 'The check of your sign-in is below.',
  'sign-in': 'The way to sign in is below.',
  'sign-out': 'The answer is below.',
  'who-am-i': 'Who you are signed in as is below.',
  'delete-my-data': 'The answer is below.',
};

function commandsOf(parts: SignInTurnParts): Readonly<Record<SignInIntent, Command>> {
  const { flow } = parts;
  return {
    'sign-in': (context, person) => beginSignIn(parts, context, person),
    'sign-out': async (context, person) => say(context, await signOut(parts, context, person)),
    'who-am-i': async (context, person) => say(context, await whoAmI(parts, person)),
    'check-sign-in': (context, person) => beginCheck(parts, context, person),
    cancel: async (context) => say(context, (await flow.cancel(context)) ? CANCELLED_TEXT : NOTHING_TO_CANCEL_TEXT),
    'delete-my-data': (context) => say(context, deleteDataQuestion()),
    'delete-my-data-now': async (context, person) => say(context, await deleteData(parts, context, person)),
  };
}

/** In a personal chat only: elsewhere «why 401?» is a question to the room. */
async function isSignedIn({ signIn }: SignInTurnParts, { activity }: TurnContext): Promise<boolean> {
  const person = personOf(activity);
  if (person === undefined || scopeOf(activity) !== 'personal') return false;
  return (await signIn.token(person)).kind === 'token';
}
