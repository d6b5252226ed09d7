import type { MappedText } from '../../text/mapped-text.ts';
import { saslTokens } from '../tokens/sasl-tokens.ts';
import type { AddSetting } from './add-setting.ts';

/** What stands behind Bearer in the string of SASL XOAUTH2 where no token does. Only its kind is kept. */
export function saslBearers(text: MappedText, add: AddSetting): void {
  for (const { fault, start, end } of saslTokens(text))
    if (fault !== null) add('sasl-bearer', 'xoauth2', [fault], start, end);
}
