import { findIana, findWindows, IANA_ALIAS_MAP, WINDOWS_TO_IANA_MAP } from 'windows-iana';

/** IANA's older names of a zone (`Asia/Calcutta`), by the name that CLDR keeps. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  IANA_ALIAS_MAP.flatMap(({ name, alias }) => alias.map((older) => [older.toLowerCase(), name] as const)),
);
/** Exchange writes them as Windows does; others do not mind the case. */
const WINDOWS_NAMES: ReadonlyMap<string, string> = new Map(
  WINDOWS_TO_IANA_MAP.map(({ windowsName }) => [windowsName.toLowerCase(), windowsName]),
);

/**
 * The name that Graph always takes for a zone: Windows' own, by CLDR's windowsZones. Of IANA's names Graph takes a list
 * only, and failures with some of that list are reported.
 *
 * @returns the IANA name itself where Windows has none for it
 * @see https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
export function windowsZone(iana: string): string {
  const [direct] = findWindows(iana);
  if (direct !== undefined) return direct;
  const [byAlias] = findWindows(ALIASES.get(iana.toLowerCase()) ?? canonical(iana) ?? iana);
  return byAlias ?? iana;
}

/** ICU keeps CLDR's names, so a younger name of a city (`Europe/Kyiv`) comes back as the one that CLDR maps. */
function canonical(iana: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: iana }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/**
 * The IANA zone behind a name, Windows' or IANA's. What mailboxes hold that were never opened ("", "Customized Time
 * Zone") and offsets give `null`.
 */
export function ianaZone(name: string): string | null {
  const plain = name.trim().replace(/^tzone:\/\/Microsoft\//i, '');
  const windows = WINDOWS_NAMES.get(plain.toLowerCase());
  const [known] = windows === undefined ? [] : findIana(windows);
  if (known !== undefined) return known;
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(plain)) return null;
  return canonical(plain);
}
