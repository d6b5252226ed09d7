import { tenantsOf } from '../apps.ts';
import { type DoctorCheck, isConnected } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, skipped } from '../finding.ts';

/** Entra ID and Graph allow five minutes between their clock and that of a token or an assertion. */
const TOLERATED_SECONDS = 300;
/** Beyond what a slow answer explains. */
const SUSPICIOUS_SECONDS = 60;

/** This machine's clock against the `Date` header of Entra ID. */
export const clockCheck: DoctorCheck = {
  id: 'clock',
  applies: isConnected,
  async run({ settings, discovery }) {
    const [tenant] = tenantsOf(settings);
    const answer = await discovery(tenant ?? 'common');
    if (answer.kind === 'unreachable' || answer.serverTime === null) {
      return skipped('Entra ID gave no time to compare with.');
    }
    return clockFinding(Math.round((answer.ourTime - answer.serverTime) / 1000));
  },
};

function clockFinding(ahead: number): DoctorFinding {
  const off = Math.abs(ahead);
  if (off <= SUSPICIOUS_SECONDS) return pass('The clock agrees with that of Entra ID.');
  const says = `The clock of this machine is ${spoken(off)} ${ahead > 0 ? 'ahead of' : 'behind'} that of Entra ID.`;
  return {
    state: off > TOLERATED_SECONDS ? 'fail' : 'warn',
    says: off > TOLERATED_SECONDS ? `${says} Tokens and assertions made here are refused.` : says,
    cause: 'clock-skew',
    steps: [
      { text: 'Let the machine set its clock by the network, then compare again.', value: 'timedatectl set-ntp true' },
      { text: 'In a container or a virtual machine, mend the clock of the host: the guest has no other.' },
    ],
  };
}

function spoken(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
