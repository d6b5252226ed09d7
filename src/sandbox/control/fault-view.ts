import type { Fault, SeenIn } from '../faults/fault.ts';
import type { BreakAnswer } from '../faults/fault-switches.ts';
import { nearestFaults } from '../faults/nearest-faults.ts';
import type { BreakReply, FaultView } from './sandbox-control.ts';

const TRY_IT: Readonly<Record<SeenIn, string>> = {
  'health-report': 'Say “check my sign-in” in the chat.',
  'health-report-after-sign-in': 'Say “sign out”, sign in again, then say “check my sign-in”.',
  'an-hour-later': 'Say “sign out” and sign in again: all is well until the first token ends, an hour later.',
  'sign-in-page': 'Say “sign out” and sign in again: the chat, the sign-in page or the page after it shows it.',
  'other-flow': 'Only an app without a user, or the silent sign-in of Teams, meets it.',
};

/** A fault as the switches show it. */
export function faultView(fault: Fault, on: boolean): FaultView {
  const { cause, group, title, says, shownBy, seenIn } = fault;
  return { cause, group, title, says, shownBy, seenIn, tryIt: TRY_IT[seenIn], on };
}

/** An answer in words. What was typed is not repeated: it goes into a chat. */
export function breakReply(answer: BreakAnswer): BreakReply {
  switch (answer.kind) {
    case 'broken': {
      const fault = faultView(answer.fault, true);
      return { kind: answer.kind, fault, says: `Broken: ${fault.says} ${fault.tryIt}` };
    }
    case 'already-broken': {
      const fault = faultView(answer.fault, true);
      return { kind: answer.kind, fault, says: `That is broken already: ${fault.says} ${fault.tryIt}` };
    }
    case 'unavailable': {
      const says = `The sandbox cannot produce ${answer.cause}: ${answer.why}.`;
      return { kind: answer.kind, nearest: nearestFaults(answer.cause), says };
    }
    case 'unknown': {
      const meant =
        answer.nearest.length === 0 ? '“faults” lists them all.' : `Did you mean ${listed(answer.nearest)}?`;
      return { kind: answer.kind, nearest: answer.nearest, says: `There is no such fault. ${meant}` };
    }
  }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
