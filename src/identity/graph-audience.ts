/** Microsoft Graph under its address, with or without a slash, and under its client id: all three are right. */
const GRAPH_AUDIENCES: ReadonlySet<string> = new Set([
  'https://graph.microsoft.com',
  'https://graph.microsoft.com/',
  '00000003-0000-0000-c000-000000000000',
]);

/** Whether the `aud` of an access token is Microsoft Graph. */
export function isGraphAudience(aud: unknown): boolean {
  return typeof aud === 'string' && GRAPH_AUDIENCES.has(aud.toLowerCase());
}
