import { describe, expect, it } from 'vitest';
import { wantedPermissions } from '../../../../src/diagnosis/evidence/settings/wanted-permissions.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function wanted(text: string): string[] {
  const found: string[] = [];
  wantedPermissions(original(text), (_name, _key, values) => void found.push(...values));
  return found;
}

describe('the sentence in which a service lists the permissions it wants', () => {
  it.each([
    [
      "403: API requires one of 'Chat.Read, Chat.ReadWrite'.\nnext line",
      "API requires one of 'Chat.Read, Chat.ReadWrite'.",
    ],
    ['(does not have required MSGraph permissions AuditLog.Read.All', 'required MSGraph permissions AuditLog.Read.All'],
    ['Access to X requires the following permissions: Chat.Read', 'requires the following permissions: Chat.Read'],
    [
      'any of the required application permissions (Machine.Isolate) to access',
      'required application permissions (Machine.Isolate) to access',
    ],
    ['due to missing permission scope A.Read,A.ReadWrite.', 'missing permission scope A.Read,A.ReadWrite.'],
    [
      'at least one or more of the following scopes: Notes.Create,Notes.ReadWrite',
      'one or more of the following scopes: Notes.Create,Notes.ReadWrite',
    ],
  ])('%s', (text, sentence) => {
    expect(wanted(text)).toEqual([sentence]);
  });

  it('is read to the end of its line, and no further than a list is long', () => {
    expect(wanted(`API requires one of '${'Chat.Read, '.repeat(200)}`)[0]).toHaveLength(600);
  });

  it.each(['The API requires a token', 'required permissions: Mail.Read', ''])('is none: «%s»', (text) => {
    expect(wanted(text)).toEqual([]);
  });
});
