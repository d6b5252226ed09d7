const NAMES: ReadonlyMap<string, string> = new Map([
  ['msteams', 'Microsoft Teams'],
  ['slack', 'Slack'],
  ['webchat', 'Web Chat'],
  ['directline', 'Web Chat'],
]);

/** What people call the channel. */
export function chatName(channelId: string): string {
  return NAMES.get(channelId) ?? channelId;
}
