import type { Answer, Reason } from '../answer.ts';
import { plainData, plainLine } from '../plain-data.ts';

/**
 * Cards stay below this many bytes of JSON: Teams counts about 100 KB in UTF-16, posts through Graph and Workflows
 * about 28 KB; 25 KB fits every path.
 */
export const CARD_BYTES = 24_500;

/** How much of an answer a card shows. */
export interface Room {
  /** Whether the first patch, in the paste's own language, stands there as a CodeBlock, too: it takes the code twice. */
  readonly codeBlocks: 'first' | 'none';
  readonly patches: number;
  readonly reasons: number;
  readonly quote: number;
  readonly steps: number;
  readonly sentence: number;
  readonly value: number;
  readonly url: number;
  readonly others: number;
  readonly otherDetails: boolean;
  readonly forward: number;
  readonly sources: number;
  readonly codes: number;
  readonly remarks: number;
  readonly notices: number;
}

/** As much as an answer ever holds, see `answerOf`. */
const FULL: Room = {
  codeBlocks: 'first',
  patches: 7,
  reasons: 8,
  quote: 260,
  steps: 12,
  sentence: 700,
  value: 1500,
  url: 2000,
  others: 6,
  otherDetails: true,
  forward: 4000,
  sources: 8,
  codes: 8,
  remarks: 6,
  notices: 8,
};

/** From everything to the least that still answers; the least fits whatever the answer holds. */
export const ROOMS: readonly Room[] = [
  FULL,
  { ...FULL, codeBlocks: 'none' },
  { ...FULL, codeBlocks: 'none', patches: 4 },
  { ...FULL, codeBlocks: 'none', patches: 2, otherDetails: false, codes: 3, sources: 4 },
  { ...FULL, codeBlocks: 'none', patches: 1, otherDetails: false, codes: 3, sources: 4, reasons: 4 },
  {
    ...FULL,
    codeBlocks: 'none',
    patches: 0,
    otherDetails: false,
    codes: 2,
    sources: 3,
    reasons: 3,
    forward: 1500,
    sentence: 400,
    value: 600,
    url: 600,
  },
  {
    codeBlocks: 'none',
    patches: 0,
    reasons: 2,
    quote: 120,
    steps: 8,
    sentence: 240,
    value: 200,
    url: 400,
    others: 3,
    otherDetails: false,
    forward: 600,
    sources: 1,
    codes: 1,
    remarks: 1,
    notices: 2,
  },
  {
    codeBlocks: 'none',
    patches: 0,
    reasons: 2,
    quote: 80,
    steps: 5,
    sentence: 130,
    value: 100,
    url: 160,
    others: 2,
    otherDetails: false,
    forward: 200,
    sources: 0,
    codes: 0,
    remarks: 1,
    notices: 1,
  },
];

/** The answer cut to a room. Code is never cut inside: a patch is shown whole or not at all. */
export function fitted(answer: Answer, room: Room): Answer {
  if (room === FULL) return answer;
  const sentence = (text: string) => plainLine(text, room.sentence);
  const value = (text: string) => plainData(text, room.value);
  const reason = (because: Reason): Reason => ({
    quote: because.quote === null ? null : plainLine(because.quote, room.quote),
    says: sentence(because.says),
  });
  // Titles of links are ours or Microsoft's, but their length is not known here.
  const titled = <L extends { readonly title: string }>(link: L): L => ({
    ...link,
    title: plainLine(link.title, Math.min(160, room.sentence)),
  });
  const fits = (link: { readonly url: string }) => link.url.length <= room.url;
  return {
    ...answer,
    headline: sentence(answer.headline),
    title: answer.title === null ? null : sentence(answer.title),
    because: answer.because.slice(0, room.reasons).map(reason),
    steps: answer.steps.slice(0, room.steps).map(({ text, value: exact, link }) => ({
      text: sentence(text),
      ...(exact === undefined ? {} : { value: value(exact) }),
      ...(link !== undefined && fits(link) ? { link: titled(link) } : {}),
    })),
    patches: answer.patches.slice(0, room.patches),
    check:
      answer.check === null
        ? null
        : {
            text: sentence(answer.check.text),
            command: answer.check.command === null ? null : value(answer.check.command),
          },
    consentLink: answer.consentLink !== null && answer.consentLink.length <= room.url ? answer.consentLink : null,
    forward: answer.forward === null ? null : plainData(answer.forward, room.forward),
    others: answer.others.slice(0, room.others).map((other) => ({
      ...other,
      title: plainLine(other.title, Math.min(160, room.sentence)),
      headline: sentence(other.headline),
      because: room.otherDetails ? other.because : null,
    })),
    next:
      answer.next === null
        ? null
        : {
            ask: sentence(answer.next.ask),
            commands: answer.next.commands
              .slice(0, room.steps)
              .map(({ label, command }) => ({ label, command: value(command) })),
          },
    secrets: answer.secrets.slice(0, room.notices).map((secret) => ({ ...secret, revoke: sentence(secret.revoke) })),
    codes: answer.codes.slice(0, room.codes).map((code) => ({
      ...code,
      note: sentence(code.note),
      link: fits({ url: code.link }) ? code.link : '',
    })),
    remarks: answer.remarks.slice(0, room.remarks).map(sentence),
    sources: answer.sources.filter(fits).slice(0, room.sources).map(titled),
  };
}
