import type { FindableCauseId } from './cause-id.ts';
import { isTold } from './evidence/aadsts/mention.ts';
import type { Evidence, EvidenceKind, SettingName, TokenEvidence } from './evidence/evidence.ts';
import { apiOfResource } from './facts/api.ts';
import type { Api, Values } from './facts/facts.ts';
import { GUID } from './facts/values.ts';
import type { WeighedSignal } from './ranking/weigh.ts';

/** The app and tenant that the sentences of a message call by name. */
export type Named = Pick<Values, 'clientId' | 'tenant'>;

/** One message of a conversation, as far as it tells what it is about. */
export interface Message {
  readonly evidence: readonly Evidence[];
  readonly named: Named;
  /** Whether it said by itself, and for certain, what failed: then it is a failure of its own. */
  readonly certain: boolean;
}

export interface EarlierMessage extends Message {
  /** The cause that it said by itself, for certain or likely; `null` where it decided for none. */
  readonly decided: FindableCauseId | null;
  readonly signals: readonly WeighedSignal[];
}

/** What a message says when it is read alone. */
export interface ReadAlone extends Message {
  /** The cause, where it decides for one. */
  readonly decided: FindableCauseId | null;
  readonly api: Api | null;
}

/** What messages before it add to a message. */
export interface Story {
  readonly evidence: readonly Evidence[];
  readonly signals: readonly WeighedSignal[];
  readonly named: Named;
  /**
   * Whether something of it was told with another failure, was certain already, or was changed since: what rests on it may
   * be right, and is not certain.
   */
  readonly unsure: boolean;
}

/** What surrounds a failure, and is none. */
const CIRCUMSTANCES: ReadonlySet<EvidenceKind> = new Set(['token', 'setting', 'request', 'oauth-request']);

/** Causes that say that the token is not the one for this place: its app, its tenant and its audience may be any. */
const OF_A_TOKEN_FROM_ELSEWHERE: ReadonlySet<FindableCauseId> = new Set([
  'wrong-audience',
  'id-token-used',
  'issuer-mismatch',
  'signature-invalid',
  'obo-assertion-invalid',
  'wrong-cloud',
]);

/**
 * Which of the earlier messages tell of the same failure as this one, and how much of each counts.
 *
 * A message that decides by itself is a failure of its own: beside it only circumstances count, of messages that told
 * no failure whole and name no other app, tenant or host. One that does not decide is a part of a story: of the failure that it
 * tells, or, where it tells none, of the last one that was told. What was certain before that is another story.
 */
export function storyBehind(message: ReadAlone, earlier: readonly EarlierMessage[]): Story {
  return message.decided === null
    ? openStory(message, earlier)
    : { ...NOTHING, evidence: aroundFailure(message, earlier, message.decided) };
}

const NOTHING: Story = { evidence: [], signals: [], named: {}, unsure: false };

function aroundFailure(message: ReadAlone, earlier: readonly EarlierMessage[], cause: FindableCauseId): Evidence[] {
  const fromElsewhere = OF_A_TOKEN_FROM_ELSEWHERE.has(cause);
  const views = fromElsewhere ? [CONFIGURED] : [ANYWHERE, CONFIGURED, SIGNED_IN];
  return earlier
    .filter((it) => !isFailureOfItsOwn(it) && (it.decided === null || it.decided === cause))
    .filter((it) => !namesAnother(it, message, views) && !callsAnother(it, message))
    .flatMap(circumstancesOf)
    .filter((item) => fromElsewhere || item.kind !== 'token' || mayBeSentTo(message.api, item));
}

/** It was told whole: whose token and which app it was says nothing of another failure. */
function isFailureOfItsOwn(it: EarlierMessage): boolean {
  return it.certain || (it.decided !== null && isFailure(it));
}

type Share = 'all' | 'circumstances' | 'tokens' | 'nothing';

function openStory(message: ReadAlone, earlier: readonly EarlierMessage[]): Story {
  const failure = isFailure(message) ? message : (earlier.findLast((it) => mayGoOnFrom(it, message)) ?? message);
  const evidence: Evidence[] = [];
  const signals: WeighedSignal[] = [];
  let named: Named = {};
  let unsure = false;
  let isBefore = true;
  for (const it of earlier) {
    if (it === failure) isBefore = false;
    const share = isBefore ? shareBefore(it, failure, message) : it === failure || !it.certain ? 'all' : 'nothing';
    if (share === 'nothing') continue;
    if (share === 'all') {
      const standing = it.evidence.filter((item) => !isChangedBy(message, item));
      // What was certain before, and whether it still is, this message does not say by itself.
      unsure ||= it.certain || (it === failure && standing.length < it.evidence.length);
      evidence.push(...standing);
      signals.push(...it.signals);
      named = { ...named, ...it.named };
    } else if (share === 'circumstances') evidence.push(...circumstancesOf(it));
    else {
      const tokens = it.evidence.filter((item) => item.kind === 'token' && isFor(message.api, item));
      evidence.push(...tokens);
      unsure ||= tokens.length > 0;
    }
  }
  return { evidence, signals, named, unsure };
}

/** What is asked for at a sign-in. Ids are none of it: those of two apps may stand side by side. */
const ASKED_FOR: ReadonlySet<SettingName> = new Set(['scopes', 'authority', 'redirect-uri', 'resource', 'grant']);

/** Whether a message shows the same setting with another value: then that is the one that counts now. */
function isChangedBy(message: Message, item: Evidence): boolean {
  if (item.kind !== 'setting' || !ASKED_FOR.has(item.name)) return false;
  const now = message.evidence.filter((other) => other.kind === 'setting' && other.name === item.name);
  return now.length > 0 && !now.some((other) => other.kind === 'setting' && sameValues(other.values, item.values));
}

function sameValues(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

/** A message without a failure of its own goes on from the last one, but not from one that was certain of another app. */
function mayGoOnFrom(it: EarlierMessage, message: Message): boolean {
  return isFailure(it) && !(it.certain && namesAnother(it, message));
}

/** What counts of a message before the failure that the story is about. */
function shareBefore(it: EarlierMessage, failure: Message, message: Message): Share {
  if (namesAnother(it, failure) || namesAnother(it, message)) return 'nothing';
  // A token that was shown is the person's for a while, whatever it was shown with.
  if (it.certain) return repeats(failure, it) ? 'all' : 'tokens';
  if (failure.certain) return 'circumstances';
  return isFailure(it) && callsAnother(it, failure) ? 'nothing' : 'all';
}

function circumstancesOf({ evidence }: Message): Evidence[] {
  return evidence.filter((item) => CIRCUMSTANCES.has(item.kind));
}

function mayBeSentTo(api: Api | null, { claims: { aud } }: TokenEvidence): boolean {
  const issuedFor = aud === undefined ? null : apiOfResource(aud);
  return api === null || issuedFor === null || issuedFor === api;
}

function isFor(api: Api | null, { claims: { aud } }: TokenEvidence): boolean {
  return api !== null && aud !== undefined && apiOfResource(aud) === api;
}

function isFailure(message: Message): boolean {
  return message.certain || message.evidence.some((item) => refusal(item) !== undefined);
}

/** Whether everything that a message shows to be refused was refused in the other one as well. A status alone is no mark of it. */
function repeats(message: Message, other: Message): boolean {
  const before = new Set(other.evidence.flatMap(whatWasRefused));
  const now = message.evidence.flatMap(whatWasRefused);
  return now.every((it) => before.has(it)) && now.some((it) => !it.startsWith('status '));
}

function whatWasRefused(item: Evidence): string[] {
  const said = item.kind === 'request' ? `call ${item.path}` : refusal(item);
  return said === undefined ? [] : [said];
}

/** What an item says was refused, in a word that is the same for the same refusal. */
function refusal(item: Evidence): string | undefined {
  switch (item.kind) {
    case 'response':
      return item.status >= 400 ? `status ${item.status}` : undefined;
    case 'aadsts':
      return isTold(item.mention) ? `${item.family}${item.code}` : undefined;
    case 'oauth-error':
      return `error ${item.error}`;
    case 'api-error':
      return `api ${item.code}`;
    case 'exception':
      return `exception ${item.type} ${item.code ?? ''}`;
    case 'challenge':
      return `challenge ${item.parameters.error ?? ''}`;
    case 'diagnostics':
      return `diagnostics ${item.code}`;
    default:
      return undefined;
  }
}

/** Hosts of the two messages' calls are known, and none is the same. */
function callsAnother(one: Message, other: Message): boolean {
  return apart(one.evidence.flatMap(hostOf), other.evidence.flatMap(hostOf));
}

function hostOf(item: Evidence): string[] {
  return item.kind === 'request' && item.host !== null ? [item.host] : [];
}

/** Where an id stands: asked for at the sign-in or named by it, in settings, in a token. */
interface Ids {
  readonly signIn: string[];
  readonly settings: string[];
  readonly tokens: string[];
}

type View = (ids: Ids) => readonly string[];
/** The settings of an API and the app of a token that it gets are two: these are not held against each other. */
const CONFIGURED: View = ({ signIn, settings }) => [...signIn, ...settings];
const SIGNED_IN: View = ({ signIn, tokens }) => [...signIn, ...tokens];
const ANYWHERE: View = ({ signIn, settings, tokens }) => [...signIn, ...settings, ...tokens];

/** Whether two messages name apps, or tenants, of which none is the same. */
function namesAnother(one: Message, other: Message, views: readonly View[] = [CONFIGURED, SIGNED_IN]): boolean {
  return (
    [idsOfApps, idsOfTenants].some((idsOf) => {
      const [a, b] = [idsOf(one), idsOf(other)];
      return views.some((view) => apart(view(a), view(b)));
    }) && !speaksOf(one, other)
  );
}

/** Whether one of them names the other's app elsewhere: in an audience, or in a scope of its API. */
function speaksOf(one: Message, other: Message): boolean {
  const [a, b] = [ANYWHERE(idsOfApps(one)), ANYWHERE(idsOfApps(other))];
  return a.some((id) => isWithin(id, other, b)) || b.some((id) => isWithin(id, one, a));
}

function isWithin(id: string, { evidence }: Message, apps: readonly string[]): boolean {
  return !apps.includes(id) && evidence.some((item) => valuesOfItem(item).some((it) => it.toLowerCase().includes(id)));
}

function valuesOfItem(item: Evidence): readonly string[] {
  switch (item.kind) {
    case 'token':
      return item.claims.aud === undefined ? [] : [item.claims.aud];
    case 'setting':
      return item.values;
    case 'oauth-request':
      return Object.values(item.parameters);
    default:
      return [];
  }
}

function idsOfApps({ evidence, named }: Message): Ids {
  const ids = emptyIds(named.clientId);
  for (const item of evidence) {
    if (item.kind === 'oauth-request') add(ids.signIn, item.parameters.client_id);
    else if (item.kind === 'token') add(ids.tokens, item.claims.appid);
    else if (item.kind === 'setting' && item.name === 'client-id') add(ids.settings, item.values[0]);
  }
  return ids;
}

function idsOfTenants({ evidence, named }: Message): Ids {
  const ids = emptyIds(named.tenant);
  for (const item of evidence) {
    if (item.kind === 'oauth-request') add(ids.signIn, item.tenant);
    else if (item.kind === 'token') add(ids.tokens, item.claims.tid);
    else if (item.kind === 'setting' && (item.name === 'tenant' || item.name === 'authority'))
      add(ids.settings, item.values[0]);
  }
  return ids;
}

function emptyIds(named: string | undefined): Ids {
  const ids: Ids = { signIn: [], settings: [], tokens: [] };
  add(ids.signIn, named);
  return ids;
}

/** A domain may be another name of the same tenant: only ids tell two apart. */
function add(ids: string[], text: string | null | undefined): void {
  const id = text == null ? undefined : GUID.exec(text)?.[0];
  if (id !== undefined) ids.push(id.toLowerCase());
}

function apart(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((it) => other.includes(it));
}
