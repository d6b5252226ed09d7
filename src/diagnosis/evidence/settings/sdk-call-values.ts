import { type PositionalValue, positionalValues } from '../../sdk-calls/positional-values.ts';
import type { ArgumentKind } from '../../sdk-calls/signatures.ts';
import { secretShape } from '../../secrets/placeholder.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { SettingName } from '../evidence.ts';
import type { AddSetting } from './add-setting.ts';

const SETTING: Readonly<Record<ArgumentKind, SettingName | null>> = {
  tenant: 'tenant',
  'client-id': 'client-id',
  authority: 'authority',
  'redirect-uri': 'redirect-uri',
  'client-secret': 'client-secret',
  username: null,
  password: null,
  other: null,
};

/** `new ClientSecretCredential("tenant", "app", "secret")`: settings without a key, by their place in the call. */
export function sdkCallValues(text: MappedText, add: AddSetting): void {
  for (const given of positionalValues(text)) {
    const name = SETTING[given.kind];
    if (name !== null) add(name, given.call, [kept(given)], given.start, given.end);
  }
}

/** Of a secret only the shape is kept. */
function kept({ kind, value }: PositionalValue): string {
  return kind === 'client-secret' ? secretShape(value) : value;
}
