import type { TurnContext } from 'botbuilder';
import { readActivityText, typedWords } from '../activity-text.ts';
import { sandboxAnswer, sandboxRequest } from '../commands/sandbox.ts';
import { isAddressed } from '../conversation-scope.ts';
import type { EventTurns } from '../events/event-turns.ts';
import type { SandboxControls } from '../sandbox-controls.ts';
import { say } from '../say.ts';
import type { SignInTurns } from '../sign-in/sign-in-turns.ts';
import type { TriageTurns } from '../triage/triage-turns.ts';

/** What takes more than one answer to a message, and only some installations have. */
export interface CommandParts {
  readonly signIn?: SignInTurns | undefined;
  readonly events?: EventTurns | undefined;
  readonly sandbox?: SandboxControls | undefined;
  readonly triage?: TriageTurns | undefined;
}

/** Longer messages are pastes. */
const LONGEST_COMMAND = 120;

/**
 * Answers a message that asks for a sign-in, a check of it, or the sandbox.
 *
 * @returns false where it asks for none of these, or the bot is not spoken to; nothing was said then
 */
export async function answeredCommand({ signIn, sandbox }: CommandParts, context: TurnContext): Promise<boolean> {
  const { activity } = context;
  if (signIn === undefined && sandbox === undefined) return false;
  if ((activity.text?.length ?? 0) > 2 * LONGEST_COMMAND || !isAddressed(activity)) return false;
  const received = readActivityText(activity);
  const words = typedWords(received);
  if (words === '' || words.length > LONGEST_COMMAND || received.pictures > 0) return false;
  const request = sandbox === undefined ? null : sandboxRequest(words);
  if (sandbox !== undefined && request !== null) {
    await say(context, sandboxAnswer(sandbox, request));
    return true;
  }
  return signIn?.onMessage(context, words) ?? false;
}
