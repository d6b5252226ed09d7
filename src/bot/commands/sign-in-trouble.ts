import { type ActivityText, typedWords } from '../activity-text.ts';

/** What a person tells of their own sign-in in a sentence or two; a program's words are longer, or structured. */
const LONGEST = 300;
const STRUCTURED = /[{}<>=\\|]|https?:|\d{5}/u;
/** Signing in and passwords, in the languages that people write to a helpdesk in. */
const OF_A_SIGN_IN =
  /\b(?:log(?:ging|ged)?[ -]?(?:in|on)|sign(?:ing|ed)?[ -]?(?:in|on)|locked out|passwords?|passcode|(?:an)?meld(?:en|ung)|einlogg\w{0,4}|anzumelden|kennwort|passwort|connexion|(?:me )?connecter|mot de passe|iniciar sesi[oó]n|contraseña|accedere|accesso|fazer login|senha|inloggen|wachtwoord)(?![\p{L}\p{N}])/iu;

/**
 * Whether somebody tells, without any error, that they cannot sign in: they have no headers to paste, but a page to read.
 * «Check my sign-in» is a command, and is answered before.
 */
export function tellsSignInTrouble(received: Pick<ActivityText, 'text' | 'html'>): boolean {
  const words = typedWords(received);
  return words.length <= LONGEST && !STRUCTURED.test(words) && OF_A_SIGN_IN.test(words);
}

/** @param pictures whether a screenshot can be sent here */
export function signInTroubleText(pictures: boolean): string {
  return [
    `What does the page say? Send me its whole text${pictures ? ', or a screenshot of it' : ''}. “More details” or “Troubleshooting details” on it opens the error code (AADSTS and a number), the correlation ID and the time: with the code I can say what is wrong, and who has to act.`,
    'For a forgotten password: “Forgot my password” on the sign-in page, or https://aka.ms/sspr. Where that is not offered, the helpdesk of your organisation sets a new one.',
  ].join('\n\n');
}
