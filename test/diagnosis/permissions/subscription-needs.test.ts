import { describe, expect, it } from 'vitest';
import { subscriptionNeed } from '../../../src/diagnosis/permissions/subscription-needs.ts';

describe('subscriptionNeed', () => {
  it.each([
    ['me/events', 'Calendars.Read', undefined],
    ['/users/a@b.c/calendars/AAMk/events', 'Calendars.Read', 'Calendars.Read'],
    ["me/mailFolders('Inbox')/messages?$select=subject", 'Mail.Read', undefined],
    ['users/5d1f/messages', 'Mail.Read', 'Mail.Read'],
    ['/users/5d1f/drive/root', 'Files.ReadWrite.All', 'Files.ReadWrite.All'],
    ['drives/b!x/root', 'Files.ReadWrite.All', 'Files.ReadWrite.All'],
    ['sites/contoso.sharepoint.com,1,2/lists/7', 'Sites.ReadWrite.All', 'Sites.ReadWrite.All'],
    ['communications/callRecords', undefined, 'CallRecords.Read.All'],
    ['/teams/getAllMessages', undefined, 'ChannelMessage.Read.All'],
    ['/chats/getAllMessages', undefined, 'Chat.Read.All'],
    ['/users', 'User.Read.All', 'User.Read.All'],
    ['groups/5d1f/members', 'Group.Read.All', 'Group.Read.All'],
  ])('%s takes %s of a person, %s of an app', (resource, work, app) => {
    const need = subscriptionNeed(resource);
    expect(need).toMatchObject({ method: 'POST', operation: '/subscriptions' });
    expect(need?.work[0]).toBe(work);
    expect(need?.app[0]).toBe(app);
  });

  it.each([['print/printers/1/jobs'], ['users/5d1f/insights'], [''], [undefined], [7], ['/users'.repeat(400)]])(
    'does not guess %s',
    (resource) => {
      expect(subscriptionNeed(resource)).toBeNull();
    },
  );
});
