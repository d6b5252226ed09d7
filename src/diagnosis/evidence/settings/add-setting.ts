import type { SettingName } from '../evidence.ts';

/** Takes what was read: the setting, its key as written, its values, and its place in the text that was read. */
export type AddSetting = (
  name: SettingName,
  key: string,
  values: readonly string[],
  start: number,
  end: number,
) => void;
