import { type Literal, literalList } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { occurrences } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

type Actor = 'app' | 'user';

/** How far around its mark a pattern looks. */
const BEFORE = 48;
const BEHIND = 64;
const MOST_PLACES = 40;

/**
 * Who gets the token, as people say it: the actor, the wording, and marks of which one stands in every such wording.
 * A wording is looked for in a short window of lower case around its mark, so a mark had better be rare.
 */
const TOLD: readonly (readonly [actor: Actor, wording: RegExp, ...marks: string[]])[] = [
  [
    'app',
    /\bclient(?:[ -]credentials?|_?credentials)(?: (?:flow|grant|token|auth\w{0,12}|application|app))?(?![\w-])/,
    'client credential',
    'client-credential',
    'client_credentials',
    'clientcredentials',
  ],
  // «logs in with client id + secret»: a secret with nobody beside it signs the app in.
  [
    'app',
    /\b(?:client|app|application)[ -]?id ?(?:and|und|et|y|\+|&|\/|,) ?(?:(?:the|a|its|client|app) ?){0,2}secret\b/,
    'id and ',
    'id + ',
    'id & ',
    'id und ',
    'id/',
    'id, ',
    'id et ',
  ],
  [
    'app',
    /\bapp[ -]only (?:tokens?|access|auth\w{0,12}|flow|context|permissions?|mode|call|sign-in)\b/,
    'app-only',
    'app only',
  ],
  // «app-only, roles: …», «(app-only)»: the words alone, as a note on the call.
  ['app', /(?<=(?:^|[\n(,;:|–—/]) ?)app[ -]only(?= ?[,;:.)|\n–—]|$)/, 'app-only', 'app only'],
  ['app', /\bdaemons?\b(?! (?:error|log))/, 'daemon'],
  [
    'app',
    /\b(?:(?:as|with|using|via|through|from|by) (?:(?:a|an|the|our|my|this|its|own) ){0,2}service principal\b|\b(?:our|my|the|a|this) service principal (?:of|for|gets|got|calls|has|is|in|needs|can|only)\b|service principal(?:,| with| and| \+) (?:(?:a|the|its) )?(?:client )?(?:secret|certificate|id))/,
    'service principal',
  ],
  ['app', /\blogin\b[^\n]{0,40}--service-principal/, '--service-principal'],
  ['app', /\bconnect-azaccount\b[^\n]{0,30}-serviceprincipal/, '-serviceprincipal'],
  ['app', /(?:\blogin -|\bconnect-azaccount |\bconnect-mggraph )-identity\b/, '-identity'],
  ['app', /-certificatethumbprint\b/, '-certificatethumbprint'],
  // learn.microsoft.com/powershell/module/microsoft.graph.authentication/connect-mggraph
  [
    'app',
    /-(?:certificate(?:subject)?name|clientsecretcredential)\b/,
    '-certificatename',
    '-certificatesubjectname',
    '-clientsecretcredential',
  ],
  // Pipelines sign in by a service connection or a federated credential of an app.
  ['app', /\bazure\/login@/, 'azure/login@'],
  ['app', /\btask: ["']?azure(?:cli|powershell)@/, 'azurecli@', 'azurepowershell@'],
  // Terraform's providers: a client of their own in place of the person of the Azure CLI.
  // registry.terraform.io/providers/hashicorp/azuread/latest/docs (Authenticating to Entra ID)
  [
    'app',
    /\b(?:arm_client_(?:id|secret|certificate_path)|(?:arm_)?use_(?:oidc|msi)["']? ?[=:] ?["']?(?:true|1))\b/,
    'arm_client_',
    'use_oidc',
    'use_msi',
  ],
  [
    'app',
    /\bmanaged[ _-]?(?:service[ _-]?)?identit(?:y|ies)\b/,
    'managed identit',
    'managed-identity',
    'managed_identity',
    'managedidentity',
    'managed service identity',
    'managedserviceidentity',
  ],
  [
    'app',
    /\b(?:system|user)[- ]assigned (?:managed )?(?:service )?identity\b/,
    '-assigned identity',
    ' assigned identity',
    '-assigned managed',
    ' assigned managed',
  ],
  ['app', /\bverwaltete(?:r|n)? (?:dienst)?identit/, 'verwaltete'],
  ['app', /\bworkload identity\b(?! federation)/, 'workload identity'],
  ['app', /\bunattended\b/, 'unattended'],
  ['app', /\bnightly (?:\w{2,14} )?(?:job|task|worker|script|run|sync|batch|export|import|service)\b/, 'nightly'],
  ['app', /\bcron ?(?:job|tab|task)?\b/, 'cron'],
  ['app', /\bbackground (?:job|service|worker|task|process|script)\b/, 'background '],
  ['app', /\bscheduled (?:\w{2,14} )?(?:job|task|script|service|run)\b/, 'scheduled '],
  ['app', /\bwithout a(?:ny)? (?:signed[- ]in |logged[- ]in )?(?:user|person)\b(?! ?name)/, 'without a'],
  ['app', /\bno signed-in (?:user|person)\b/, 'no signed-in'],
  ['app', /\bno user(?:\)| (?:is |was )?(?:involved|present|signed|interaction|context|logs)\b)/, 'no user'],

  ['user', /\bdelegated (?:tokens?|flow|access|auth\w{0,12}|user)\b/, 'delegated '],
  [
    'user',
    /\b(?:signed|logged)[- ]in (?:user|person|as)\b|\b(?:user|person|i)(?: (?:is|am|are|was|has))? (?:signed|logged) in\b/,
    'signed in',
    'signed-in',
    'logged in',
    'logged-in',
  ],
  [
    'user',
    /\b(?:user|person|people|tester|colleague|employee|staff|customer|somebody|someone)s? signs? in\b|\bsigns the (?:user|person) in\b|\b(?:users|people|they|person) (?:can |have to |must |still )?sign in\b/,
    'signs in',
    'sign in',
    'signs the ',
  ],
  ['user', /\bgraph[ -]explorer\b/, 'graph explorer', 'graph-explorer'],
  ['user', /\bauth(?:orization)? code (?:flow|grant|with pkce)/, 'authorization code', 'auth code'],
  ['user', /\bdevice code (?:flow|grant|login)/, 'device code'],
  ['user', /\bon-behalf-of\b/, 'on-behalf-of'],
  ['user', /\bpersonal (?:microsoft )?account\b/, 'personal '],
  ['user', /\bconnect-mggraph -scopes/, 'mggraph -scopes'],
];
/** All marks in one row, and the wording of each beside it. */
const MARKS = literalList(TOLD.flatMap(([, , ...marks]) => marks));
const WORDINGS = TOLD.flatMap(([actor, wording, ...marks]) => marks.map(() => ({ actor, wording })));

/** What a nightly job of somebody else's service does is none of our business: words count where Microsoft is named. */
const MICROSOFT =
  /graph|entra|azure|microsoft|office ?365|outlook|exchange|sharepoint|onedrive|\bmsal|jwt\.ms|\.default|azcopy|\barm_(?:client|tenant|subscription|use)_|windows\.net|onmicrosoft|\/me\/|\/users\/[^\s/]{1,80}\/(?:events|calendars?|messages|contacts|mailfolders)\b|calendarview|getschedule|findmeetingtimes|mailfolders|\b[a-z]{3,20}\.(?:read|readwrite|send)\b/;

/** «not client credentials», «instead of a daemon», «works with a managed identity»: what is not, or is another one, says nothing. */
const DENIED =
  /\b(?:not|no longer|never|n't|isn't|instead of|rather than|without|unlike|than|work(?:s|ed)?(?: fine)? (?:with|as|in|for)|thought (?:this|it) was)(?: (?:the|a|an|any|our|my|using|use|in))*(?: )?$/;

/**
 * Whether an app or a person signs in, as somebody tells it. Said by words alone it is never proof: where the token or the
 * code shows it, what is told is not asked. Each actor once.
 */
export function toldActor(text: MappedText, add: AddSetting): void {
  let found: Actor | null = null;
  for (let index = text.nextHeld(MARKS, 0); index !== -1; index = text.nextHeld(MARKS, index + 1)) {
    const { actor, wording } = WORDINGS[index]!;
    if (actor === found) continue;
    const at = placeOf(text, MARKS.literals[index]!, wording);
    if (at === null) continue;
    if (found === null && !MICROSOFT.test(text.lower)) return;
    add('told-actor', text.text.slice(at.start, at.end), [actor], at.start, at.end);
    if (found !== null) return;
    found = actor;
  }
}

function placeOf(text: MappedText, mark: Literal, wording: RegExp): { start: number; end: number } | null {
  let seen = 0;
  for (const at of occurrences(text.lower, mark.text)) {
    seen += 1;
    if (seen > MOST_PLACES) break;
    const from = Math.max(0, at - BEFORE);
    const window = text.lower.slice(from, at + mark.text.length + BEHIND);
    const match = wording.exec(window);
    if (match === null || DENIED.test(window.slice(0, match.index))) continue;
    const start = from + match.index;
    return { start, end: start + match[0].length };
  }
  return null;
}
