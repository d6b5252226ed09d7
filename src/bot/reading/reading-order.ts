import type { FoundSecret } from '../../diagnosis/diagnosis.ts';
import type { PermissionTable } from '../../diagnosis/permissions/permission-table.ts';
import type { MessageToRead, ReadMessage } from './message-reader.ts';

/** What goes to a reading thread, several at once: waking a thread costs more than most messages. */
export type ReadingOrder =
  | { readonly id: number; readonly kind: 'read'; readonly message: MessageToRead }
  | { readonly id: number; readonly kind: 'secrets'; readonly message: Pick<MessageToRead, 'text' | 'html' | 'now'> };

/** What comes back, again several at once. */
export type ReadingAnswer =
  | { readonly id: number; readonly kind: 'read'; readonly message: ReadMessage }
  | { readonly id: number; readonly kind: 'secrets'; readonly secrets: readonly FoundSecret[] }
  | { readonly id: number; readonly kind: 'failed'; readonly error: unknown };

/** What a thread is started with. */
export interface ReadingThreadData {
  readonly permissions: PermissionTable | undefined;
}
