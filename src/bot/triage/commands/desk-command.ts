import type { TriageSubject } from '../../../presentation/cards/triage/triage-data.ts';
import type { WaitingFor } from '../../../storage/triage-store.ts';
import { type Period, parsePeriod } from '../../../triage/period.ts';

/** What somebody asks of the helpdesk. A subject that is not named is the one of the thread. */
export type DeskCommand =
  | { readonly kind: 'take' | 'resolve' | 'reopen' | 'wrong'; readonly subject: TriageSubject | null }
  | { readonly kind: 'assign'; readonly subject: TriageSubject | null; readonly to: 'me' | 'mentioned' }
  | { readonly kind: 'wait'; readonly subject: TriageSubject | null; readonly for: WaitingFor | null }
  | { readonly kind: 'show'; readonly subject: TriageSubject | null }
  | { readonly kind: 'cases'; readonly mine: boolean }
  | { readonly kind: 'board' }
  | { readonly kind: 'stats'; readonly period: Period | null }
  | { readonly kind: 'mute' | 'unmute' | 'quiet' | 'unquiet' }
  | { readonly kind: 'agents' }
  | { readonly kind: 'agents-add' | 'agents-remove'; readonly who: 'me' | 'mentioned' };

/** Longer messages are pastes. */
const LONGEST = 160;

const SUBJECT = String.raw`(?:(?:the )?(case|incident)\s*)?(?:#|no\.? ?|number )?(\d{1,9})`;
const THIS = '(?:it|this|this one)';
const ACTIONS: readonly (readonly ['take' | 'resolve' | 'reopen' | 'wrong', string])[] = [
  ['take', "(?:take|i take|i(?:’|')?ll take|claim)"],
  ['resolve', '(?:resolve|resolved|close|done with|mark (?:as )?resolved)'],
  ['reopen', '(?:reopen|re-open|open again)'],
  ['wrong', '(?:wrong(?: diagnosis)?|not it)'],
];
const MENTION = '(?:@?<person>)';
const WAITS: readonly (readonly [WaitingFor, RegExp])[] = [
  ['end-user', /\b(?:user|person|reporter|them|customer)\b/],
  ['app-developer', /\b(?:dev|developer|app)\b/],
  ['tenant-admin', /\b(?:admin|administrator|tenant)\b/],
  ['microsoft', /\b(?:microsoft|ms|vendor)\b/],
];

/**
 * The command in a message that names the bot; `null` for everything else.
 *
 * @param text without the mention of the bot; other mentions as `<at>…</at>`
 */
export function deskCommandOf(text: string): DeskCommand | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .replace(/<at\b[^<>]{0,100}>[^<>]{0,200}<\/at>/gi, ' <person> ')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[.!?\s]+$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ /]+/, '')
    .replace(/^(?:please|pls|(?:can|could|would) you(?: please)?) /, '')
    .replace(/,? (?:please|pls|thanks|thank you)$/, '')
    .trim();
  return actionIn(plain) ?? assignIn(plain) ?? waitIn(plain) ?? listIn(plain) ?? settingIn(plain) ?? agentsIn(plain);
}

function actionIn(plain: string): DeskCommand | null {
  for (const [kind, words] of ACTIONS) {
    const found = new RegExp(`^${words}(?: ${SUBJECT})?(?: ${THIS})?$`).exec(plain);
    // «Done with» and the like ask for a number; a bare word is one in its own thread.
    if (found !== null) return { kind, subject: subjectIn(found[1], found[2]) };
  }
  return null;
}

function assignIn(plain: string): DeskCommand | null {
  const found = new RegExp(`^(?:assign|give)(?: ${SUBJECT}| ${THIS})?(?: to)? (?:(me)|${MENTION})$`).exec(plain);
  if (found !== null)
    return { kind: 'assign', subject: subjectIn(found[1], found[2]), to: found[3] === undefined ? 'mentioned' : 'me' };
  // Without a mention of whom: the answer asks for one.
  const open = new RegExp(`^assign (?:${SUBJECT}|${THIS})(?: to [^<>]{1,40})?$`).exec(plain);
  return open === null ? null : { kind: 'assign', subject: subjectIn(open[1], open[2]), to: 'mentioned' };
}

function waitIn(plain: string): DeskCommand | null {
  const found = new RegExp(
    `^(?:wait(?:ing)?|needs more(?: info)?|need more(?: info)?)(?: ${SUBJECT}| ${THIS})?(?: (?:for|from|on) (.{1,40}))?$`,
  ).exec(plain);
  if (found === null) return null;
  const whom = found[3];
  const waitsFor = whom === undefined ? 'end-user' : (WAITS.find(([, words]) => words.test(whom))?.[0] ?? null);
  return { kind: 'wait', subject: subjectIn(found[1], found[2]), for: waitsFor };
}

function listIn(plain: string): DeskCommand | null {
  const shown = /^(?:show )?(case|incident) ?#?(\d{1,9})$/.exec(plain);
  if (shown !== null) return { kind: 'show', subject: subjectIn(shown[1], shown[2]) };
  if (/^(?:(?:show )?(?:this )?case|status|who has (?:it|this)|who is on (?:it|this))$/.test(plain))
    return { kind: 'show', subject: null };
  if (/^(?:cases mine|my cases|mine)$/.test(plain)) return { kind: 'cases', mine: true };
  if (/^(?:(?:show|list) )?(?:me )?(?:the |all )*(?:open )?cases(?: open)?$|^list$/.test(plain))
    return { kind: 'cases', mine: false };
  if (/^(?:the |show )?(?:board|incidents|dashboard)$/.test(plain)) return { kind: 'board' };
  const stats = /^(?:stats|statistics)(?: (.{1,20}))?$/.exec(plain);
  if (stats !== null) return { kind: 'stats', period: parsePeriod(stats[1] ?? '7d') ?? null };
  return null;
}

function settingIn(plain: string): DeskCommand | null {
  if (/^mute(?: here| this channel)?$/.test(plain)) return { kind: 'mute' };
  if (/^unmute(?: here| this channel)?$/.test(plain)) return { kind: 'unmute' };
  if (/^(?:quiet|quiet (?:this thread|here)|be quiet(?: here)?)$/.test(plain)) return { kind: 'quiet' };
  if (/^(?:unquiet|speak|listen)(?: (?:this thread|here|again|in this thread))*$/.test(plain))
    return { kind: 'unquiet' };
  return null;
}

function agentsIn(plain: string): DeskCommand | null {
  if (/^(?:list )?agents(?: list)?$/.test(plain)) return { kind: 'agents' };
  const found =
    new RegExp(`^agents? (add|remove) (?:(me)|${MENTION}(?:,? (?:and )?${MENTION})*)$`).exec(plain) ??
    /^agents? (add|remove)(?: @?[\p{L}.' -]{1,40})?$/u.exec(plain);
  if (found === null) return null;
  return { kind: `agents-${found[1] as 'add' | 'remove'}`, who: found[2] === undefined ? 'mentioned' : 'me' };
}

function subjectIn(what: string | undefined, digits: string | undefined): TriageSubject | null {
  if (digits === undefined) return null;
  return { what: what === 'incident' ? 'incident' : 'case', number: Number(digits) };
}
