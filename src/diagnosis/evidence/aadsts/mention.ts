import { TOLD_OVER } from '../told-over.ts';

/**
 * How a code is named that did not come here and now: somebody rules it out, a program compares with it, it is over, it
 * is an example out of a page or of somebody else's, or the title of another page below the one that was pasted; people
 * talk about it and nothing in the paste fails; `by-number` where it may have come, and its sentence does not stand
 * beside it.
 */
export type Mention = 'ruled-out' | 'compared' | 'over' | 'example' | 'talk' | 'other-page' | 'by-number';

/** Whether the paste says or leaves open that it came. */
export function isTold(mention: Mention | undefined): boolean {
  return mention === undefined || mention === 'by-number';
}

const BEFORE = 140;
/** The foot of a page: a heading and the titles below it. */
const FOOT = 900;
const BEHIND = 96;

/** `includes("AADSTS…`, `== 'AADSTS…`, `case "AADSTS…`, `-match "AADSTS…`: what a program waits for. */
const COMPARED =
  /(?:\b(?:includes|contains|startswith|endswith|indexof|equals|matches|match|search|test|has) ?\( ?|(?:===?|!==?|=~|-c?match|-eq|-c?like|-notmatch|\bcase|\blike) ?\(? ?)["'`/^]{1,2}$/;
/** Python: `if "AADSTS…" in str(error)`. */
const ASKED_FOR = /\b(?:if|elif|and|or|not|any\() ?["']$/;
const IS_IN = /^["'] (?:not )?in\b/;
/** A list that a program declares. */
const LISTED =
  /\b(?:const|let|var|static|final|readonly|private|public|new) [^\n]{0,80}[[{(][^\n;:]{0,80}["'`]$|^ {0,8}[a-z_]{3,40} = [[{(][^\n;:]{0,80}["'`]$/;
const END_OF_STRING = /^["'`]/;

/**
 * A negation with nothing between it and the code but words of getting or being one: «we do not get the error AADSTS…»,
 * «instead of AADSTS…», and not «could not sign in: AADSTS…».
 */
const RULED_OUT =
  /(?:\b(?:not|no|never|neither|nor|without|instead of|rather than|unlike|nicht|keine?n?|statt|anstatt|pas|sans|au lieu de|en lugar de)|n['’]t)(?: (?:get|gets|got|getting|see|sees|seeing|have|having|receive|an?|the|any|is|be|about|with|error|errors|code|codes|usual|because|due|to|of|by|caused|fehler|mit|wegen|um|von|de|le|la|erreur|l'erreur)){0,5} ["'(«]{0,2}$/;

/** «Someone says: AADSTS…», «the vendor suspects AADSTS…»: a guess of others, who saw nothing. */
const GUESSED =
  /\b(?:(?:someone|somebody|commenter \d|chatgpt|copilot|gemini|an? (?:forum|blog)|reddit|jemand|quelqu'un|alguien|qualcuno) (?:says?|said|writes?|wrote|sagt|meint|dit|dice|scrive)|(?:thinks|suspects|guesses|suggests|assumes|bets|vermutet|tippt|soupçonne|sospecha|sospetta)(?: (?:on|auf))?)(?: that)?(?: (?:it|this|that)(?:'s| is| was))?[ :,]{1,3}["'(«]{0,2}$/;
/** «…, no, we have none of these» */
const DENIED_BEHIND = /^["')\]]{0,2},? (?:but )?(?:no(?=[,.! ])|nope|nein|non(?=[,.! ]))/;

/** What tells beside {@link TOLD_OVER} that a code is over, where it stands in the same clause. */
const OVER_CLAUSE = [
  'first(?:ly)? (?:we|i|it|there)',
  String.raw`(?<!\b(?:be|get|not|un) )(?:fixed|solved|resolved)`,
  'got rid of',
  '(?:closing|closed)(?=(?: it| this| the (?:ticket|case))?:)',
  'yesterday,? (?:we|i|it|they|users) (?:had|got|saw|was|were|failed)',
  'gestern (?:kam|hatten|hatte|gab|war|bekam)',
  "avant (?:c'était|nous avions|on avait)",
  'antes (?:era|teníamos|salía|daba)',
  String.raw`before [^\n,.]{3,20},? (?:it was|we had|i had|we got|i got|they had)`,
  'no longer',
  'nicht mehr',
  'ne (?:voyons|recevons) plus',
  'similar to',
];
const OVER = new RegExp(String.raw`\b(?:${[...TOLD_OVER, ...OVER_CLAUSE].join('|')})\b[^\n]{0,90}$`);
const OVER_BEHIND =
  /^["')\]]{0,2}(?: error)?,?(?: (?:which|that))? (?:(?:is|was|has been|went|are|were) (?:now |already |finally )?(?:fixed|solved|resolved|gone|away|over)|(?:fixed|solved|resolved)|(?:ist|war|wurde) (?:jetzt |nun |schon |bereits )?(?:behoben|gelöst|weg|erledigt)|est (?:résolu|corrigé))\b/;

/** «… in dev, but that is fixed», «mais c'est réglé»: the end of the sentence in which it stands. */
const SETTLED =
  /^[^\n.;!?]{0,80}(?:\b(?:but|and|which|that)(?: (?:that|this|it))?(?:'s| is| was| has been| got) (?:already |now |since )?(?:fixed|solved|resolved|sorted)|\b(?:but|and) (?:that|this|it) (?:i|we|he|she|they)(?:'ve| have)? (?:fixed|solved|resolved|sorted)|\b(?:but|and) (?:i|we|he|she|they)(?:'ve| have)? (?:fixed|solved|resolved|sorted) (?:that|this|it)(?=[.,;)\n]|$)|c'est (?:réglé|résolu|corrigé)|(?:das|es) ist (?:inzwischen |schon |bereits )?(?:behoben|gelöst|erledigt)|ya está (?:resuelto|arreglado)|è (?:già )?(?:risolto|sistemato))/;

/** «We had AADSTS… last week, that was the VPN»: in the past tense, with its time. */
const HAD =
  /\b(?:had|got|was|were|hatten?|hatte ich|war|avais|avait|avions|était|tenía|teníamos|tuve|tuvimos)\b[^\n]{0,40}$/;
const BACK_THEN = new RegExp(
  String.raw`^["')\]]{0,2}[^.!?\n]{0,30}\b(?:${[
    '(?:last|the other) (?:week|month|year|time|day)',
    '(?:letzte[ns]?|vorige[ns]?) (?:woche|monat|jahr|mal)',
    '(?:la semaine|le mois) derni',
    '(?:la semana|el mes) pasad',
    '(?:back )?in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\\d\\d)',
    'im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)',
    'en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)',
    '(?:weeks|months|years) ago',
    'vor (?:\\w{1,8} )?(?:wochen|monaten|jahren)',
  ].join('|')})`,
);
/** «Maybe it is that again?» is a guess. */
const STILL =
  /\b(?:still|since then|(?<!\b(?:maybe|perhaps) )again(?!\?)|ever since|immer noch|seitdem|wieder|encore|toujours|sigue|otra vez)\b/;

const EXAMPLE =
  /(?<![\w./@-])(?:for example|for instance|e\.g\.|examples?(?: error)?(?::| from| in| of| out)|this example|an example|(?:docs?|documentation|article|page|guide)(?: \w{2,10})? (?:says?|shows?|gives?|mentions?|lists?|describes?|explains?)|(?:docs?|documentation|article|guide|faq|wiki|runbook|reference)(?: \w{2,10}){0,2} (?:for|on|about|of|to)|(?:from|in) the (?:docs|documentation)|according to|(?:somebody|someone)(?: else)? (?:had|has|got|posted|reported|wrote)|other (?:users|people|customers) (?:see|get|have|had|got)|z\. ?b\.|zum beispiel|beispiel:|par exemple|por ejemplo)[^\n]{0,90}$/;
/** «Handle AADSTS65001 gracefully», «merged: …», «a wiki page about AADSTS50105»: the work that a code makes. */
const WORKED_ON =
  /(?<![\w./@-]|\b(?:cannot|not) |n['’]t )(?:handle[sd]?|handling|catch(?:es|ing)?|cover(?:s|ed|ing)?|document(?:s|ed|ing)?|mention(?:s|ed|ing)?|explain(?:s|ed|ing)?|mock(?:s|ed|ing)?|simulat(?:e|es|ed|ing)|retry(?:ing)? on|tests? (?:for|of|with)|test case|changelog|release notes?|release \d[\d.]*|version \d[\d.]*|merged|commit|pull request|(?:wrote|written|write|page|article|post|slide|talk|training|faq|section|chapter)(?: [\w']{2,12}){0,3} (?:about|on|for)) ?[:«"'(]{0,2}[^\n.?!]{0,60}$/;
const ON_IT = /\b(?:on|upon|bei) ["'(«]{0,2}$/;
const WE_DO =
  /^["')»]{0,2},? (?:we|the app|our (?:app|code)|it|msal|the (?:client|bot|service)) (?:now |always |then )?(?:redirect|show|retr|ask|log|send|catch|handle|start|open|fall|prompt)/;
/** A failure of one's own stands beside it, or something is asked. */
const OWN_FAILURE =
  /\b(?:still|again|why|help|since|(?:but |and |so )?now (?:i|we|it|they|he|she|get|gets|the)|today (?:i|we|it|they)|fail\w*|can(?:'t|not)|couldn't|(?:does|do|did|is|was|will)(?:n't| not)|401|403|stuck|gets?|got|getting|sees|saw|(?:i|we|they|you|users?|people|customers?|he|she|it) (?:see|have|has|had)(?! a look)|receives?|throws?|says|bekomm\w*|kommt|kam|warum|hilfe|nicht|immer|pourquoi|j'ai|toujours|répond|échoue|n'arrive|ne (?:marche|fonctionne)|no funciona|falla|por qué|me sale|sigue)\b(?! the (?:docs?|documentation|page|article|wiki))|\?/;
/** «For AADSTS50011 see the wiki». */
const SEE_THERE =
  /^["')»]{0,2},? (?:see|read|look (?:at|into)|siehe|voir|consulta) (?:the|our|also|this|here|https?|page|in)\b/;
const LONGEST_TALK = 600;

/** Whether a text in which a code is told to be over or an example reports no failure at all. */
export function isOnlyTalk(lower: string): boolean {
  return lower.length <= LONGEST_TALK && !OWN_FAILURE.test(lower);
}

/** «At first we got …, then AADSTS…»: what came after is not over. */
const AND_THEN =
  /\b(?:then|now|but|afterwards|after that|dann|danach|jetzt|aber|puis|ensuite|maintenant|mais|luego|ahora|pero)\b[^.!?]{0,60}$/;

function isOver(clause: string): boolean {
  const match = OVER.exec(clause);
  return match !== null && !AND_THEN.test(match[0]);
}

/** Whoever says so tells what came, also without its sentence. */
const NOW = /\b(?:now|today|currently|instead|jetzt|heute|inzwischen|maintenant|aujourd'hui|ahora)\b/;
/** The path of an address names what a page is about; what a service answered stands in a query or fragment. */
const PATH_OF_A_PAGE = /(?:https?:\/\/|www\.)[^\s?#=&]{3,200}$/;

/** «Read more:» and a list: the titles of other pages, which a page that is copied whole carries along. */
const OTHER_PAGES =
  /(?:^|\n)[ \t#*]{0,6}(?:read more|read next|see also|you (?:may|might) also like|(?:related|recommended|more|further) (?:articles?|posts?|reading|guides?|content|topics?|links)|related|siehe auch|weitere (?:artikel|beiträge)|das könnte (?:sie|dich) auch interessieren|voir aussi|à lire aussi|articles (?:similaires|connexes)|véase también|artículos relacionados|leia também|veja também|artigos relacionados|関連記事)[ \t:*]{0,4}\n(?:[ \t]{0,4}(?:[-*•–]|\d{1,2}[.)]) [^\n]{0,160}\n){0,12}[ \t]{0,4}(?:[-*•–]|\d{1,2}[.)]) [^\n]{0,160}$/;

/**
 * Tells how the code is mentioned that stands from `at` to `end`; `undefined` where it came.
 *
 * @param lower - the text in lower case
 * @param said - whether the service's own sentence follows: it is not ruled out then
 */
export function mentionOf(lower: string, at: number, end: number, said: boolean): Mention | undefined {
  const line = lineBefore(lower, at);
  const behind = lower.slice(end, end + BEHIND);
  if (COMPARED.test(line) || (ASKED_FOR.test(line) && IS_IN.test(behind))) return 'compared';
  if (END_OF_STRING.test(behind) && LISTED.test(line)) return 'compared';
  if (!said && OTHER_PAGES.test(lower.slice(Math.max(0, at - FOOT), at))) return 'other-page';
  const clause = clauseBefore(lower, at);
  if (!said && (RULED_OUT.test(clause) || DENIED_BEHIND.test(behind))) return 'ruled-out';
  if (!said && GUESSED.test(clause)) return 'example';
  if (isOver(clause) || (!said && (OVER_BEHIND.test(behind) || SETTLED.test(behind) || wasBackThen(clause, behind))))
    return 'over';
  if (EXAMPLE.test(clause) || PATH_OF_A_PAGE.test(line) || (!said && isFeared(clause, behind))) return 'example';
  if (said || NOW.test(clause)) return undefined;
  return WORKED_ON.test(clause) || SEE_THERE.test(behind) || (ON_IT.test(clause) && WE_DO.test(behind))
    ? 'example'
    : 'by-number';
}

/** «AADSTS50011 is fixed. Now …»: what stands behind the code is no sentence of it, and tells what came after. */
export function isToldOverBehind({ mention, message }: { mention?: Mention | undefined; message: string }): boolean {
  return mention === 'over' && OVER_BEHIND.test(` ${message.slice(0, BEHIND).toLowerCase()}`);
}

/** Whether the name of an error that stands from `at` to `end` is one that somebody had some time ago. */
export function isOfBackThen(lower: string, at: number, end: number): boolean {
  return wasBackThen(clauseBefore(lower, at), lower.slice(end, end + BEHIND));
}

function wasBackThen(clause: string, behind: string): boolean {
  return BACK_THEN.test(behind) && HAD.test(clause) && !STILL.test(behind);
}

/** «Will people get AADSTS65001?»; whoever asks why they get it got it. */
const FEARED =
  /\b(?:will|would|could|might|wird|würde)(?: [\w']{1,20}){0,4} (?:get|see|cause|trigger|give|throw|return|bekommen)(?: the| an?)?(?: error)? $/;

function isFeared(clause: string, behind: string): boolean {
  return FEARED.test(clause) && !/\b(?:why|how come|warum|wieso)\b/.test(clause) && /^[^\n.!]{0,60}\?/.test(behind);
}

function lineBefore(lower: string, at: number): string {
  const before = lower.slice(Math.max(0, at - BEFORE), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

const SHORT_FORM = /(?:\be\.g|\bz(?:\. ?b)?|\bi\.e|\bvs|\bbzw)\.$/;

/** From the end of the sentence before it, or of the line before it where that does not lead to it with a colon. */
function clauseBefore(lower: string, at: number): string {
  const from = Math.max(0, at - BEFORE);
  for (let index = at - 1; index > from; index -= 1) {
    const character = lower[index]!;
    if (character !== '\n' && character !== ' ') continue;
    const before = lower.slice(Math.max(from, index - 6), index);
    const ends = character === '\n' ? !/: {0,3}$/.test(before) : /[.!?]$/.test(before) && !SHORT_FORM.test(before);
    if (ends) return lower.slice(index + 1, at);
  }
  return lower.slice(from, at);
}
