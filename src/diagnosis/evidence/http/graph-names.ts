export const GRAPH = 'graph.microsoft.com';

/** Verbs of the Graph SDKs, which end the path. */
export const VERBS: Readonly<Record<string, string>> = {
  get: 'GET',
  getasync: 'GET',
  post: 'POST',
  postasync: 'POST',
  add: 'POST',
  addasync: 'POST',
  create: 'POST',
  patch: 'PATCH',
  patchasync: 'PATCH',
  update: 'PATCH',
  updateasync: 'PATCH',
  put: 'PUT',
  putasync: 'PUT',
  delete: 'DELETE',
  deleteasync: 'DELETE',
};

/** Segments that Graph spells in more than one word, by their lower-case letters. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  calendarview: 'calendarView',
  calendargroups: 'calendarGroups',
  calendarpermissions: 'calendarPermissions',
  childfolders: 'childFolders',
  contactfolders: 'contactFolders',
  createdobjects: 'createdObjects',
  directreports: 'directReports',
  findmeetingtimes: 'findMeetingTimes',
  findrooms: 'findRooms',
  getschedule: 'getSchedule',
  joinedteams: 'joinedTeams',
  mailboxsettings: 'mailboxSettings',
  mailfolders: 'mailFolders',
  memberof: 'memberOf',
  onlinemeetings: 'onlineMeetings',
  sendmail: 'sendMail',
  licensedetails: 'licenseDetails',
};
/** Actions are posted, whatever the SDK calls the method. */
export const ACTIONS: ReadonlySet<string> = new Set([
  'sendMail',
  'getSchedule',
  'findMeetingTimes',
  'accept',
  'decline',
  'cancel',
]);
