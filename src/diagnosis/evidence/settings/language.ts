import type { PatchLanguage } from '../../diagnosis.ts';
import { type LiteralList, literalList } from '../../text/literal-filter.ts';
import { holdsOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { Views } from '../../text/views.ts';

interface Mark {
  readonly language: PatchLanguage;
  readonly weight: number;
  readonly pattern: RegExp;
  /** One of these, or of the signs, stands wherever the pattern matches. */
  readonly holds: LiteralList;
  /** Too short to be looked up, and rare enough to be searched for. */
  readonly signs: readonly (string | Sign)[];
}

/** A pattern and the rare character that it begins with: to find that one takes a hundredth of the time. */
interface Sign {
  readonly begin: string;
  readonly pattern: RegExp;
}

const ofDollar = (sticky: RegExp): Sign => ({ begin: '$', pattern: sticky });

const mark = (
  language: PatchLanguage,
  weight: number,
  pattern: RegExp,
  holds: readonly string[],
  signs: readonly (string | Sign)[] = [],
): Mark => ({ language, weight, pattern, holds: literalList(holds), signs });

/** What gives a language away. Every pattern is anchored by a literal or a bounded repeat. */
export const LANGUAGE_MARKS: readonly Mark[] = [
  mark('python', 4, /Traceback \(most recent call last\)|\bFile "[^"\n]{1,300}", line \d/, [
    'traceback (most',
    'file "',
  ]),
  mark(
    'python',
    3,
    /site-packages|dist-packages|\.py\b[:",]|\bimport msal\b|\bfrom (?:msal|azure\.identity|flask|msgraph|O365|requests)\b|(?<!new )msal\.(?:Confidential|Public)ClientApplication|\bpip3? install\b/,
    [
      'site-packages',
      'dist-packages',
      '.py',
      'import msal',
      'from msal',
      'from azure.identity',
      'from flask',
      'from msgraph',
      'from o365',
      'from requests',
      'msal.confidential',
      'msal.public',
      'pip install',
      'pip3 install',
    ],
  ),
  mark(
    'python',
    2,
    /\bacquire_token_|azure\.identity|msgraph\b|requests\.(?:get|post|exceptions)|\bexchangelib\b|requests_oauthlib|\bjwt\.exceptions\.|\bO365\.|ValueError|\bKeyError: '|os\.environ|\bmsrest\.|urllib3|\bdef \w{1,60}\(|python3?(?:\.\d+)?[[\s]/,
    [
      'acquire_token_',
      'azure.identity',
      'msgraph',
      'requests.get',
      'requests.post',
      'requests.exceptions',
      'exchangelib',
      'requests_oauthlib',
      'jwt.exceptions.',
      'o365.',
      'valueerror',
      "keyerror: '",
      'os.environ',
      'msrest.',
      'urllib3',
      'def ',
      'python',
    ],
  ),
  mark('python', 2, /\{'\w{2,40}': ?(?:'|\d|\[|\{|None|True|False)|\bb'\{"/, ['\'{"'], ["{'"]),
  mark('python', 1, /^[A-Z][A-Z0-9_]{2,40} = \[|: None\b|\btimedelta\(|datetime\.(?:utc)?now/m, [
    ' = [',
    ': none',
    'timedelta(',
    'datetime.now',
    'datetime.utcnow',
  ]),
  mark(
    'node',
    3,
    /\bat [^\n()]{1,200} \((?:node:|file:\/\/|[^\n()]{0,300}\.(?:js|ts|mjs|cjs|tsx|jsx):\d+)|node_modules|node:internal/,
    ['(node:', '(file://', '.js:', '.ts:', '.mjs:', '.cjs:', '.tsx:', '.jsx:', 'node_modules', 'node:internal'],
  ),
  mark(
    'node',
    3,
    /@azure\/msal|msal-(?:node|browser|react|angular)|botbuilder(?:-\w+)?\/lib|\[next-auth\]|passport-azure-ad|\bnpm (?:ERR|run|install)\b|@microsoft\/(?:microsoft-graph-client|teams)/,
    [
      '@azure/msal',
      'msal-node',
      'msal-browser',
      'msal-react',
      'msal-angular',
      'botbuilder',
      '[next-auth]',
      'passport-azure-ad',
      'npm err',
      'npm run',
      'npm install',
      '@microsoft/',
    ],
  ),
  mark(
    'node',
    2,
    /\b(?:const|let) [\w{}, ]{1,80}= ?(?:await |require|new |async|\{|\[|\()|=> ?\{|\bconsole\.(?:log|error)\(|process\.env\b|\bawait fetch\(|\bfetch\(["'`]https?:|axios|\bUncaught \(in promise\)|\[onTurnError\]|\bnew msal\.\w|\bacquireToken(?:Silent|Popup|Redirect|By[A-Z]\w{2,30})\(\{/,
    [
      'const ',
      'let ',
      '=> {',
      '=>{',
      'console.',
      'process.env',
      'await fetch(',
      "fetch('http",
      'fetch("http',
      'fetch(`http',
      'axios',
      'uncaught (in promise)',
      '[onturnerror]',
      'new msal.',
      'acquiretoken',
    ],
  ),
  mark(
    'node',
    2,
    /\b(?:ServerError|ClientAuthError|BrowserAuthError|InteractionRequiredAuthError|ClientConfigurationError|GraphError|RestError|StatusCodeError|AxiosError)\b/,
    [
      'servererror',
      'clientautherror',
      'browserautherror',
      'interactionrequiredautherror',
      'clientconfigurationerror',
      'grapherror',
      'resterror',
      'statuscodeerror',
      'axioserror',
    ],
  ),
  mark('node', 1, /(?:^|\s)at [\w.<> ]{1,120} \([\w./\\-]{1,200}\.(?:ts|js):\d/m, ['.ts:', '.js:']),
  mark(
    'csharp',
    4,
    /\.cs:line \d|Microsoft\.Identity\.Client\b|Microsoft\.Identity\.Web|\bMSAL\.NetCore\b|Microsoft\.AspNetCore|Microsoft\.IdentityModel\b/,
    [
      '.cs:line',
      'microsoft.identity.client',
      'microsoft.identity.web',
      'msal.netcore',
      'microsoft.aspnetcore',
      'microsoft.identitymodel',
    ],
  ),
  // Numbers of Microsoft.IdentityModel and Microsoft.Identity.Web. Graph’s own answers have them, too.
  mark('csharp', 2, /\b(?:IDX[124]|IDW1)\d{4}\b(?<!["']message\\?["'] {0,2}: {0,2}\\?["']\w{8})/, [
    'idx1',
    'idx2',
    'idx4',
    'idw1',
  ]),
  mark(
    'csharp',
    3,
    /Microsoft\.Graph\.|Microsoft\.Kiota|Azure\.Identity\.\w|Microsoft\.Bot\.|System\.(?:Exception|Net|Threading|AggregateException|InvalidOperation)|\bMsal(?:Service|UiRequired|Client)Exception(?<!com\.microsoft\.[\w.]{1,80})|services\.Add\w+\(|builder\.Services|kiota-dotnet|graph-dotnet/,
    [
      'microsoft.graph.',
      'microsoft.kiota',
      'azure.identity.',
      'microsoft.bot.',
      'system.exception',
      'system.net',
      'system.threading',
      'system.aggregateexception',
      'system.invalidoperation',
      'msalserviceexception',
      'msaluirequiredexception',
      'msalclientexception',
      'services.add',
      'builder.services',
      'kiota-dotnet',
      'graph-dotnet',
    ],
  ),
  mark(
    'csharp',
    2,
    /\bnew(?: string)?\[\] ?\{|\bvar \w{1,40} = (?:await |new )|\.With[A-Z]\w{2,40}\(|\.(?:Get|Post|Put|Patch|Delete)Async\(|\bstring\[\] |\busing (?:System|Microsoft|Azure)\b|\bappsettings\.json|options\.[A-Z]\w+ ?=|"AzureAd" ?:|\bSameSiteMode\.|ReasonPhrase: '/,
    [
      'new[]',
      'new string[]',
      'var ',
      '.with',
      'getasync(',
      'postasync(',
      'putasync(',
      'patchasync(',
      'deleteasync(',
      'string[] ',
      'using system',
      'using microsoft',
      'using azure',
      'appsettings.json',
      'options.',
      '"azuread"',
      'samesitemode.',
      "reasonphrase: '",
    ],
  ),
  mark(
    'java',
    4,
    /\bat (?:com|org|java|javax|jakarta|io|reactor|rx|sun)\.[\w.$]{3,200}\((?:[\w$]{1,80}\.java:\d|Native Method|Unknown Source)/,
    ['at com.', 'at org.', 'at java.', 'at javax.', 'at jakarta.', 'at io.', 'at reactor.', 'at rx.', 'at sun.'],
  ),
  mark(
    'java',
    3,
    /com\.microsoft\.(?:aad|graph|azure|identity)|com\.azure\.|org\.springframework|\bmsal4j\b|\badal4j\b|o\.s\.(?:web|s)\.|\bio\.(?:quarkus|qua)\.|graph-java|spring\.(?:security|cloud)\b|java\.(?:lang|io|util)\.\w/,
    [
      'com.microsoft.',
      'com.azure.',
      'org.springframework',
      'msal4j',
      'adal4j',
      'o.s.web.',
      'io.quarkus.',
      'io.qua.',
      'o.s.s.',
      'graph-java',
      'spring.security',
      'spring.cloud',
      'java.lang.',
      'java.io.',
      'java.util.',
    ],
  ),
  mark(
    'java',
    2,
    /\bClientCredentialFactory\b|\bConfidentialClientApplication\.builder\(|\bSet\.of\(|Collections\.singleton|\bpublic (?:static )?(?:final )?(?:void|class) \w|new [A-Z]\w{1,60}Builder\(\)|\bSystem\.getenv\(|\bD\/Retrofit/,
    [
      'clientcredentialfactory',
      'confidentialclientapplication.builder(',
      'set.of(',
      'collections.singleton',
      'public static',
      'public final',
      'public void',
      'public class',
      'builder()',
      'system.getenv(',
      'd/retrofit',
    ],
  ),
  mark(
    'powershell',
    4,
    /\bAt [A-Za-z]:\\[^\n]{1,200}\.ps1:\d+ char:\d|\bAt line:\d+ char:\d|\+ CategoryInfo {1,12}:|\+ FullyQualifiedErrorId/,
    ['.ps1:', 'at line:', '+ categoryinfo', '+ fullyqualifiederrorid'],
  ),
  mark(
    'powershell',
    3,
    // By its noun first: verbs are common words, and few of them stand before a hyphen.
    /(?<=\b(?:Connect|Get|Set|New|Invoke|Add|Remove|Update|Import|Install|Disconnect))-(?:Mg|Az|Msal|Graph|Rest|Web|Exchange|Entra|PnP|Module|Azure|SPO|Teams|Microsoft)/,
    [
      '-mg',
      '-az',
      '-msal',
      '-graph',
      '-rest',
      '-web',
      '-exchange',
      '-entra',
      '-pnp',
      '-module',
      '-spo',
      '-teams',
      '-microsoft',
    ],
  ),
  mark(
    'powershell',
    2,
    /^\s{0,20}\$\w{1,40} ?= ?(?:@\{|Get-|Invoke-|New-|")|\bWrite-(?:Host|Output)\b|\$env:\w|@\{ ?\w{1,40} ?=|\bforeach \(\$|azure\/powershell/im,
    ['write-host', 'write-output', 'azure/powershell', 'foreach ($'],
    ['@{', ofDollar(/\$(?:env:|\w{1,40} ?= ?(?:get-|invoke-|new-|"))/iy)],
  ),
  mark(
    'curl',
    3,
    /\bcurl (?:-|'|"|https?:)|(?:^|\n)[<>] (?:HTTP\/|[A-Z]{3,8} \/|[\w-]{2,40}: )|\bcurl\.exe\b/,
    ['curl -', "curl '", 'curl "', 'curl http', 'curl.exe'],
    ['< ', '> '],
  ),
  mark('curl', 4, /\.rs:\d|\bazure_identity::|\breqwest::|\boauth2::\w/, [
    '.rs:',
    'azure_identity::',
    'reqwest::',
    'oauth2::',
  ]),
  // No patch is written in Go, PHP, Ruby or Rust: the request itself, as curl shows it, is what their programs send.
  mark(
    'curl',
    4,
    /\.go:\d|\bgoroutine \d|\bhttp\.NewRequest|\boauth2\.Config\b|golang\.org|\bazidentity\.|msgraph-sdk-go|msgraphsdk\.|\b\w{1,40}, (?:err|_) := /,
    [
      '.go:',
      'goroutine ',
      'http.newrequest',
      'oauth2.config',
      'golang.org',
      'azidentity.',
      'msgraph-sdk-go',
      'msgraphsdk.',
      ' := ',
    ],
  ),
  mark(
    'curl',
    4,
    /<\?php|\.php(?::|\(| on line )\d|\bPHP (?:Fatal|Warning|Notice)|GuzzleHttp|Illuminate\\|\bSocialite\b|league\/oauth2|TheNetworg|\$\w{1,40}->\w|\bvar_dump\(/,
    [
      '<?php',
      '.php',
      'php fatal',
      'php warning',
      'php notice',
      'guzzlehttp',
      'illuminate',
      'socialite',
      'league/oauth2',
      'thenetworg',
      'var_dump(',
    ],
    [ofDollar(/\$\w{1,40}->\w/y)],
  ),
  mark('curl', 2, /\bPHP\b/, ['php']),
  // By name, which any syntax outweighs: people say what they write in.
  mark(
    'csharp',
    1.5,
    /\bC# ?|\bASP\.NET|\.NET (?:Core|Framework|\d)|\bBlazor\b/,
    ['asp.net', '.net core', '.net frame', '.net ', 'blazor'],
    ['C#'],
  ),
  mark(
    'java',
    1.5,
    /\b[Ss]pring[ -]?(?:[Bb]oot|[Ss]ecurity)\b|\b[iI]n Java\b|\bJava (?:app|application|service|backend|code|program|SDK|8|11|17|21)\b|\bQuarkus\b/,
    [
      'spring boot',
      'spring-boot',
      'springboot',
      'spring security',
      'spring-security',
      'springsecurity',
      'in java',
      'java ',
      'quarkus',
    ],
  ),
  mark(
    'python',
    1.5,
    /\b[iI]n Python\b|\bPython (?:script|app|code|program|service|SDK)\b|\b(?:Flask|Django|FastAPI)\b/,
    ['in python', 'python ', 'flask', 'django', 'fastapi'],
  ),
  mark(
    'node',
    1.5,
    /\bNode(?:\.js|JS)\b|\bTypeScript\b|\bJavaScript\b|\bNext\.js\b|\bExpress (?:app|server)\b|\b(?:React|Angular|Vue)(?:-| )?(?:app|App|Anwendung|frontend|SPA)\b/,
    [
      'node.js',
      'nodejs',
      'typescript',
      'javascript',
      'next.js',
      'express app',
      'express server',
      'react',
      'angular',
      'vue',
    ],
  ),
  mark('powershell', 1.5, /\bPowerShell\b/, ['powershell']),
  mark('curl', 4, /\.rb:\d|\bomniauth\b|\bNet::HTTP\b/i, ['.rb:', 'omniauth', 'net::http']),
];

/**
 * The language of a paste as a whole, by stack frames, libraries and syntax; `null` where nothing tells.
 * Text alone such as a JSON body of a response tells nothing.
 */
export function guessLanguage({ text }: Views): PatchLanguage | null {
  return languageOf(text);
}

const LONGEST_LOOKED_AT = 65_536;

/** Of a long text the beginning and the end are looked at. */
function languageOf(source: MappedText): PatchLanguage | null {
  const { text } = source;
  const piece =
    text.length <= LONGEST_LOOKED_AT
      ? text
      : `${text.slice(0, LONGEST_LOOKED_AT / 2)}\n${text.slice(-LONGEST_LOOKED_AT / 2)}`;
  const scores = new Map<PatchLanguage, number>();
  for (const each of LANGUAGE_MARKS) {
    const { language, weight } = each;
    if (mayMatch(source, piece, each) && each.pattern.test(piece))
      scores.set(language, (scores.get(language) ?? 0) + weight);
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

/** False only where the pattern of the mark surely matches nowhere in the piece of the text. */
export function mayMatch(source: MappedText, piece: string, { holds, signs }: Mark): boolean {
  // A search for what is not there after all costs less than the pattern.
  if (holdsOneOf(source, holds)) return true;
  for (let index = 0; index < signs.length; index += 1) {
    const sign = signs[index]!;
    if (typeof sign === 'string' ? piece.includes(sign) : standsIn(piece, sign)) return true;
  }
  return false;
}

function standsIn(piece: string, { begin, pattern }: Sign): boolean {
  for (let at = piece.indexOf(begin); at !== -1; at = piece.indexOf(begin, at + 1)) {
    pattern.lastIndex = at;
    if (pattern.test(piece)) return true;
  }
  return false;
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

/** The calls that tell MSAL for Python from other libraries, once the line is known to be Python. */
export const CALL_OF_MSAL = /acquire_token|initiate_|clientapplication|tokencache/i;

/** The language of one line of code or settings, by its syntax alone. */
export function languageOfLine(line: string): PatchLanguage | null {
  for (const [language, pattern] of LINE_MARKS) if (pattern.test(line)) return language;
  return null;
}
