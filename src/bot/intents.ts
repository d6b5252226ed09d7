/** What a short message asks for, where it is no paste. */
export type Intent = 'help' | 'forget' | 'what-to-paste' | 'greeting' | 'thanks';

/** A command or a greeting is short; anything longer is read as a paste. */
const LONGEST = 120;

const HELP =
  /^(?:\/?help(?: me)?(?: please)?|\/start|start|get started|commands?|menu|what can (?:you|i) do(?: here)?|what do you do|how does (?:this|it) work|how do (?:you|i use this|i use you)(?: work)?|who are you|what are you|what is this|hilfe|was kannst du)$/;
const FORGET =
  /^(?:(?:please )?\/?forget(?: (?:it|me|all|this|that|everything|my messages|what i (?:said|pasted)))?(?: please)?|(?:please )?delete (?:my data|everything)|clear|reset|start over|vergiss(?: alles| es)?)$/;
const GREETING =
  /^(?:hi|hiya|hello|hey|heya|yo|howdy|hallo|moin|servus|salut|bonjour|hola|ciao|ola|namaste|good (?:morning|afternoon|evening|day)|guten (?:morgen|tag|abend)|buenos dias|buongiorno|你好|こんにちは|안녕하세요|привет|merhaba)(?: (?:there|all|everyone|team|bot|why401|you))?$/;
const THANKS =
  /^(?:(?:many )?thanks?|thank you|thx|ty|tysm|cheers|danke|merci|gracias|grazie|obrigado|great|perfect|awesome|nice|cool|ok|okay|got it|it works?(?: now)?|that worked|works now|solved|fixed)(?: (?:a lot|so much|very much|bot|why401|you|now))?$/;

/** A thumbs-up and the like say thanks; a thumbs-down, a puzzled face and all others do not. */
const GLAD = /[👍👌🙏🙌👏🎉🥳🤝💪🔥🚀💯✅❤💙💚💜😀😃😄😁😊🙂😍🤩😎🤗🥰🏆⭐🌟]/u;

/** A question about a 401 that brings nothing of it: only such words, one of the second list among them. */
const ASKING = new Set(
  (
    'why how what whats when where is it this that there i im am are we my me our you do does did don t can could cant ' +
    'a an the of in on for to from with and get gets getting got have having see seeing receive receiving keep keeps ' +
    'always still suddenly now again just only returns return returned returning giving gives says throws failing fails ' +
    'fix solve help mean means meaning please error errors code status http response problem issue call calls request ' +
    'requests api microsoft ms graph outlook calendar teams azure entra token tokens app hi hello hey so but was wrong warum'
  ).split(' '),
);
/** Anything structured is evidence: a path, a header, a field, an address. */
const STRUCTURED = /[/={}<>\\@_|"]/;
const ASKED_ABOUT = new Set(['401', '401s', 'why401', '403', '403s', 'unauthorized', 'unauthorised', 'forbidden']);

/** Recognises a command; `null` for everything that should be read as a paste. */
export function intentOf(text: string): Intent | null {
  if (text.length > LONGEST) return null;
  const plain = normalise(text);
  if (plain === '') return GLAD.test(text) ? 'thanks' : null;
  if (plain === '?' || HELP.test(plain)) return 'help';
  if (FORGET.test(plain)) return 'forget';
  if (GREETING.test(plain)) return 'greeting';
  if (THANKS.test(plain)) return 'thanks';
  return !STRUCTURED.test(text) && asksWhatToPaste(plain) ? 'what-to-paste' : null;
}

function asksWhatToPaste(plain: string): boolean {
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return (
    words.some((word) => ASKED_ABOUT.has(word)) && words.every((word) => ASKED_ABOUT.has(word) || ASKING.has(word))
  );
}

/** Lower case, straight quotes, single spaces, without the marks and emoji around it. */
function normalise(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\?+$/.test(plain)) return '?';
  return plain
    .replace(/^[^\p{L}\p{N}/]+/u, '')
    .replace(/[^\p{L}\p{N}]{1,120}$/u, '')
    .replace(/,/g, '')
    .trim();
}
