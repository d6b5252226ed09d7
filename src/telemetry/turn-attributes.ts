import { turnKind } from '../metrics/turn-kind.ts';

/** The channels of Azure Bot. The name comes from outside before anybody is authenticated: others are not repeated. */
const CHANNELS: ReadonlySet<string> = new Set([
  'msteams',
  'slack',
  'webchat',
  'directline',
  'directlinespeech',
  'emulator',
  'outlook',
  'email',
  'telegram',
  'line',
  'facebook',
  'sms',
]);

/** Named by its kind, as the metrics do. */
export function turnName(body: unknown): string {
  return `turn ${kindOf(body)}`;
}

/** Attributes of a turn's span: no id and no word of anybody. */
export function turnAttributes(body: unknown): Readonly<Record<string, string>> {
  const channel = memberOf(body, 'channelId');
  return {
    'why401.turn.kind': kindOf(body),
    'why401.channel': channel !== undefined && CHANNELS.has(channel) ? channel : 'other',
  };
}

function kindOf(body: unknown): string {
  return turnKind(memberOf(body, 'type'), memberOf(body, 'name'));
}

function memberOf(body: unknown, name: 'type' | 'name' | 'channelId'): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}
