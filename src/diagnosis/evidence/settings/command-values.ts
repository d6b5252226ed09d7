import { literalList } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { occurrences } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

const GUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const MAILBOX = '["\']?([\\w.+-]{1,64}@[\\w.-]{3,120})';
const REST = '[^\\n|;]{0,200}?';

/** Commands and calls that name the app or the mailbox, each behind the word it is found by. */
const COMMANDS: readonly { readonly mark: string; readonly name: 'client-id' | 'mailbox'; readonly pattern: RegExp }[] =
  [
    // «with clientId 4b2f…», as people and logs write it.
    ...['clientid ', 'client_id ', 'client id '].map((mark) => ({
      mark,
      name: 'client-id' as const,
      pattern: new RegExp(`(?<![\\w-])${mark}["'(]?(${GUID})(?![\\w-])`, 'iy'),
    })),
    {
      mark: 'az ad ',
      name: 'client-id',
      pattern: new RegExp(`az ad (?:app|sp) ${REST}--id ["']?(${GUID})(?![\\w-])`, 'iy'),
    },
    {
      mark: 'applicationaccesspolicy',
      name: 'client-id',
      pattern: new RegExp(`applicationaccesspolicy ${REST}-appid ["']?(${GUID})(?![\\w-])`, 'iy'),
    },
    {
      mark: 'test-applicationaccesspolicy',
      name: 'mailbox',
      pattern: new RegExp(`test-applicationaccesspolicy ${REST}-identity ${MAILBOX}`, 'iy'),
    },
    {
      mark: 'test-serviceprincipalauthorization',
      name: 'mailbox',
      pattern: new RegExp(`test-serviceprincipalauthorization ${REST}-resource ${MAILBOX}`, 'iy'),
    },
  ];
const MARKS = literalList(COMMANDS.map(({ mark }) => mark));
const MOST_PLACES = 8;

/** `az ad app show --id …`, `Test-ApplicationAccessPolicy -Identity … -AppId …`. */
export function commandValues(text: MappedText, add: AddSetting): void {
  for (let index = text.nextHeld(MARKS, 0); index !== -1; index = text.nextHeld(MARKS, index + 1)) {
    const { mark, name, pattern } = COMMANDS[index]!;
    for (const start of occurrences(text.lower, mark, MOST_PLACES)) {
      pattern.lastIndex = start;
      const value = pattern.exec(text.text)?.[1];
      if (value !== undefined) add(name, mark, [value], start, pattern.lastIndex);
    }
  }
}
