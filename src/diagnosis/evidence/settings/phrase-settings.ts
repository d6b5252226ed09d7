import { literal, literalList } from '../../text/literal-filter.ts';
import { LiteralPlaces } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import type { SettingName } from '../evidence.ts';
import type { AddSetting } from './add-setting.ts';
import { registeredAddresses } from './registered-addresses.ts';
import { fits } from './setting-values.ts';

/** Labels of the Entra admin center and of error pages that consist of several words. */
const LABELS: Readonly<Record<string, SettingName>> = {
  'application (client) id': 'client-id',
  'client app id': 'client-id',
  'client id': 'client-id',
  'application id': 'client-id',
  'app id': 'client-id',
  'app-id': 'client-id',
  "id d'application": 'client-id',
  'app name': 'app-name',
  'app-naam': 'app-name',
  "nom de l'application": 'app-name',
  'directory (tenant) id': 'tenant',
  'tenant id': 'tenant',
  'redirect uri': 'redirect-uri',
  'redirect url': 'redirect-uri',
  'reply url': 'redirect-uri',
  'callback url': 'redirect-uri',
  'supported account types': 'account-types',
  'account types': 'account-types',
  'application id uri': 'audience',
  'app id uri': 'audience',
  'allow public client flows': 'public-client',
  'connection name': 'bot-connection',
  'oauth connection name': 'bot-connection',
  'authority host': 'instance',
  'microsoft app id': 'bot-app-id',
  'bot type': 'bot-app-type',
  'configured subject': 'federated-subject',
  'subject claim': 'federated-subject',
  'subject identifier': 'federated-subject',
  'assertion subject': 'federated-subject',
};
const LABEL = new RegExp(
  `(?<![\\w-])(${Object.keys(LABELS)
    .sort((one, other) => other.length - one.length)
    .map((label) => label.replaceAll(/[()]/g, '\\$&'))
    .join('|')})["'*]{0,3}[ \\t]{0,4}(?:[:=→]|->| - )[ \\t*]{0,4}["'\`]?([^\\n"'\`]{1,300})`,
  'y',
);
const MOST_LABELS = 500;
const LABEL_MARKS = literalList([...Object.keys(LABELS)]);
const PLATFORM_TYPES =
  /\burl["']?[ \t]{0,4}[:=][ \t]{0,4}["']([^"'\n]{1,300})["'][\s,;]{0,40}["']?type["']?[ \t]{0,4}[:=][ \t]{0,4}["'](web|spa|installedclient)["']/g;
const PLATFORM_NAMES: Readonly<Record<string, string>> = { web: 'web', spa: 'spa', installedclient: 'publicClient' };
const REPLY_URLS = literal('replyurlswithtype');
const CLOUD_SET = literal('az cloud set');
const AZURE_CLI_CLOUD = /\baz cloud set (?:-n|--name)[ =]{1,3}["']?([A-Za-z]{3,40})/g;

/** Settings stated in words: «Redirect URI: https://…», «Supported account types: …», `replyUrlsWithType`, `az cloud set`. */
export function phraseSettings(text: MappedText, add: AddSetting): void {
  const { lower } = text;
  labelledValues(text, add);
  registeredAddresses(text, add);
  if (text.mayHold(REPLY_URLS)) {
    const start = Math.max(0, lower.indexOf(REPLY_URLS.text));
    for (const match of lower.slice(start, start + 8000).matchAll(PLATFORM_TYPES)) {
      const at = start + match.index;
      const valueAt = at + match[0].indexOf(match[1]!);
      const value = text.text.slice(valueAt, valueAt + match[1]!.length);
      add(
        'registered-redirect-uris',
        `${PLATFORM_NAMES[match[2]!]!}.replyUrlsWithType`,
        [value],
        at,
        at + match[0].length,
      );
    }
  }
  if (text.mayHold(CLOUD_SET)) {
    for (const match of text.text.matchAll(AZURE_CLI_CLOUD)) {
      if (fits('cloud', match[1]!, false))
        add('cloud', 'az cloud set', [match[1]!], match.index, match.index + match[0].length);
    }
  }
}

/** One word, but for what portals write in several. */
function labelledValue(name: SettingName, whole: string): string {
  if (name === 'account-types' || name === 'app-name') return whole;
  const first = name === 'bot-app-type' ? /^(?:multi|single)[- ]tenant\b/i.exec(whole) : null;
  return first?.[0] ?? whole.split(/[\s,;]/)[0] ?? '';
}

function labelledValues(text: MappedText, add: AddSetting): void {
  const places = new LiteralPlaces(text, LABEL_MARKS);
  let labels = 0;
  for (let at = places.next(0), behind = 0; at !== -1; at = places.next(behind)) {
    behind = at + 1;
    LABEL.lastIndex = at;
    const match = LABEL.exec(text.lower);
    if (match === null) continue;
    labels += 1;
    if (labels > MOST_LABELS) return;
    behind = LABEL.lastIndex;
    const name = LABELS[match[1]!]!;
    const whole = withoutTrailing(text.text.slice(behind - match[2]!.length, behind).trim(), '.,;');
    const value = labelledValue(name, whole);
    if (fits(name, value, false)) add(name, text.text.slice(at, at + match[1]!.length), [value], at, behind);
  }
}
