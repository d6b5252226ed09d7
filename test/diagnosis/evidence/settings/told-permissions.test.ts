import { describe, expect, it } from 'vitest';
import { toldPermissions } from '../../../../src/diagnosis/evidence/settings/told-permissions.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';
import { expectWithin } from '../../../processor-time.ts';

function told(text: string): string[] {
  const found: string[] = [];
  toldPermissions(original(text), (name, _key, values) => void found.push(`${name}: ${values.join(' ')}`));
  return found;
}

describe('permissions of a registration, told with their type', () => {
  it.each<[string, string[]]>([
    ['User.Read.All | Application | Granted for Contoso', ['application-permissions: User.Read.All']],
    ['Mail.Send   Application   Send mail as any user   Yes', ['application-permissions: Mail.Send']],
    ['Calendars.Read (Delegated)', ['delegated-permissions: Calendars.Read']],
    ['Calendars.ReadWrite, type Delegated, green tick', ['delegated-permissions: Calendars.ReadWrite']],
    [
      'Group.Read.All, Group.ReadWrite.All (Application) are consented',
      ['application-permissions: Group.Read.All Group.ReadWrite.All'],
    ],
    ['application permissions: Mail.Read and Mail.Send', ['application-permissions: Mail.Read Mail.Send']],
    ['the delegated permission Mail.Read', ['delegated-permissions: Mail.Read']],
    ['IMAP.AccessAsApp is granted', ['application-permissions: IMAP.AccessAsApp']],
    ['full_access_as_app was already consented to', ['application-permissions: full_access_as_app']],
    ['Microsoft Graph (1)\n  Mail.Read   Application', ['application-permissions: Mail.Read', 'permission-api: graph']],
    [
      'Microsoft Graph: Mail.Read (Delegated)\nOffice 365 Exchange Online: Mail.Send, Application',
      [
        'delegated-permissions: Mail.Read',
        'permission-api: graph',
        'permission-api: exchange',
        'application-permissions: Mail.Send',
      ],
    ],
    ['Mail.Read is an application permission of Microsoft Graph', ['application-permissions: Mail.Read']],
    ['app permission: Sites.Selected', ['application-permissions: Sites.Selected']],
    ['Berechtigung Calendars.Read (Delegiert) erteilt', ['delegated-permissions: Calendars.Read']],
    ['Chat.Read.All is granted as application permission', ['application-permissions: Chat.Read.All']],
    [
      'Mail.Send | Application | Admin consent required: Yes | Not granted for Contoso',
      ['application-permissions: Mail.Send', 'ungranted-permissions: Mail.Send'],
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    'Content-Type: application/json',
    'Which application permission Mail.Read or Mail.Send?',
    'IMAP.AccessAsApp is not granted',
    'IMAP.AccessAsApp must be granted',
    'It needs the application permission Mail.Read',
    'without the application permission Mail.Read',
    'Microsoft.Graph application',
    'the application is not found',
  ])('reads nothing in «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('is linear on a list without an end', () => {
    const text = `${'Mail.Read, '.repeat(20_000)}application ${'application '.repeat(20_000)}`;
    expectWithin(500, () => told(text));
  });
});
