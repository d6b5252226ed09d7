import type { OperationRow } from './operation-rows.ts';

// Sources: learn.microsoft.com/graph/api/resources/teams-api-overview and the pages of each operation.
// Last compared with Microsoft's permission data of August 2026. Teams takes no personal accounts.

const CHAT_LIST = 'Chat.ReadBasic Chat.Read Chat.ReadWrite';
const CHAT_READ = 'Chat.Read Chat.ReadWrite';
const CHAT_READ_APP = 'Chat.Read.All Chat.ReadWrite.All ChatMessage.Read.Chat';
const TEAM_BASIC = 'Team.ReadBasic.All TeamSettings.Read.All TeamSettings.ReadWrite.All';
const DIRECTORY = 'Group.Read.All Group.ReadWrite.All Directory.Read.All Directory.ReadWrite.All';
const DIRECTORY_WRITE = 'Group.ReadWrite.All Directory.ReadWrite.All';
const CHANNELS = `Channel.ReadBasic.All ChannelSettings.Read.All ChannelSettings.ReadWrite.All ${DIRECTORY}`;
const CHANNELS_APP = `${CHANNELS} ChannelSettings.Read.Group ChannelSettings.ReadWrite.Group`;
const CHANNEL_MESSAGES = 'ChannelMessage.Read.All Group.Read.All Group.ReadWrite.All';
const CHANNEL_MESSAGES_APP = `${CHANNEL_MESSAGES} ChannelMessage.Read.Group`;
const CHANNEL_MEMBERS = 'ChannelMember.Read.All ChannelMember.ReadWrite.All';
const CHANNEL_MEMBERS_APP = `${CHANNEL_MEMBERS} ChannelMember.Read.Group ChannelMember.ReadWrite.Group`;
const TEAM_MEMBERS = 'TeamMember.Read.All TeamMember.ReadWrite.All';
const TEAM_MEMBERS_WRITE = 'TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All';
const MESSAGES = '/teams/{id}/channels/{id}/messages';

export const TEAMS_OPERATIONS: readonly OperationRow[] = [
  // Chats.
  ['GET', '/chats', CHAT_LIST, '', 'Chat.ReadBasic.All Chat.Read.All Chat.ReadWrite.All'],
  ['GET', '/users/{id}/chats', CHAT_LIST, '', 'Chat.ReadBasic.All Chat.Read.All Chat.ReadWrite.All'],
  [
    'GET',
    '[|/users/{id}]/chats/{id}',
    CHAT_LIST,
    '',
    'Chat.ReadBasic.All Chat.Read.All Chat.ReadWrite.All Chat.ReadBasic.WhereInstalled ChatSettings.Read.Chat ChatSettings.ReadWrite.Chat Chat.Manage.Chat',
  ],
  ['POST', '/chats', 'Chat.Create Chat.ReadWrite', '', 'Chat.Create'],
  ['PATCH', '/chats/{id}', 'Chat.ReadWrite', '', 'Chat.ReadWrite.All ChatSettings.ReadWrite.Chat'],
  ['GET', '[|/users/{id}]/chats/{id}/messages', CHAT_READ, '', CHAT_READ_APP],
  [
    'GET',
    '[|/users/{id}]/chats/{id}/messages/{id}',
    `${CHAT_READ} Group.Read.All Group.ReadWrite.All`,
    '',
    `${CHAT_READ_APP} Group.Read.All Group.ReadWrite.All`,
  ],
  // Sending takes a person; an app may only import old messages (Teamwork.Migrate.All).
  ['POST', '/chats/{id}/messages', 'ChatMessage.Send Chat.ReadWrite Group.ReadWrite.All', '', 'Teamwork.Migrate.All'],
  ['GET', '/users/{id}/chats/getallmessages', '', '', 'Chat.Read.All Chat.ReadWrite.All'],
  [
    'GET',
    '/chats/{id}/members',
    'Chat.ReadBasic ChatMember.Read Chat.Read Chat.ReadWrite ChatMember.ReadWrite',
    '',
    'ChatMember.Read.All Chat.ReadBasic.All Chat.Read.All Chat.ReadWrite.All ChatMember.ReadWrite.All ChatMember.Read.Chat Chat.Manage.Chat',
  ],
  [
    'POST',
    '/chats/{id}/members',
    'ChatMember.ReadWrite Chat.ReadWrite',
    '',
    'ChatMember.ReadWrite.All Chat.ReadWrite.All Chat.Manage.Chat',
  ],
  ['DELETE', '/chats/{id}/members/{id}', 'ChatMember.ReadWrite', '', 'ChatMember.ReadWrite.All Chat.Manage.Chat'],
  // Teams and channels.
  [
    'GET',
    '/users/{id}/joinedteams',
    `${TEAM_BASIC} User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All`,
    '',
    `${TEAM_BASIC} User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All`,
  ],
  ['GET', '/teams /users/{id}/teamwork/associatedteams', TEAM_BASIC, '', TEAM_BASIC],
  [
    'GET',
    '/teams/{id}',
    `${TEAM_BASIC} ${DIRECTORY}`,
    '',
    `${TEAM_BASIC} ${DIRECTORY} TeamSettings.Read.Group TeamSettings.ReadWrite.Group`,
  ],
  ['POST', '/teams', `Team.Create ${DIRECTORY_WRITE}`, '', `Team.Create ${DIRECTORY_WRITE} Teamwork.Migrate.All`],
  [
    'PATCH',
    '/teams/{id}',
    `TeamSettings.ReadWrite.All ${DIRECTORY_WRITE}`,
    '',
    `TeamSettings.ReadWrite.All ${DIRECTORY_WRITE} TeamSettings.ReadWrite.Group`,
  ],
  ['GET', '/teams/{id}/members[|/{id}]', TEAM_MEMBERS, '', `${TEAM_MEMBERS} TeamMember.Read.Group`],
  ['POST', '/teams/{id}/members', TEAM_MEMBERS_WRITE, '', TEAM_MEMBERS_WRITE],
  ['PATCH DELETE', '/teams/{id}/members/{id}', TEAM_MEMBERS_WRITE, '', TEAM_MEMBERS_WRITE],
  ['GET', '/teams/{id}/channels[|/{id}]', CHANNELS, '', CHANNELS_APP],
  [
    'GET',
    '/teams/{id}/primarychannel',
    'Channel.ReadBasic.All ChannelSettings.Read.All ChannelSettings.ReadWrite.All',
    '',
    'Channel.ReadBasic.All ChannelSettings.Read.All ChannelSettings.ReadWrite.All ChannelSettings.Read.Group ChannelSettings.ReadWrite.Group',
  ],
  [
    'POST',
    '/teams/{id}/channels',
    `Channel.Create ${DIRECTORY_WRITE}`,
    '',
    `Channel.Create ${DIRECTORY_WRITE} Teamwork.Migrate.All Channel.Create.Group`,
  ],
  [
    'PATCH',
    '/teams/{id}/channels/{id}',
    `ChannelSettings.ReadWrite.All ${DIRECTORY_WRITE}`,
    '',
    `ChannelSettings.ReadWrite.All ${DIRECTORY_WRITE} ChannelSettings.ReadWrite.Group`,
  ],
  [
    'DELETE',
    '/teams/{id}/channels/{id}',
    `Channel.Delete.All ${DIRECTORY_WRITE}`,
    '',
    `Channel.Delete.All ${DIRECTORY_WRITE} Channel.Delete.Group`,
  ],
  ['GET', '/teams/{id}/channels/{id}/members/{id}', CHANNEL_MEMBERS, '', CHANNEL_MEMBERS_APP],
  ['GET', '/teams/{id}/channels/{id}/members', `${CHANNEL_MEMBERS} Group.Read.All`, '', CHANNEL_MEMBERS_APP],
  [
    'POST',
    '/teams/{id}/channels/{id}/members',
    'ChannelMember.ReadWrite.All',
    '',
    'ChannelMember.ReadWrite.All ChannelMember.ReadWrite.Group',
  ],
  [
    'DELETE',
    '/teams/{id}/channels/{id}/members/{id}',
    'ChannelMember.ReadWrite.All',
    '',
    'ChannelMember.ReadWrite.All ChannelMember.ReadWrite.Group',
  ],
  ['GET', `${MESSAGES}[|/delta|/{id}|/{id}/replies|/{id}/replies/{id}]`, CHANNEL_MESSAGES, '', CHANNEL_MESSAGES_APP],
  ['POST', `${MESSAGES}[|/{id}/replies]`, 'ChannelMessage.Send Group.ReadWrite.All', '', 'Teamwork.Migrate.All'],
  [
    'POST',
    '/users/{id}/teamwork/sendactivitynotification',
    'TeamsActivity.Send',
    '',
    'TeamsActivity.Send TeamsActivity.Send.User',
  ],
  [
    'POST',
    '/teams/{id}/sendactivitynotification',
    'TeamsActivity.Send',
    '',
    'TeamsActivity.Send TeamsActivity.Send.Group',
  ],
  // Meetings. An app also needs an application access policy of Teams for the person it acts for.
  [
    'GET',
    '/users/{id}/onlinemeetings[|/{id}]',
    'OnlineMeetings.Read OnlineMeetings.ReadWrite',
    '',
    'OnlineMeetings.Read.All OnlineMeetings.ReadWrite.All',
  ],
  ['POST', '/users/{id}/onlinemeetings', 'OnlineMeetings.ReadWrite', '', 'OnlineMeetings.ReadWrite.All'],
  ['PATCH DELETE', '/users/{id}/onlinemeetings/{id}', 'OnlineMeetings.ReadWrite', '', 'OnlineMeetings.ReadWrite.All'],
  [
    'GET',
    '/users/{id}/onlinemeetings/{id}/transcripts',
    'OnlineMeetingTranscript.Read.All',
    '',
    'OnlineMeetingTranscript.Read.All',
  ],
  [
    'GET',
    '/users/{id}/onlinemeetings/{id}/recordings',
    'OnlineMeetingRecording.Read.All',
    '',
    'OnlineMeetingRecording.Read.All',
  ],
  [
    'GET',
    '/users/{id}/onlinemeetings/{id}/attendancereports',
    'OnlineMeetingArtifact.Read.All',
    '',
    'OnlineMeetingArtifact.Read.All',
  ],
  // Presence.
  [
    'GET',
    '/users/{id}/presence',
    'Presence.Read Presence.Read.All Presence.ReadWrite',
    '',
    'Presence.Read.All Presence.ReadWrite.All',
  ],
  [
    'POST',
    '/users/{id}/presence/[setpresence|clearpresence|setuserpreferredpresence|clearuserpreferredpresence|setstatusmessage]',
    'Presence.ReadWrite',
    '',
    'Presence.ReadWrite.All',
  ],
  ['POST', '/communications/getpresencesbyuserid', 'Presence.Read.All', '', 'Presence.Read.All Presence.ReadWrite.All'],
];
