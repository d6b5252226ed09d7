import { describe, expect, it } from 'vitest';
import { covers } from '../../../src/diagnosis/permissions/grant-covers.ts';

describe('covers', () => {
  it.each([
    ['Calendars.Read', 'Calendars.Read'],
    ['calendars.read', 'Calendars.Read'],
    ['https://graph.microsoft.com/Calendars.Read', 'Calendars.Read'],
    ['Calendars.Read', 'Calendars.ReadBasic'],
    ['Calendars.ReadWrite', 'Calendars.Read'],
    ['Calendars.Read.Shared', 'Calendars.Read'],
    ['Calendars.ReadWrite.Shared', 'Calendars.Read.Shared'],
    ['Calendars.ReadWrite.Shared', 'Calendars.ReadWrite'],
    ['Calendars.Read', 'Calendars.ReadBasic.All'],
    ['Mail.Send.Shared', 'Mail.Send'],
    ['User.Read.All', 'User.Read'],
    ['User.Read.All', 'User.ReadBasic.All'],
    ['User.ReadWrite.All', 'User.Read.All'],
    ['Files.ReadWrite.All', 'Files.Read'],
    ['Files.ReadWrite.All', 'Files.ReadWrite.AppFolder'],
    ['Sites.FullControl.All', 'Sites.Read.All'],
    ['Group.ReadWrite.All', 'GroupMember.Read.All'],
    ['Directory.ReadWrite.All', 'Directory.Read.All'],
    ['Chat.ReadWrite', 'Chat.ReadBasic'],
    ['ChannelMessage.Read.All', 'ChannelMessage.Read.Group'],
    ['Notes.ReadWrite', 'Notes.Create'],
    ['Application.ReadWrite.All', 'Application.ReadWrite.OwnedBy'],
  ])('%s is enough for %s', (granted, wanted) => {
    expect(covers([granted], [wanted])).toBe(true);
  });

  it.each([
    ['Calendars.ReadBasic', 'Calendars.Read'],
    ['Calendars.Read', 'Calendars.ReadWrite'],
    ['Calendars.ReadWrite', 'Calendars.Read.Shared'],
    ['Mail.ReadWrite', 'Mail.Send'],
    ['Mail.Send', 'Mail.Read'],
    ['Mail.ReadWrite', 'Calendars.Read'],
    ['MailboxSettings.ReadWrite', 'Mail.Read'],
    ['User.Read', 'User.ReadBasic.All'],
    ['User.ReadWrite', 'User.Read.All'],
    ['GroupMember.ReadWrite.All', 'Group.Read.All'],
    ['Directory.Read.All', 'Calendars.Read'],
    ['ChannelMessage.Read.Group', 'ChannelMessage.Read.All'],
    ['Files.Read.All', 'Files.ReadWrite'],
    ['Calendar.Read', 'Calendars.Read'],
    ['openid', 'User.Read'],
    ['', 'User.Read'],
  ])('%s is not enough for %s', (granted, wanted) => {
    expect(covers([granted], [wanted])).toBe(false);
  });

  it('takes any of the granted for any of the needed', () => {
    expect(covers(['openid', 'Mail.Read'], ['Mail.ReadBasic', 'Mail.Read'])).toBe(true);
    expect(covers([], ['Mail.Read'])).toBe(false);
    expect(covers(['Mail.Read'], [])).toBe(false);
  });
});
