import { aadstsEntry } from '../../codes/aadsts.ts';
import type { Views } from '../../text/views.ts';
import { codeNumber, type FoundCode } from './found-code.ts';

/** People tell it in a few sentences; what is longer has its codes with their prefix. */
const LONGEST = 1_500;
/** «I get "53000"», «error 50105», «Fehler 500121»: the number of a window, as somebody passes it on. */
const TOLD =
  /\b(?:gets?|getting|got|sees?|says?|shows?|error|errors|failure|code|bekomme|kommt|steht|meldet|zeigt|fehler|fehlercode|fehlermeldung|erreur|code d'erreur|código de error|codice errore|foutcode|error de|errore|fout)(?: (?:an?|the|error|code|number|nummer|message|mit|von|la|il|el)){0,3}[ :]{1,3}["'«„“(]{0,2}(\d{5,7})(?!\d|[.,:/-]\d|[\w%€$])/g;
/** Of six digits and more also «login failed with 700016», «status 7000112»: of five, so many packets may have been lost. */
const FAILED_WITH =
  /\b(?:(?:failed|fails|failing|refused|rejected) with(?: the)?|status|result ?type)[ :=]{1,3}(\d{6,7})(?!\d|[.,:/-]\d|[\w%€$])/g;
/** What it is about: the sign-in of Microsoft and what it looks at. */
const ABOUT =
  /\b(?:sign(?:ing|ed)?[ -]?in|log(?:ging|ged)?[ -]?in|logon|anmeld\w*|connexion|account|konto|compte|cuenta|tenant|password|passwor[dt]|kennwort|intune|conditional access|entra|azure|microsoft|m365|o365|office|outlook|teams|sharepoint|onedrive|authenticator|mfa|2fa)\b/;

/** A number of Entra ID without its prefix in what a person tells of a sign-in. An uncertain one. */
export function toldNumbers(views: Views): FoundCode[] {
  const { lower } = views.text;
  if (lower.length > LONGEST || !/\d{5}/.test(lower) || !ABOUT.test(lower)) return [];
  for (const match of [...lower.matchAll(TOLD), ...lower.matchAll(FAILED_WITH)]) {
    const code = codeNumber(match[1]!);
    if (code === undefined || !isKnown(code)) continue;
    const end = match.index + match[0].length;
    return [
      {
        family: 'AADSTS',
        code,
        message: '',
        where: 'page',
        repaired: true,
        span: views.text.spanOf(end - match[1]!.length, end),
      },
    ];
  }
  return [];
}

/** Conditional Access. */
const OF_POLICIES = /^530\d\d$/;

/** Of five digits there are many numbers of others; longer ones hardly. */
function isKnown(code: number): boolean {
  const entry = aadstsEntry(code);
  return entry !== undefined && (entry.documented || OF_POLICIES.test(String(code)) || code > 99_999);
}
