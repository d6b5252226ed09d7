import { BotState, type Storage, type StoreItems, type TurnContext } from 'botbuilder';
import type { BotState as StoredState } from '../../../storage/store.ts';
import { conversationKey } from '../../conversation-key.ts';

/** The store's documents as botbuilder wants them; both sides use the same form and the same rule for eTags. */
function dialogStorage(state: StoredState): Storage {
  return {
    read: (keys) => state.read(keys) as Promise<StoreItems>,
    write: (changes) => state.write(changes),
    delete: (keys) => state.delete(keys),
  };
}

/**
 * The state of a dialog with one person in one conversation. Every instance of the service reads it from the store at
 * the beginning of a turn, so a dialog that began on one goes on on another.
 */
export class PersonConversationState extends BotState {
  constructor(state: StoredState) {
    super(dialogStorage(state), async (context: TurnContext) => dialogKey(context));
  }
}

function dialogKey({ activity }: TurnContext): string {
  return `dialogs/${conversationKey(activity)}/${activity.from?.id ?? ''}`;
}
