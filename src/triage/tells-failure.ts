/** A code of Entra ID with its prefix: people read that off a page, and no number alone. */
const CODE = /\baad(?:sts|b2c)[ :#-]{0,2}\d{4,8}/i;
/** Just before the code: somebody gets it, something says it. English, German, French, Spanish. */
const MET =
  /\b(?:get|gets|getting|receiv(?:e|es|ed|ing)|see|sees|seeing|throws?|throwing|shows?|showing|says|saying|returns?|fail(?:s|ing|ed)?|rejected|refused|denied|blocked|stopped|stuck|bekomm(?:e|en|t)|erhalte[nt]?|meldet|zeigt|reçois|obtiens|affiche|obtengo|recibo|sale|aparece)\b[^.!?\n]{0,60}$/i;
/** In the same sentence: it is over, it may happen one day, it is asked about. */
const NOT_NOW =
  /\b(?:if|when you|whenever|was|were|had|last (?:week|month|year|time)|yesterday|ago|fixed|solved|resolved|clos(?:ed|ing)|means?|meant|no longer|no more|anymore|used to|will|would|could|might|should|usually|wenn|war|letzte|gestern|behoben|si vous|était|hier|si ves|ayer)\b|\?["'”’)\s]{0,4}$/i;
const LOOKED_AT = 2_000;

/**
 * Whether somebody tells that they meet a code now: «I get AADSTS50105 when I open the portal». A code that is only named
 * («closed, it was AADSTS50126», «who wrote the page about AADSTS90094?») tells of no failure. In doubt it does not: whoever
 * wants an answer to a code alone can name the bot.
 */
export function tellsFailure(words: string): boolean {
  return words
    .slice(0, LOOKED_AT)
    .split(/(?<=[.!?])\s{1,4}|\n/)
    .some((sentence) => {
      const at = sentence.search(CODE);
      return at !== -1 && MET.test(sentence.slice(Math.max(0, at - 120), at)) && !NOT_NOW.test(sentence);
    });
}
