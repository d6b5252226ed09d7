import { type DoctorCheck, isConnected } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, refused, skipped } from '../finding.ts';

const MESSAGES_PATH = '/api/messages';

/** Whole enough to be an activity, and from nobody: it does nothing even where it is taken. */
const UNPROVEN_ACTIVITY = {
  type: 'event',
  id: 'why401-doctor',
  name: 'why401-doctor',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  from: { id: 'why401-doctor' },
  recipient: { id: 'why401-doctor' },
  conversation: { id: 'why401-doctor' },
} as const;

/**
 * Whether the messaging endpoint of the Azure Bot leads to this bot: an activity without the channel's token has to be
 * refused there, since whoever is asked nothing answers everybody.
 */
export const endpointCheck: DoctorCheck = {
  id: 'endpoint',
  applies: isConnected,
  async run({ publicUrl, network, now }) {
    if (publicUrl === null) {
      return skipped(
        `WHY401_PUBLIC_URL is not set, so the messaging endpoint is not tried. Configuration of the Azure Bot must have https://YOUR_HOST${MESSAGES_PATH}.`,
      );
    }
    const url = `${publicUrl}${MESSAGES_PATH}`;
    const answer = await network({ method: 'POST', url, json: UNPROVEN_ACTIVITY });
    if (answer.kind === 'unreachable') {
      const { says } = refused(`${url} cannot be reached from here.`, answer.refusal, now());
      return warned(says, 'See that the service runs, and that this address leads to it from the internet, by https.');
    }
    const { status, location } = answer;
    if (status === 401 || status === 403) {
      return pass(
        `${url} answers, and takes no activity without the channel's token. The Azure Bot must have exactly this address.`,
      );
    }
    if (status === 429 || status >= 500) {
      return warned(
        `${url} answers with ${status}.`,
        'Look into the log of the service, and of what stands before it.',
      );
    }
    if (status >= 200 && status < 300) {
      return failed(
        `${url} takes an activity without the channel's token: anybody can talk to what answers there.`,
        'Give that service the credentials of the bot (MicrosoftAppId and what belongs to it) and start it again.',
      );
    }
    if (location !== null) {
      return failed(
        `${url} sends callers elsewhere (${status}), which the Azure Bot does not follow.`,
        'Set the address without the detour as WHY401_PUBLIC_URL and as the messaging endpoint, or take the sign-in in front of it off this path.',
      );
    }
    return failed(
      `${url} answers with ${status}, as this bot does not.`,
      `See that WHY401_PUBLIC_URL is the address of this service, and that nothing before it changes the path ${MESSAGES_PATH}.`,
    );
  },
};

function warned(says: string, step: string): DoctorFinding {
  return { state: 'warn', says, steps: [{ text: step }] };
}

function failed(says: string, step: string): DoctorFinding {
  return { state: 'fail', says, steps: [{ text: step }] };
}
