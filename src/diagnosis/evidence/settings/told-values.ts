import { literal, literalList } from '../../text/literal-filter.ts';
import { LiteralPlaces, mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { occurrences, placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';
import { IS } from './told-label.ts';

/** People tell the values of their app in a few lines; a log has them under its own keys. */
const LOOKED_AT = 8_000;
const MOST = 24;
const BEFORE = 64;

/** The domain that every tenant begins with. */
const INITIAL_DOMAIN = literal('.onmicrosoft.');
const TENANT_BY_DOMAIN =
  /\b(?:tenant|directory|mandant|verzeichnis|locataire|inquilino|we are)(?: (?:is|ist|est|es))?[ :=(]{1,3}([a-z0-9-]{2,60}\.onmicrosoft\.(?:com|us|cn))(?![\w.-])/;
const FROM_LABEL_TO_DOMAIN = 96;

const NAME_BEFORE = /(?<![\w.+-])[\w.+-]{1,64}$/;
const DOMAIN_BEHIND = /@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}/y;
const OF_THE_PERSON = new RegExp(
  String.raw`\b(?:user|user ?name|upn|account|login|colleague|person|affected|affects|benutzer|benutzerin|konto|kollege|kollegin|betroffen|utilisateur|utilisatrice|compte|collègue|usuario|usuaria|cuenta|utente|usuário|signed in as|logged in as|token of|token for|token von|jeton de|angemeldet als|connecté en tant que)${IS}`,
);

const OF_THE_MAILBOX = new RegExp(
  String.raw`\b(?:mailbox|calendar of|room|postfach|kalender von|raum|boîte|agenda de|buzón|calendario de|casella|caixa)${IS}`,
);
/** «… gets 403 for desk@…», «bei desk@… weiterhin 403», «desk@… nicht»: the one that is refused. */
const REFUSED_BEHIND =
  /^["'»)]{0,2},? {0,2}(?:[a-zäöüéèêàçñ]{1,12},? ){0,3}(?:401|403|404|erroraccessdenied|refused|denied|forbidden|nicht|not|fails?|doesn't|pas|refusé|no)(?![\w@])/;
const REFUSED_BEFORE =
  /(?:401|403|404|erroraccessdenied|access denied|forbidden|refused|denied)["')]{0,2}:? (?:for|on|at|from|with|bei|für|auf|von|pour|sur|de|para|en|per|su|voor|bij) (?:the mailbox |the calendar (?:of )?|dem postfach |la boîte )?$/;
const MAILBOX_MARKS = literalList([
  ...['mailbox', 'calendar of', 'room', 'postfach', 'kalender von', 'raum', 'boîte', 'agenda de', 'buzón'],
  ...['calendario de', 'casella', 'caixa'],
]);
const PERSON_MARKS = literalList([
  ...['user', 'upn', 'account', 'login', 'colleague', 'person', 'affect', 'benutzer', 'konto', 'kolleg', 'betroffen'],
  ...[
    'utilisat',
    'compte',
    'collègue',
    'usuari',
    'cuenta',
    'utente',
    'usuário',
    'in as',
    'token of',
    'token for',
    'token von',
    'jeton de',
    'angemeldet',
    'en tant que',
  ],
]);

/** «I added Calendars.ReadWrite», «Calendars.ReadWrite hinzugefügt». */
const PERMISSION = String.raw`((?:[A-Z][A-Za-z]{2,24}\.){1,2}(?:Read|ReadWrite|ReadBasic|Send)(?:\.(?:All|Shared))?)(?![\w.])`;
const ADDED = '(?:added|adding|granted|hinzugefügt|ergänzt|ajouté|agregué|añadí|añadido|aggiunto|adicionei|toegevoegd)';
const ADDED_PERMISSION = new RegExp(
  String.raw`\b${ADDED} (?:[\w']{1,12} ){0,4}${PERMISSION}|${PERMISSION}[ ✔✓✅:,(–-]{1,6}(?:[\w']{1,12} ){0,3}${ADDED}`,
);
const ADDED_MARKS = literalList([
  'added',
  'adding',
  'granted',
  'hinzugef',
  'ergänzt',
  'ajout',
  'agregu',
  'añadi',
  'añadí',
  'aggiunto',
  'adicion',
  'toegevoegd',
]);

/** «I send http://127.0.0.1:3000/cb», «redirect URI is https://…». */
const SENT_ADDRESS =
  /(?:\b(?:i|we|it|app|code) sends? |\b(?:redirect|reply|callback)[ _-]?(?:uri|url|address)?(?: is| =|:|=)? ?|\bich sende |\bwir senden |\bj'envoie |\benvío )["'«(]{0,2}(https?:\/\/[^\s"'<>»)]{3,200})/i;
const SENT_MARKS = literalList([' send ', ' sends ', 'redirect', 'reply u', 'callback', ' sende', 'envoie', 'envío']);

/** Whom to write to is not who signs in. */
const SOMEBODY_TO_ASK =
  /\b(?:to|contact|ask|mail|e-?mail|cc|from|by|regards|thanks|von|an|bei|frag|schreib\w{0,3}|de|à|por|da|a)[ :,]{1,3}$/;

/** What is refused at a mailbox is told with one of these. */
const REFUSALS = literalList(['erroraccessdenied', 'access is denied', 'raop]']);
const LONGEST_STORY = 3_000;

/** So short a text is about the one person whom it names. */
const SHORT = 600;

/**
 * Addresses and names that somebody writes beside what failed: «mailbox …, user …, I added …». Only words in the answer are
 * made of them; rules compare what programs were told and services said. Ids have a reader of their own (`told-ids.ts`).
 */
export function toldValues(text: MappedText, add: AddSetting): void {
  const lower = text.lower.length > LOOKED_AT ? text.lower.slice(0, LOOKED_AT) : text.lower;
  toldDomain(text, add);
  toldPermission(text, add);
  if (lower.length <= SHORT && lower.includes('://') && mayHoldOneOf(text, SENT_MARKS)) toldRedirect(text, add);
  if (!lower.includes('@')) return;
  if (lower.length <= SHORT || mayHoldOneOf(text, PERSON_MARKS))
    toldAddress('told-person', OF_THE_PERSON, text, lower, add);
  if (mayHoldOneOf(text, MAILBOX_MARKS)) toldAddress('told-mailbox', OF_THE_MAILBOX, text, lower, add);
  if (lower.length <= LONGEST_STORY && mayHoldOneOf(text, REFUSALS)) refusedMailbox(text, lower, add);
}

function toldDomain(text: MappedText, add: AddSetting): void {
  for (const at of placesOf(text, INITIAL_DOMAIN)) {
    if (at > LOOKED_AT) return;
    const from = Math.max(0, at - FROM_LABEL_TO_DOMAIN);
    const match = TENANT_BY_DOMAIN.exec(text.lower.slice(from, at + INITIAL_DOMAIN.text.length + 8));
    if (match === null) continue;
    const start = from + match.index + match[0].length - match[1]!.length;
    add('told-tenant', 'told-tenant', [match[1]!], start, start + match[1]!.length);
    return;
  }
}

/** How far a permission may stand from the word that it was added. */
const NEAR = 128;

function toldPermission(text: MappedText, add: AddSetting): void {
  const places = new LiteralPlaces(text, ADDED_MARKS);
  for (let at = places.next(0), looks = 0; at !== -1 && at < LOOKED_AT && looks < MOST; at = places.next(at + 1)) {
    looks += 1;
    const from = Math.max(0, at - NEAR);
    const match = ADDED_PERMISSION.exec(text.text.slice(from, at + NEAR));
    const name = match?.[1] ?? match?.[2];
    if (match == null || name === undefined) continue;
    const start = from + match.index;
    add('told-permission', 'told-permission', [name], start, start + match[0].length);
    return;
  }
}

function toldRedirect({ text }: MappedText, add: AddSetting): void {
  const match = SENT_ADDRESS.exec(text);
  const address = match?.[1]?.replace(/[.,;]$/, '');
  if (match == null || address === undefined || /\/\/(?:login\.|graph\.|[\w-]+\.b2clogin)/i.test(address)) return;
  const start = match.index + match[0].indexOf(address);
  add('told-redirect', 'told-redirect', [address], start, start + address.length);
}

/** One person, one mailbox; of two, nothing tells which of them it is about. */
function toldAddress(
  name: 'told-person' | 'told-mailbox',
  wording: RegExp,
  text: MappedText,
  lower: string,
  add: AddSetting,
): void {
  let person: { readonly address: string; readonly at: number } | undefined;
  const isAlone = name === 'told-person' && isOnlyAddress(lower);
  for (const sign of occurrences(lower, '@', MOST)) {
    const from = Math.max(0, sign - BEFORE - 1);
    const local = NAME_BEFORE.exec(lower.slice(from, sign))?.[0];
    DOMAIN_BEHIND.lastIndex = sign;
    const domain = DOMAIN_BEHIND.exec(lower)?.[0];
    if (local === undefined || domain === undefined) continue;
    const at = sign - local.length;
    const before = lower.slice(Math.max(0, at - BEFORE), at);
    if (!wording.test(before) && (!isAlone || SOMEBODY_TO_ASK.test(before))) continue;
    const address = local + domain;
    if (person !== undefined && person.address !== address) return;
    person ??= { address, at };
  }
  if (person === undefined) return;
  const end = person.at + person.address.length;
  add(name, name, [text.text.slice(person.at, end)], person.at, end);
}

/** Of several addresses in a story the one that is said to be refused, where it is one and an app calls. */
function refusedMailbox(text: MappedText, lower: string, add: AddSetting): void {
  const refused = new Map<string, number>();
  for (const sign of occurrences(lower, '@', MOST)) {
    const local = NAME_BEFORE.exec(lower.slice(Math.max(0, sign - BEFORE - 1), sign))?.[0];
    DOMAIN_BEHIND.lastIndex = sign;
    const domain = DOMAIN_BEHIND.exec(lower)?.[0];
    if (local === undefined || domain === undefined) continue;
    const [at, end] = [sign - local.length, sign + domain.length];
    const is =
      REFUSED_BEHIND.test(lower.slice(end, end + BEFORE)) ||
      REFUSED_BEFORE.test(lower.slice(Math.max(0, at - BEFORE), at));
    if (is && !refused.has(local + domain)) refused.set(local + domain, at);
  }
  if (refused.size !== 1) return;
  for (const [address, at] of refused) {
    const end = at + address.length;
    add('told-mailbox', 'told-mailbox', [text.text.slice(at, end)], at, end);
  }
}

/** One address in a few sentences, and none of a call. */
function isOnlyAddress(lower: string): boolean {
  return (
    lower.length <= SHORT &&
    occurrences(lower, '@', 2).length === 1 &&
    !/\/users\/|mailbox|postfach|calendar of|room|raum|buzón|boîte|shared/.test(lower)
  );
}
