import { literalList } from '../../text/literal-filter.ts';
import { mayHoldOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { isMicrosoftResource } from '../microsoft-resource.ts';
import type { AddSetting } from './add-setting.ts';
import { IS } from './told-label.ts';

/** People tell the ids of their app in a few lines; a log has them under its own keys. */
const LOOKED_AT = 8_000;
const MOST = 24;
const BEFORE = 64;

const GUID = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/y;
/** Where its second group begins. */
const FIRST_HYPHEN = 8;
/** How far the next ones are from it. */
const TO_SECOND = 5;
const TO_THIRD = 10;
/** «our app id …», «Application (client) ID», «app registration …», as the portal labels it in some languages. */
const OF_THE_APP = new RegExp(
  String.raw`(?<!\b(?:resource|target|object|enterprise|api|teams|bot|service|function|logic) )\b(?:(?:application|app|client|anwendung)(?:[ -]?(?:\(client\) ?)?(?:id(?:entifier)?|registration|registrierung))?|anwendungs-id|id (?:de l'application|de la aplicación|de aplicación|dell'applicazione|applicazione|do aplicativo))(?: \((?:client|anwendung|cliente)\))?(?: id)?${IS}`,
);
const OF_THE_TENANT = new RegExp(
  String.raw`\b(?:(?:directory|tenant|mandanten|verzeichnis)(?:[ -]?id)?|(?:mandant|locataire|inquilino|locatário)|id (?:du locataire|de l'annuaire|del inquilino|de inquilino|del tenant|do locatário))(?: \((?:tenant|mandant|locataire|inquilino)\))?(?: id)?${IS}`,
);

/** Without one of them no id is told of a person's own app or tenant. */
const MARKS = literalList([
  ...['app id', 'app-id', 'client id', 'client-id', 'client) id', 'application id', 'app registr', 'app-registr'],
  ...['app ', 'client ', 'the application ', '(application ', 'anwendung'],
  ...["id de l'", 'id de la', 'id de ap', 'id dell', 'id do '],
  ...['tenant', 'directory', 'mandant', 'verzeichnis', 'locataire', 'inquilino', "id de l'annuaire"],
]);

/**
 * The app and the tenant that somebody names by their ids beside what failed, in words of their own: «our app id …, tenant
 * …». One app and one tenant at most: of two, nothing tells which of them it is about, and none is told. Services and logs
 * name ids under keys, which have readers of their own, and an id of Microsoft's own services is nobody's app.
 *
 * Whoever asks which app a paste is about asks `Values.clientId`: there what programs and services say goes first. Rules
 * compare nothing with what is told here.
 */
export function toldIds(text: MappedText, add: AddSetting): void {
  if (!mayHoldOneOf(text, MARKS)) return;
  const { lower } = text;
  const told = new Map<ToldId, { readonly id: string; readonly start: number } | null>();
  const end = Math.min(lower.length, LOOKED_AT);
  for (let hyphen = lower.indexOf('-'), looks = 0; hyphen !== -1 && hyphen < end && looks < MOST; ) {
    const start = hyphen - FIRST_HYPHEN;
    // Tried only where the other hyphens of an id stand.
    if (lower[hyphen + TO_SECOND] === '-' && lower[hyphen + TO_THIRD] === '-' && start >= 0) {
      GUID.lastIndex = start;
      const id = GUID.exec(lower)?.[0];
      if (id !== undefined) {
        looks += 1;
        const name = nameOf(lower, start, id);
        const known = name === undefined ? undefined : told.get(name);
        if (name !== undefined && known === undefined) told.set(name, { id, start });
        else if (name !== undefined && known?.id !== id) told.set(name, null);
        hyphen = start + id.length - 1;
      }
    }
    hyphen = lower.indexOf('-', hyphen + 1);
  }
  for (const [name, one] of told) if (one !== null) add(name, name, [one.id], one.start, one.start + one.id.length);
}

type ToldId = 'told-tenant' | 'told-client-id';

function nameOf(lower: string, start: number, id: string): ToldId | undefined {
  if (!isLabelled(lower, start)) return undefined;
  const before = lower.slice(Math.max(0, start - BEFORE), start);
  if (OF_THE_TENANT.test(before)) return 'told-tenant';
  return OF_THE_APP.test(before) && !isMicrosoftResource(id) ? 'told-client-id' : undefined;
}

/** White space, quotes, brackets and the signs between a label and its value. */
const BETWEEN: ReadonlySet<number> = new Set([...' \t\r\n"\'(=:>-→'].map((character) => character.charCodeAt(0)));

/** False where a key of JSON, a parameter or an address stands before the id, as before most: no label ends like these. */
function isLabelled(lower: string, start: number): boolean {
  let quotes = 0;
  let at = start - 1;
  while (at >= 0 && BETWEEN.has(lower.charCodeAt(at))) {
    const code = lower.charCodeAt(at);
    if (code === 0x22 || code === 0x27) quotes += 1;
    at -= 1;
  }
  return quotes < 2 && at >= 2 && lower[at] !== '/' && lower[at - 2] !== '_';
}
