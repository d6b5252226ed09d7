import type { SecretKind } from '../diagnosis.ts';
import { literal, literalList } from '../text/literal-filter.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { SecretHit } from './secret-hit.ts';

interface Shape {
  readonly kind: SecretKind;
  /** A literal that every match holds, as it is written: the pattern runs only where it occurs. */
  readonly gate: string;
  readonly pattern: RegExp;
  /** A shorter one was cut off: it is masked, and opens nothing. */
  readonly whole?: number;
  /** Masked, and not told: it lives for minutes, and opens nothing alone. */
  readonly untold?: true;
  /** One of these stands wherever the pattern matches, in lower case; without them the gate does. */
  readonly marks?: readonly string[];
}

/**
 * Secrets that give themselves away by their shape, wherever they stand.
 * Entra secret values have `Q~` in fifth place (forty characters); the others are the published prefixes of their issuers.
 */
const SHAPES: readonly Shape[] = [
  {
    kind: 'client-secret',
    gate: 'Q~',
    pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{8,40}/g,
    whole: 36,
    marks: [...'0123456789'].map((digit) => `${digit}q~`),
  },
  { kind: 'refresh-token', gate: '.Ag', pattern: /(?<![\w.-])[01]\.A[\w-]{16,80}\.AgAB[\w.-]{40,8192}/g },
  { kind: 'refresh-token', gate: 'QABA', pattern: /(?<![\w.-])O?AQABA{2,9}[\w-]{60,8192}/g },
  {
    kind: 'refresh-token',
    gate: 'M.',
    pattern: /(?<![\w.-])M\.[CR]\d{1,4}_[A-Z0-9]{2,5}\.(?:\d{1,2}\.)?(?:U\.)?[\w!*$.-]{16,8192}/g,
    marks: ['m.c', 'm.r'],
  },
  {
    kind: 'access-token',
    gate: 'Ew',
    pattern: /(?<![\w+/])Ew[A-D][A-Za-z0-9+/]{180,16384}={0,2}/g,
    marks: ['ewa', 'ewb', 'ewc', 'ewd'],
  },
  {
    kind: 'api-key',
    gate: 'gh',
    pattern: /\bgh[pousr]_[A-Za-z0-9]{30,255}\b/g,
    marks: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
  },
  { kind: 'api-key', gate: 'github_pat_', pattern: /\bgithub_pat_\w{40,255}/g },
  { kind: 'api-key', gate: 'glpat-', pattern: /\bglpat-[\w-]{20,100}/g },
  { kind: 'api-key', gate: 'xox', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g },
  { kind: 'api-key', gate: 'xapp-', pattern: /\bxapp-\d-[A-Za-z0-9-]{10,255}/g },
  {
    kind: 'api-key',
    gate: 'hooks.slack.com',
    pattern: /(?<=hooks\.slack\.com\/(?:services|workflows)\/)[A-Z][\w/]{20,120}/g,
  },
  { kind: 'api-key', gate: 'AKIA', pattern: /\bAKIA[0-9A-Z]{16}\b/g },
  { kind: 'api-key', gate: 'ASIA', pattern: /\bASIA[0-9A-Z]{16}\b/g },
  { kind: 'api-key', gate: 'sk-', pattern: /\bsk-(?=[\w-]{0,40}\d)[A-Za-z0-9][\w-]{19,255}/g },
  { kind: 'api-key', gate: 'k_live_', pattern: /\b[sr]k_live_[A-Za-z0-9]{16,255}/g },
  { kind: 'api-key', gate: 'k_test_', pattern: /\b[sr]k_test_[A-Za-z0-9]{16,255}/g },
  { kind: 'api-key', gate: 'npm_', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { kind: 'api-key', gate: 'AIza', pattern: /\bAIza[\w-]{35}/g },
  { kind: 'access-token', gate: 'ya29.', pattern: /\bya29\.[\w-]{30,2048}/g },
  { kind: 'api-key', gate: 'dckr_pat_', pattern: /\bdckr_pat_[\w-]{20,100}/g },
  { kind: 'api-key', gate: 'pypi-', pattern: /\bpypi-[\w-]{40,400}/g },
  { kind: 'api-key', gate: 'SG.', pattern: /\bSG\.[\w-]{16,32}\.[\w-]{30,64}/g },
  { kind: 'api-key', gate: 'GOCSPX-', pattern: /\bGOCSPX-[\w-]{20,60}/g },
  {
    kind: 'api-key',
    gate: '/IncomingWebhook/',
    pattern: /(?<=\/IncomingWebhook\/)[0-9a-f]{32}\/[0-9a-f-]{36}(?:\/[\w-]{10,80})?/g,
  },
  ...[
    // DER: a sequence, version 0, RSA (RFC 5958); version 0 and a modulus (RFC 8017); version 3 of PKCS #12 (RFC 7292).
    'IBADANBgkqhkiG9w0BAQEFAASC',
    'IBAAKC',
    'IBAzCC',
  ].map(
    (gate): Shape => ({
      kind: 'private-key',
      gate,
      pattern: new RegExp(
        `(?<![\\w+/])MI[I-L][A-Za-z0-9+/]{2}[AQgw]${gate}[A-Za-z0-9+/]{40,65536}(?:\\r?\\n[A-Za-z0-9+/]{64,76}(?![A-Za-z0-9+/]))*(?:\\r?\\n[A-Za-z0-9+/]{1,75}(?==))?={0,2}`,
        'g',
      ),
    }),
  ),
  { kind: 'private-key', gate: 'MIACAQMwgA', pattern: /(?<![\w+/])MIACAQMwgA[A-Za-z0-9+/]{200,65536}={0,2}/g },
  {
    kind: 'device-code',
    gate: 'nter the code ',
    pattern: /(?<=nter the code )[A-Z0-9]{8,9}\b/g,
    untold: true,
  },
  {
    kind: 'password',
    gate: 'otp',
    pattern: /(?<=\b(?:[A-Za-z]{1,12}_)?otp["']?\s{0,2}[=:]\s{0,2}["']?)\d{4,8}\b/g,
    untold: true,
    marks: ['otp=', 'otp"', "otp'", 'otp:'],
  },
  ...['erification code', 'ecurity code', 'ne-time code', 'ne-time passcode', 'ingle-use code'].map(
    (gate): Shape => ({
      kind: 'password',
      gate,
      pattern: new RegExp(`(?<=${gate}(?: is)?:? )\\d{6,8}\\b`, 'g'),
      untold: true,
    }),
  ),
  { kind: 'user-assertion', gate: 'PHNhbWw', pattern: /PHNhbWw[A-Za-z0-9+/]{100,65536}={0,2}/g },
];

const MARKED = SHAPES.flatMap((shape) => (shape.marks ?? [shape.gate.toLowerCase()]).map((mark) => ({ mark, shape })));
/** Those of one shape stand together. */
const MARKS_OF_SHAPES = literalList(MARKED.map(({ mark }) => mark));
const PRIVATE_KEY = literal('private key');
export const SHAPE_MARKS: readonly string[] = [...MARKS_OF_SHAPES.literals, PRIVATE_KEY].map(({ text }) => text);

/** Secrets known by their shape alone, and private keys in PEM (RFC 7468). */
export function shapedSecrets(source: MappedText): SecretHit[] {
  const { text } = source;
  const hits: SecretHit[] = [];
  let done: Shape | undefined;
  for (
    let index = source.nextHeld(MARKS_OF_SHAPES, 0);
    index !== -1;
    index = source.nextHeld(MARKS_OF_SHAPES, index + 1)
  ) {
    const { shape } = MARKED[index]!;
    if (shape === done) continue;
    done = shape;
    const { kind, gate, pattern, whole = 0, untold = false } = shape;
    if (!text.includes(gate)) continue;
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const live = !untold && match[0].length >= whole && !/^(?:…|\.{3}|\*{3})/.test(text.slice(end, end + 3));
      // An issuer's published prefix tells more than a name such as "token"; Microsoft's own tokens stand under many names.
      hits.push({ start: match.index, end, kind, live, expires: null, rank: kind === 'api-key' ? 3 : 1 });
    }
  }
  if (source.mayHold(PRIVATE_KEY)) privateKeys(text, hits);
  return hits;
}

/** How far a key reaches whose end was cut off: over lines that end in base64, whatever a log put before them. */
function unclosedKey(window: string): number {
  let reached = /^(?:[A-Za-z0-9+/=\s]|\\n|\\r|["'+,>|])*/.exec(window)?.[0].length ?? 0;
  for (let start = 0; start < window.length; ) {
    const lineEnd = window.indexOf('\n', start);
    const end = lineEnd === -1 ? window.length : lineEnd;
    const line = window.slice(start, end).trimEnd();
    if (line !== '' && !/[A-Za-z0-9+/=]{12}["'\\,]{0,3}$/.test(line.slice(-120))) {
      // The rest of the line on which the key begins may be empty of it.
      if (start > 0) break;
    } else {
      reached = Math.max(reached, start + line.length);
    }
    start = end + 1;
  }
  return reached;
}

const BEGIN = /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;
const LONGEST_KEY = 16_384;

function privateKeys(text: string, hits: SecretHit[]): void {
  if (!text.includes('PRIVATE KEY')) return;
  let from = 0;
  let end = text.indexOf('-----END');
  for (const match of text.matchAll(BEGIN)) {
    if (match.index < from) continue;
    const body = match.index + match[0].length;
    if (end !== -1 && end < body) end = text.indexOf('-----END', body);
    const close = end === -1 || end - body > LONGEST_KEY ? -1 : end - body;
    const window = text.slice(body, body + (close === -1 ? LONGEST_KEY : close));
    const length = close === -1 ? unclosedKey(window) : close;
    from = body + length;
    const key = window.slice(0, length);
    // A few characters are what a cut left over: masked, and no key.
    if (!/[A-Za-z0-9+/]{12}/.test(key)) continue;
    hits.push({
      start: body,
      end: body + length,
      kind: 'private-key',
      live: /[A-Za-z0-9+/]{24}/.test(key) && (close !== -1 || length > 600),
      expires: null,
      rank: 4,
    });
  }
}
