import type { EventDraft } from '../../calendar/event/draft.ts';
import { applyEdit, type Edited } from '../../calendar/event/draft-edit.ts';
import { DRAFT_INPUTS } from '../../calendar/event/draft-inputs.ts';
import type { LocalTime } from '../../calendar/understanding.ts';
import { maskSecrets } from '../../diagnosis/secrets/mask-secrets.ts';

/**
 * Takes over what was typed into a card, but no credential: as a title it would be kept with the draft, shown on the card,
 * and sent to everybody who is invited.
 */
export function withTyped(draft: EventDraft, inputs: Readonly<Record<string, unknown>>, now: LocalTime): Edited {
  const title = inputs[DRAFT_INPUTS.title];
  if (typeof title !== 'string' || maskSecrets(title) === title) return applyEdit(draft, inputs, now);
  return { draft, problems: [CREDENTIAL], changed: false };
}

const CREDENTIAL =
  'The title holds what looks like a password, a secret or a token. I kept none of it; where it is real, revoke it, and give the event another title.';
