import {
  type Activity,
  ActivityTypes,
  DeliveryModes,
  type ResourceResponse,
  type SendActivitiesHandler,
  TurnContext,
} from 'botbuilder';

/**
 * A turn's context which answers `expectReplies` without the generators of the base class: what those are compiled to
 * makes a hidden class of its own in every call, and with it the whole turn lives until a full collection of garbage.
 *
 * A turn sees it through a revocable proxy, so nothing of it is `#private`.
 */
export class LeanTurn extends TurnContext {
  private hasSendHandlers = false;

  override onSendActivities(handler: SendActivitiesHandler): this {
    this.hasSendHandlers = true;
    return super.onSendActivities(handler);
  }

  override async sendActivity(
    activityOrText: string | Partial<Activity>,
    ...spoken: [speak?: string, inputHint?: string]
  ): Promise<ResourceResponse | undefined> {
    if (typeof activityOrText === 'string') return super.sendActivity(activityOrText, ...spoken);
    const [response] = await this.sendActivities([activityOrText]);
    return response;
  }

  /** Replies that go back in the response of the request wait here; those of an invoke and all others go the usual way. */
  override async sendActivities(activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const { deliveryMode } = this.activity;
    if (this.hasSendHandlers || deliveryMode !== DeliveryModes.ExpectReplies || !activities.every(isMessage))
      return super.sendActivities(activities);
    const reference = TurnContext.getConversationReference(this.activity);
    for (const { id: _, ...activity } of activities) {
      this.bufferedReplyActivities.push(TurnContext.applyConversationReference(activity, reference));
    }
    this.responded = true;
    // As the base class answers: what is buffered has no id yet.
    return activities.map(() => ({ id: undefined }) as unknown as ResourceResponse);
  }
}

function isMessage({ type }: Partial<Activity>): boolean {
  return type === ActivityTypes.Message;
}
