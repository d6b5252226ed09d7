/** What a short message asks for, where it is no paste. */
export type Intent =
  | 'help'
  | 'forget'
  | 'what-to-paste'
  | 'greeting'
  | 'thanks'
  | 'still-failing'
  | 'what-now'
  | 'how-sure'
  | 'show-code'
  | 'human'
  | 'me-too'
  | SignInIntent;

/** What has to do with the person's own grant. */
export type SignInIntent =
  | 'sign-in'
  | 'sign-out'
  | 'who-am-i'
  | 'check-sign-in'
  | 'cancel'
  | 'delete-my-data'
  | 'delete-my-data-now';

/** A command or a greeting is short; anything longer is read as a paste. */
const LONGEST = 120;

const HELP =
  /^(?:\/?help(?: me)?(?: please)?|\/start|start|get started|commands?|menu|what can (?:you|i) do(?: here)?|what do you do|how does (?:this|it) work|how do (?:you|i use this|i use you)(?: work)?|who are you|what are you|are you (?:a |an )?(?:real )?(?:bot|robot|ai|human|person|chatgpt|copilot)|what is this|hilfe|was kannst du|aide|ayuda|aiuto|ajuda)$/;
const FORGET =
  /^(?:(?:please )?\/?forget(?: (?:it|me|all|this|that|everything|my messages|what i (?:said|pasted)))?(?: please)?|clear|reset|start over|vergiss(?: alles| es)?)$/;
const SIGN_INS: Readonly<Record<SignInIntent, RegExp>> = {
  'sign-in':
    /^(?:please )?(?:(?:i (?:want|would like|need) to|let me|can i|how do i) )?\/?(?:(?:sign|log) ?-?in|(?:sign|log) me in|connect(?: me| my account| my calendar| my mailbox)?|authenticate|anmelden|einloggen)(?: (?:here|again|now|please|to (?:microsoft|graph|microsoft graph|outlook|teams)|with microsoft))*$/,
  'sign-out':
    /^(?:please )?(?:(?:i (?:want|would like|need) to|let me) )?\/?(?:(?:sign|log) ?-?(?:out|off)|(?:sign|log) me (?:out|off)|disconnect(?: me| my account)?|abmelden|ausloggen)(?: (?:here|now|please))*$/,
  'who-am-i':
    /^\/?(?:who ?am ?i|who i am|whoami|my account|show my account|(?:who|as whom|as who) am i (?:signed|logged) ?in(?: as)?|wer bin ich)$/,
  'check-sign-in':
    /^(?:please )?(?:can you )?\/?(?:(?:check|test|verify|validate|recheck)(?: (?:my|the|our))? (?:(?:sign|log) ?-?in|connection|token|account|access|setup)(?: (?:again|now|please|works?|status))*|(?:check|test) (?:me|again|it again)|(?:am|are) (?:i|we) (?:still )?(?:signed|logged) ?-?in|(?:does|is) my (?:(?:sign|log) ?-?in|connection|token) (?:still )?(?:work(?:s|ing)?|ok|okay|fine|valid|healthy)|(?:(?:sign|log) ?-?in|connection) (?:check|status|health|report)|(?:my )?health(?: ?-?check| report)?|status|anmeldung prüfen)$/,
  cancel:
    /^(?:please )?\/?(?:cancel|abort|stop|never ?mind|forget the sign ?-?in|abbrechen)(?: (?:it|that|this|please|(?:the |my )?(?:sign|log) ?-?in))*$/,
  'delete-my-data':
    /^(?:please )?(?:i want (?:you )?to )?\/?(?:delete|erase|remove|wipe) (?:(?:all )?(?:of )?my (?:data|account|information)|everything(?: (?:about me|you know|of mine))?|all data)(?: please)?$/,
  'delete-my-data-now': /^yes (?:please )?delete (?:all )?(?:my data|everything)$/,
};
const HOW_ARE_YOU =
  "(?:how are you|how's it going|what's up|wie geht(?:'s| es dir| es ihnen)|(?:que|qué) tal|cómo estás|(?:comment )?(?:ça|ca) va|come (?:va|stai)|tudo bem)(?: today| doing)?";
const GREETING = new RegExp(
  `^(?:${HOW_ARE_YOU}|(?:hi|hiya|hello|hey|heya|yo|howdy|hallo|moin|servus|salut|bonjour|hola|ciao|ola|namaste|good (?:morning|afternoon|evening|day)|guten (?:morgen|tag|abend)|buenos dias|buongiorno|你好|こんにちは|안녕하세요|привет|merhaba)(?: (?:there|all|everyone|team|bot|why401|you))?(?: ${HOW_ARE_YOU})?)$`,
);
const GLAD_WORDS =
  '(?:(?:many )?thanks?|thank you|thx|ty|tysm|cheers|danke|merci|gracias|grazie|obrigado|great|perfect|awesome|nice|cool|ok|okay|yes|got it|(?:it|that) works?|(?:that|this|it) (?:worked|helped|fixed it|did it|solved it)|works|solved|fixed)(?: (?:a lot|so much|very much|bot|why401|you|now))?';
/** «Great, that worked, thanks a lot». */
const THANKS = new RegExp(`^(?!yes$)${GLAD_WORDS}(?: ${GLAD_WORDS}){0,3}$`);

/** «Did that, still not working»: whoever says so after an answer has nothing new in the message, and something to send. */
const STILL_FAILING = new RegExp(
  `^(?:(?:ok|okay|hm+|no|nope|sorry|unfortunately|well) )*(?:(?:i |we )?(?:have |already )?(?:did|done|tried|changed) (?:that|it|this|all that|all of that|everything|so|what you (?:said|say|wrote)) ?(?:and|but)? ?)?(?:${[
    "(?:it |that |this )?(?:still )?(?:does not|doesn't|did not|didn't|is not|isn't|not) (?:work|working|help|fix it|fixed|change anything|do it|solve it)",
    "(?:it is |it's |its |it |that |this |i |i'm |i am |we |we're )?still (?:failing|fails|broken|happening|down|no luck|no|(?:get(?:ting)?|see(?:ing)?|have|having) (?:it|the (?:same )?(?:error|problem|issue))|(?:the )?same(?: (?:error|problem|issue|thing|result))?)",
    '(?:it |that |this )?keeps? (?:on )?failing',
    '(?:the |exactly the )?same (?:error|problem|issue|thing|result)(?: as before)?',
    'no (?:change|luck|difference|effect)|nope|nah|no',
    "(?:that(?: was|'s| is) )?not it|that (?:was|is)n't it",
    "(?:(?:that|this|it)(?: is|'s| was)|you(?: are|'re)) (?:(?:all|completely|just|simply) )?(?:wrong|not right|incorrect|useless|no help)|wrong(?: answer)?",
    '(?:es )?(?:geht|funktioniert|klappt) (?:immer )?(?:noch )?nicht|(?:immer )?noch (?:der|derselbe|dergleiche|der gleiche) fehler|hilft nicht|hat nicht geholfen',
    '(?:ça|ca|cela) ne (?:marche|fonctionne) (?:toujours )?pas|sigue sin funcionar|(?:todavía|aún) no funciona|ancora non funziona',
  ].join('|')})(?: (?:again|now|though|either|for me|here|at all|yet))*$`,
);

/** «And what do I do now?»: whoever asks so after an answer has not found its steps. */
const WHAT_NOW =
  /^(?:(?:ok|okay|and|so|but) )*(?:what (?:now|(?:should|do|can|must|shall) (?:i|we) do)|now what|how (?:do|can|should) (?:i|we) (?:fix|solve|repair|resolve|do) (?:it|this|that)|how to (?:fix|solve) (?:it|this|that)|is there a (?:fix|solution)(?: for (?:it|this|that))?|who (?:has to|must|should|can|could|needs to|will) (?:fix|do|repair|solve|change) (?:it|this|that)|whose (?:job|task|turn|fault) is (?:it|this|that)|is (?:it|this|that) (?:my|our) (?:fault|job|task)|can i (?:fix|do|repair|solve) (?:it|this|that) (?:myself|alone)|was (?:nun|jetzt|soll ich(?: jetzt| nun)? (?:tun|machen)))(?: (?:now|then|next|here|about (?:it|this|that)|please))*$/;

/** «Are you sure?»: whoever asks so after an answer wants its reasons. */
const HOW_SURE =
  /^(?:(?:ok|okay|and|so|but|hm+) )*(?:are you (?:really |quite |absolutely )?(?:sure|certain)|how (?:sure|certain) are you|(?:why|what makes you) (?:do you )?think (?:so|that|this)|how do you know|bist du (?:dir )?sicher|woher weißt du das)(?: (?:about (?:it|this|that)|that|this|so))?$/;

const PROGRAMMED_IN = '(?:python|node(?:[.]?js)?|javascript|typescript|c#?|csharp|[.]?net|java|powershell|curl|bash)';
/** Below somebody else's report. */
const ME_TOO =
  /^(?:me too|me as well|same here|same (?:error|problem|issue) here|(?:i |we )(?:have|get|see) (?:it|this|that|the same)(?: (?:error|problem|issue))?(?: too| as well)?|(?:i am|i'm|we are|we're) affected(?: too| as well)?|ich auch|bei mir auch|moi aussi|yo también|anch'io)$/;

/** Who wants a person. */
const HUMAN =
  /^(?:(?:please |can i |could i |i (?:want|need|would like) (?:to )?|let me )*(?:(?:talk|speak|chat) (?:to|with) )?(?:a |an? real |some)(?:human|person|agent|body|one|somebody)(?: being)?|is (?:anybody|anyone|somebody|someone) (?:there|here)|(?:human|live) agent)(?: please)?$/;

/** «Show me the code in C#»: for the answer before it. */
const SHOW_CODE = new RegExp(
  `^(?:(?:ok|okay|and|so) )*(?:(?:(?:can|could) you )?(?:please )?(?:show|give|send|write) (?:me )?(?:the |some |a )?(?:code|example|snippet|patch)|(?:the )?code please|what (?:does|would) (?:it|that|this) look like|how (?:does|would) (?:it|that|this) look|in ${PROGRAMMED_IN} please)(?: for (?:it|this|that))?(?: in ${PROGRAMMED_IN})?(?: please)?$`,
);

const SIGN_IN_PATTERNS = Object.entries(SIGN_INS) as readonly [SignInIntent, RegExp][];

/** Whether an intent has to do with the person's own grant. */
export function isSignInIntent(intent: Intent): intent is SignInIntent {
  return Object.hasOwn(SIGN_INS, intent);
}

/** A thumbs-up and the like say thanks; a thumbs-down, a puzzled face and all others do not. */
const GLAD = /[👍👌🙏🙌👏🎉🥳🤝💪🔥🚀💯✅❤💙💚💜😀😃😄😁😊🙂😍🤩😎🤗🥰🏆⭐🌟]/u;

/** A question about a 401 that brings nothing of it: only such words, one of the second list among them. */
const ASKING = new Set(
  (
    'why how what whats when where is it this that there i im am are we my me our you do does did don t can could cant ' +
    'a an the of in on for to from with and get gets getting got have having see seeing receive receiving keep keeps ' +
    'always still suddenly now again just only returns return returned returning giving gives says throws failing fails ' +
    'fix solve help mean means meaning please error errors code status http response problem issue call calls request ' +
    'requests api microsoft ms graph outlook calendar teams azure entra token tokens app hi hello hey so but was wrong ' +
    'warum wieso bekomme bekommen kriege ich wir mein meine einen eine ein den der die das beim bei von vom für kalender fehler immer was heißt bedeutet ' +
    'pourquoi je une un erreur reçois avec le la les calendrier que signifie por qué que recibo tengo error el al del de calendario significa ' +
    'perché ricevo errore il del per porque recebo erro o do waarom krijg ik een fout van mijn agenda'
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
  for (const [intent, pattern] of SIGN_IN_PATTERNS) if (pattern.test(plain)) return intent;
  if (FORGET.test(plain)) return 'forget';
  if (GREETING.test(plain)) return 'greeting';
  if (THANKS.test(plain.replace(/[.!]/g, ''))) return 'thanks';
  if (ME_TOO.test(plain) || (plain === '1' && /^\s*\+1\s*$/.test(text))) return 'me-too';
  if (STILL_FAILING.test(plain)) return 'still-failing';
  if (WHAT_NOW.test(plain)) return 'what-now';
  if (HUMAN.test(plain)) return 'human';
  if (HOW_SURE.test(plain)) return 'how-sure';
  if (SHOW_CODE.test(plain)) return 'show-code';
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
