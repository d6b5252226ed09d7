import type { SettingName } from '../evidence.ts';

const PLATFORM =
  /["']?\b(web|spa|publicClient|iosApp|androidApp|nativeClient|installedClient)["']?[ \t]{0,4}[:=][ \t]{0,4}\{[^{}]{0,1500}$/i;

/**
 * The key as evidence names it. A registered redirect URI counts only together with its platform, so the manifest's
 * enclosing object is put before it: `web.redirectUris`, `spa.redirectUris`, `publicClient.redirectUris`.
 */
export function platformOf(text: string, name: SettingName, key: string, at: number): string {
  if (name !== 'registered-redirect-uris') return key;
  const before = text.slice(Math.max(0, at - 1600), at);
  const platform = PLATFORM.exec(before.slice(Math.max(0, before.lastIndexOf('{') - 60)))?.[1];
  return platform === undefined ? key : `${platform}.${key}`;
}
