import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { FoundSecret } from '../../diagnosis/diagnosis.ts';
import { secretWarningCard, secretWarningText } from '../../presentation/cards/diagnosis/secret-warning-card.ts';
import { answerActivity } from '../answer.ts';
import { channelDataField } from '../channel-data.ts';
import { isFirst } from '../turn/private-warning.ts';
import type { TurnParts } from '../turn/turn-parts.ts';
import type { MessagePayload } from './message-payload.ts';
import type { PostingPlace } from './posting-place.ts';

/**
 * Tells the author of somebody's message, in their own chat with the bot, that it holds a live credential: whoever asked
 * about it is not told. After the turn, because the dialog is waited for. Once for a message, and once together with the
 * warning of a bot that heard the message itself: the key is the same.
 */
export function warnAuthor(
  parts: TurnParts,
  context: TurnContext,
  payload: MessagePayload,
  place: PostingPlace,
  secrets: readonly FoundSecret[],
): void {
  const { author, authorName, id } = payload;
  const live = secrets.filter((secret) => secret.expired !== true);
  if (live.length === 0 || author === null || id === null) return;
  const { activity } = context;
  const { channelId, serviceUrl, recipient } = activity;
  const adapter = context.adapter as CloudAdapter;
  const audience = context.turnState.get<string>(adapter.OAuthScopeKey);
  const tenantId = activity.conversation.tenantId ?? channelDataField(activity.channelData, 'tenant', 'id');
  const kinds = [...new Set(live.map((secret) => secret.kind))].sort();
  const key = `warned/${channelId}/${place.conversation}/${id}/${kinds.join(',')}`;
  const where = place.kind === 'thread' ? 'a team channel' : 'a group chat';
  const message = answerActivity(
    { text: secretWarningText(live, where), card: secretWarningCard(live, where) },
    channelId,
  );
  const task = async (): Promise<void> => {
    if (parts.warned.has(key) || !(await isFirst(parts, key))) return;
    parts.warned.add(key);
    try {
      await adapter.createConversationAsync(
        parts.appId,
        channelId,
        serviceUrl,
        audience,
        {
          isGroup: false,
          bot: recipient,
          // Teams takes the object id of a person as well as its own `29:…`.
          members: [{ id: author, name: authorName ?? '', aadObjectId: author }],
          ...(tenantId === undefined ? {} : { tenantId }),
          channelData: tenantId === undefined ? {} : { tenant: { id: tenantId } },
        },
        async (personal) => {
          personal.activity.id = '';
          await personal.sendActivity(message);
        },
      );
    } catch (err) {
      parts.warned.delete(key);
      await parts.store.seen.release(key).catch(() => undefined);
      // Whoever has not installed the bot cannot be told; nobody else is.
      parts.logger.info({ err, kinds, channel: channelId }, 'the author of a message could not be warned');
    }
  };
  parts.attachments?.background.run({ task });
}
