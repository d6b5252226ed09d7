/** What people write around what they paste. */
export const OPENINGS: readonly string[] = [
  '{hello} {app} does not let me in since {time}, this is all I see:',
  'Hi, I get this when I open {app}:',
  'same message for everybody at {site}:',
  'since this morning',
  '{hello} could somebody look at this {please}',
  'what does this mean?',
  'error from the customer, 1:1 as they sent it:',
  'from the log of {repo}:',
  'our nightly job fails with',
  'one of my users gets this and I have no clue',
  'User {full} ({laptop}) reports:',
  'it worked on {weekday}, now this',
  'deployed {repo} at {time}, and then',
  'I’m trying to connect {product} to our calendar and it stops with',
  'calling Graph from {repo}:',
  'after the update of {app}:',
  'screenshot was too small, so here is the text',
  'hope this is the right channel. copy of the page:',
  '{first} asked me to post this here',
  '{ticket}, text from the user:',
  'on {host}:',
  'ok this one is new to me 🤔',
  'P2, {n2} people affected {please}:',
  'bekomme seit heute früh folgende Meldung in {app}:',
  'impossible de me connecter à {app} depuis {time} :',
  'no puedo entrar en {app}, me sale esto:',
  'can’t read my mails in {app}',
  'Dear colleagues, when opening {app} I receive the message below.',
  'this is from the test system, but prod has it as well',
  'again!!',
];

export const CLOSINGS: readonly string[] = [
  'what can I do?',
  'Any ideas?',
  'thanks in advance',
  'Is it only me?',
  'I restarted already, no change.',
  'tried Edge and Chrome, both the same',
  'happens on {laptop} and on my phone',
  'I need it before {time}, there is a call with the customer {emoji}',
  'it’s the production system, so a bit urgent',
  'works for {first} though',
  'ref {ticket}',
  'who owns this?',
  'We changed nothing.',
  'I already asked {team}, they sent me here.',
  'Can somebody call me? {n6}',
  'Danke!',
  'merci',
  'sorry for the long text',
];

/** The details at the foot of Entra ID's error page, as people copy them, and other ways to name an app. */
export const APP_LINES: readonly ((app: string, clock: string | null, fresh: () => string) => string)[] = [
  (app, clock, fresh) => `Troubleshooting details\n${requestLines(clock, fresh)}\nApp id: ${app}`,
  (app, clock, fresh) => `${requestLines(clock, fresh)}\nApp name: Portal\nApp id: ${app}`,
  (app) => `client_id=${app}`,
  (app) => `ClientId: ${app}`,
  (app) => `Application (client) ID: ${app}`,
  (app) => `"clientId": "${app}"`,
  (app) => `app id is ${app}`,
  (app) => `(application ${app})`,
];

function requestLines(clock: string | null, fresh: () => string): string {
  return [
    `Request Id: ${fresh()}`,
    `Correlation Id: ${fresh()}`,
    ...(clock === null ? [] : [`Timestamp: ${clock}`]),
  ].join('\n');
}

/** What an edit adds to a report, or makes of it. */
export const EDIT_ADDITIONS: readonly string[] = [
  'EDIT: {first} has it too',
  'Edit: since {time}, not since {time}',
  '(typo corrected)',
  'PS: {laptop}',
  'update: reboot did not help',
];
export const EDITED_AWAY: readonly string[] = [
  'never mind, solved',
  '(deleted, wrong channel)',
  'sorry, please ignore',
  'resolved itself, thanks anyway',
  'moved to {ticket}',
];
