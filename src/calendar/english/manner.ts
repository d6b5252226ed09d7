import type { Claims } from '../text/claims.ts';
import { afterPhrase, type Phrases, phrases, wordAt } from '../text/token-at.ts';

const ONLINE = phrases(
  'on teams',
  'via teams',
  'over teams',
  'in teams',
  'through teams',
  'using teams',
  'on ms teams',
  'via ms teams',
  'on microsoft teams',
  'via microsoft teams',
  'on zoom',
  'via zoom',
  'over zoom',
  'on google meet',
  'via google meet',
  'on skype',
  'via skype',
  'on webex',
  'via webex',
  'online',
  'virtually',
  'with a teams link',
  'with teams link',
  'add a teams link',
  'add teams link',
  'with a meeting link',
  'over video',
  'by video',
  'via video',
  'with video',
  'make it online',
  'make it a teams meeting',
  'make it a teams call',
  'as a teams meeting',
  'as teams meeting',
  'remotely',
  'with a link',
  'include a teams link',
  'with teams',
  'on a teams call',
  'in a teams call',
  'as an online meeting',
  '( teams )',
  '( online )',
  '( zoom )',
  '( virtual )',
  'and a teams link',
  'teams link',
  'teams link please',
  'make it virtual',
); // prettier-ignore
/** Online, and a part of the title as well. */
const ONLINE_THINGS = phrases(
  'teams call',
  'teams meeting',
  'teams chat',
  'teams sync',
  'video call',
  'video meeting',
  'video conference',
  'videocall',
  'online meeting',
  'virtual meeting',
  'zoom call',
  'zoom meeting',
  'zoom',
  'skype call',
  'skype meeting',
  'skype',
  'google meet',
  'webex',
  'virtual',
  'webinar',
  'ms teams meeting',
  'ms teams call',
  'online',
  'microsoft teams meeting',
  'video chat',
  'remote call',
);
const PRIVATE = phrases(
  'private',
  'mark as private',
  'mark it as private',
  'mark it private',
  'make it private',
  'as private',
  'set as private',
  'keep it private',
  '( private )',
  'set to private',
  'private please',
  'and private',
  'marked private',
  'marked as private',
  'confidential',
);
const FREE = phrases(
  'show as free',
  'show me as free',
  'as free',
  'mark as free',
  'mark me as free',
  'mark me free',
  'shown as free',
  '( free )',
  'showing as free',
  'show free',
  'set as free',
);
const TENTATIVE = phrases(
  'tentative',
  'tentatively',
  'show as tentative',
  'mark as tentative',
  'as tentative',
  'tbc',
  '( tentative )',
  'mark it as tentative',
  '( tbc )',
  'mark it tentative',
);
const OOF = phrases(
  'show as out of office',
  'show me as out of office',
  'as out of office',
  'show as oof',
  'mark me as out of office',
  'mark me out of office',
  'show as ooo',
  'as ooo',
  'mark as out of office',
  'set me as out of office',
);
const AWAY = phrases(
  'ooo',
  'out of office',
  'oof',
  'pto',
  'vacation',
  'annual leave',
  'day off',
  'on leave',
  'out of the office',
  'off work',
  'sick leave',
  'out sick',
  'off sick',
  'on vacation',
  'on holiday',
);

export interface Manner {
  readonly online: boolean;
  readonly sensitivity: 'private' | null;
  readonly showAs: 'free' | 'tentative' | 'oof' | null;
}

/** How the event is to be: online, private, shown as free. Its words are taken, but for those that name the thing. */
export function readManner(claims: Claims): Manner {
  const { tokens } = claims;
  let online = false;
  let sensitivity: Manner['sensitivity'] = null;
  let showAs: Manner['showAs'] = null;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!claims.isFree(at)) continue;
    const start = wordAt(tokens, at) === ',' ? at + 1 : at;
    const taken = (list: Phrases) => afterPhrase(tokens, start, list);
    const thing = taken(ONLINE_THINGS);
    // «…, 15:30, Teams».
    if (start > at && start === tokens.length - 1 && wordAt(tokens, start) === 'teams') {
      online = true;
      claims.take('online', at, tokens.length);
      continue;
    }
    const means = taken(ONLINE);
    if (
      means > 0 &&
      means >= thing &&
      !/^(?:training|course|shop|shopping|banking|safety|marketing|store|payments?|exam|class|workshop)$/.test(
        wordAt(tokens, means),
      )
    ) {
      online = true;
      claims.take('online', at, means);
    } else if (thing > 0) {
      online = true;
      // «…, zoom» behind a comma says how and not what.
      if (start > at && thing === tokens.length) claims.take('online', at, thing);
    }
    const free = taken(FREE);
    const tentative = taken(TENTATIVE);
    const oof = taken(OOF);
    const isPrivate = taken(PRIVATE);
    if (isPrivate > 0 && (isPrivate > start + 1 || isAlone(claims, isPrivate))) {
      sensitivity = 'private';
      claims.take('manner', at, isPrivate);
    } else if (free > 0) {
      showAs = 'free';
      claims.take('manner', at, free);
    } else if (tentative > 0) {
      showAs = 'tentative';
      claims.take('manner', at, tentative);
    } else if (oof > 0) {
      showAs = 'oof';
      claims.take('manner', at, oof);
    } else if (showAs === null && taken(AWAY) > 0) showAs = 'oof';
  }
  return { online, sensitivity, showAs };
}

/** «dentist tue 3pm private» against «private lesson», «private dinner». */
function isAlone(claims: Claims, to: number): boolean {
  const next = claims.tokens[to];
  if (next === undefined || !claims.isFree(to) || next.kind === 'mark') return true;
  return /^(?:meeting|appointment|event|entry)$/.test(next.word);
}
