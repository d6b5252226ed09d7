import { isObject } from './is-object.ts';

/** Teams describes the conversation in its channel data: `tenant.id`, `channel.name`. */
export function channelDataField(channelData: unknown, part: string, field: string): string | undefined {
  const found = isObject(channelData) ? channelData[part] : undefined;
  const value = isObject(found) ? found[field] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
