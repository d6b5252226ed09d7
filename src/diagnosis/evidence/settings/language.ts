import type { PatchLanguage } from '../../diagnosis.ts';
import type { Views } from '../../text/views.ts';

interface Mark {
  readonly language: PatchLanguage;
  readonly weight: number;
  readonly pattern: RegExp;
}

const mark = (language: PatchLanguage, weight: number, pattern: RegExp): Mark => ({ language, weight, pattern });

/** What gives a language away. Every pattern is anchored by a literal or a bounded repeat. */
const MARKS: readonly Mark[] = [
  mark('python', 4, /Traceback \(most recent call last\)|\bFile "[^"\n]{1,300}", line \d/),
  mark(
    'python',
    3,
    /site-packages|dist-packages|\.py\b[:",]|\bimport msal\b|\bfrom (?:msal|azure\.identity|flask|msgraph|O365|requests)\b|msal\.(?:Confidential|Public)ClientApplication|\bpip3? install\b/,
  ),
  mark(
    'python',
    2,
    /\bacquire_token_|azure\.identity|msgraph\b|requests\.(?:get|post|exceptions)|\bexchangelib\b|requests_oauthlib|\bO365\.|ValueError|os\.environ|\bmsrest\.|urllib3|\bdef \w{1,60}\(|python3?(?:\.\d+)?[[\s]/,
  ),
  mark('python', 2, /\{'\w{2,40}': ?(?:'|\d|\[|\{|None|True|False)|\bb'\{"/),
  mark('python', 1, /^[A-Z][A-Z0-9_]{2,40} = \[|: None\b|\btimedelta\(|datetime\.(?:utc)?now/m),
  mark(
    'node',
    3,
    /\bat [^\n()]{1,200} \((?:node:|file:\/\/|[^\n()]{0,300}\.(?:js|ts|mjs|cjs|tsx|jsx):\d+)|node_modules|node:internal/,
  ),
  mark(
    'node',
    3,
    /@azure\/msal|msal-(?:node|browser|react|angular)|botbuilder(?:-\w+)?\/lib|\[next-auth\]|passport-azure-ad|\bnpm (?:ERR|run|install)\b|@microsoft\/(?:microsoft-graph-client|teams)/,
  ),
  mark(
    'node',
    2,
    /\b(?:const|let) [\w{}, ]{1,80}= ?(?:await |require|new |async|\{|\[|\()|=> ?\{|\bconsole\.(?:log|error)\(|process\.env\b|\bawait fetch\(|axios|\bUncaught \(in promise\)|\[onTurnError\]/,
  ),
  mark(
    'node',
    2,
    /\b(?:ServerError|ClientAuthError|BrowserAuthError|InteractionRequiredAuthError|ClientConfigurationError|GraphError|RestError|StatusCodeError|AxiosError)\b/,
  ),
  mark('node', 1, /(?:^|\s)at [\w.<> ]{1,120} \([\w./\\-]{1,200}\.(?:ts|js):\d/m),
  mark(
    'csharp',
    4,
    /\.cs:line \d|Microsoft\.Identity\.Client\b|Microsoft\.Identity\.Web|\bMSAL\.NetCore\b|Microsoft\.AspNetCore|Microsoft\.IdentityModel\b/,
  ),
  mark(
    'csharp',
    3,
    /Microsoft\.Graph\.|Microsoft\.Kiota|Azure\.Identity\.\w|Microsoft\.Bot\.|System\.(?:Exception|Net|Threading|AggregateException|InvalidOperation)|\bMsal(?:Service|UiRequired|Client)Exception|services\.Add\w+\(|builder\.Services|kiota-dotnet|graph-dotnet/,
  ),
  mark(
    'csharp',
    2,
    /\bnew(?: string)?\[\] ?\{|\bvar \w{1,40} = (?:await |new )|\.With[A-Z]\w{2,40}\(|\bstring\[\] |\busing (?:System|Microsoft|Azure)\b|\bappsettings\.json|options\.[A-Z]\w+ ?=|"AzureAd" ?:|\bSameSiteMode\.|ReasonPhrase: '/,
  ),
  mark(
    'java',
    4,
    /\bat (?:com|org|java|javax|jakarta|io|reactor|rx|sun)\.[\w.$]{3,200}\((?:[\w$]{1,80}\.java:\d|Native Method|Unknown Source)/,
  ),
  mark(
    'java',
    3,
    /com\.microsoft\.(?:aad|graph|azure|identity)|com\.azure\.|org\.springframework|\bmsal4j\b|\badal4j\b|o\.s\.(?:web|s)\.|graph-java|spring\.(?:security|cloud)\b|java\.(?:lang|io|util)\.\w/,
  ),
  mark(
    'java',
    2,
    /\bSet\.of\(|Collections\.singleton|\bpublic (?:static )?(?:final )?(?:void|class) \w|new [A-Z]\w{1,60}Builder\(\)|\bSystem\.getenv\(|\bD\/Retrofit/,
  ),
  mark(
    'powershell',
    4,
    /\bAt [A-Za-z]:\\[^\n]{1,200}\.ps1:\d+ char:\d|\bAt line:\d+ char:\d|\+ CategoryInfo {1,12}:|\+ FullyQualifiedErrorId/,
  ),
  mark(
    'powershell',
    3,
    /\b(?:Connect|Get|Set|New|Invoke|Add|Remove|Update|Import|Install|Disconnect)-(?:Mg|Az|Msal|Graph|Rest|Web|Exchange|Entra|PnP|Module|Azure|SPO|Teams|Microsoft)\w{0,60}/,
  ),
  mark(
    'powershell',
    2,
    /^\s{0,20}\$\w{1,40} ?= ?(?:@\{|Get-|Invoke-|New-|")|\bWrite-(?:Host|Output)\b|\$env:\w|@\{ ?\w{1,40} ?=|\bforeach \(\$|azure\/powershell/im,
  ),
  mark('curl', 3, /\bcurl (?:-|'|"|https?:)|(?:^|\n)[<>] (?:HTTP\/|[A-Z]{3,8} \/|[\w-]{2,40}: )|\bcurl\.exe\b/),
];

/**
 * The language of a paste as a whole, by stack frames, libraries and syntax; `null` where nothing tells.
 * Text alone such as a JSON body of a response tells nothing.
 */
export function guessLanguage({ text }: Views): PatchLanguage | null {
  return languageOf(text.text);
}

const LONGEST_LOOKED_AT = 65_536;

/** The language of a piece of text. Of a long one the beginning and the end are looked at. */
export function languageOf(text: string): PatchLanguage | null {
  const piece =
    text.length <= LONGEST_LOOKED_AT
      ? text
      : `${text.slice(0, LONGEST_LOOKED_AT / 2)}\n${text.slice(-LONGEST_LOOKED_AT / 2)}`;
  const scores = new Map<PatchLanguage, number>();
  for (const { language, weight, pattern } of MARKS) {
    if (pattern.test(piece)) scores.set(language, (scores.get(language) ?? 0) + weight);
  }
  let best: PatchLanguage | null = null;
  let most = 1;
  for (const [language, score] of scores) {
    if (score > most) {
      best = language;
      most = score;
    }
  }
  return best;
}

const LINE_MARKS: readonly (readonly [PatchLanguage, RegExp])[] = [
  [
    'csharp',
    /\bnew(?: string)?\[\]|\bstring\[\] |\.(?:With|Add|Enable)[A-Z]\w{2,60}\(|\boptions\.[A-Z]\w{1,40}(?:\.\w{1,40})? ?=|\bvar \w{1,40} = |\bpublic (?:static|const|readonly) string\b|services\.|Microsoft\.Identity\.Client/,
  ],
  [
    'java',
    /\b(?:Set|List)\.of\(|Collections\.singleton|spring\.(?:security|cloud|datasource)|\.builder\(|System\.getenv|\bString \w{1,40} ?=|com\.microsoft\./,
  ],
  [
    'powershell',
    /(?:^|\s)-(?:Scopes?|TenantId|ClientId|AppId|CertificateThumbprint|ClientSecretCredential|RedirectUri|Environment|ClientSecret|Tenant|Credential)\b|\$\w{1,40} ?=|\$env:|@\{|\bConnect-\w|\bGet-M/,
  ],
  ['curl', /\bcurl\b|--data(?:-urlencode|-raw)?\b/],
  ['node', /\b(?:const|let) \w|process\.env|=> |require\(|\bthis\.\w/],
  ['json', /(?:^|[{,])[ \t]{0,40}"[\w:.-]{1,60}" ?:/m],
  ['node', /(?:^|[\s{,(])\w{1,40}: ?(?:\[["'`]|["'`])/],
  [
    'python',
    /^[ \t]{0,20}[A-Za-z_]\w{0,60} ?= ?(?:\[|["'f(]|os\.|msal)|os\.environ|\bself\.|\b[a-z]+_[a-z_]+ ?= ?["'[]|acquire_token_|app\.config\[/m,
  ],
];

/** The language of one line of code or settings, by its syntax alone. */
export function languageOfLine(line: string): PatchLanguage | null {
  for (const [language, pattern] of LINE_MARKS) if (pattern.test(line)) return language;
  return null;
}
