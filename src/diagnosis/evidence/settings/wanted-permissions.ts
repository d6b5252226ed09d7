import { literals } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { AddSetting } from './add-setting.ts';

/** How services begin the list of permissions of which one would do. */
const BEGINS = literals(
  'api requires one of ',
  'required msgraph permissions ',
  'must have one of the following scopes: ',
  'requires the following permission',
  'api required roles: ',
  'api required scopes: ',
  'required application permissions (',
  'required delegated permissions (',
  'missing permission scope ',
  'one or more of the following scopes: ',
);
const LONGEST = 600;

/** The sentence in which a service lists the permissions it wants: people copy it without the body it stood in. */
export function wantedPermissions(text: MappedText, add: AddSetting): void {
  for (const mark of BEGINS) {
    if (!text.mayHold(mark)) continue;
    const start = text.lower.indexOf(mark.text);
    if (start === -1) continue;
    const line = text.text.indexOf('\n', start);
    const end = Math.min(start + LONGEST, line === -1 ? text.text.length : line);
    add('wanted-permissions', mark.text.trim(), [text.text.slice(start, end)], start, end);
    return;
  }
}
