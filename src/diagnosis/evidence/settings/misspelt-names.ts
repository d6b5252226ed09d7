import { type LiteralList, literalList } from '../../text/literal-filter.ts';
import { holdsOneOf } from '../../text/literal-places.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { AddSetting } from './add-setting.ts';

/** A library or tool that reads settings by exact names, and what it says where one of them is not there. */
interface NamedSettings {
  /** Says that a setting is missing, whichever it is. */
  readonly asks: LiteralList;
  /** What may be meant as one of its names. */
  readonly written: RegExp;
  readonly documented: readonly string[];
  /** Other words for the same thing, in lower case without separators. */
  readonly instead: ReadonlyMap<string, string>;
}

/** https://learn.microsoft.com/dotnet/api/azure.identity.environmentcredential; the same names in every language. */
const AZURE_IDENTITY: NamedSettings = {
  asks: literalList([
    'environment variables are not fully configured',
    'incomplete environment configuration',
    'missing environment variable',
    'missing required environment variable',
    'missing_environment_variables',
    'following environment variables is missing',
    'environmentcredential is unavailable',
    'environmentcredential: is unavailable',
    'workload options are not fully configured',
    'workloadidentitycredential: is unavailable',
    'specified. check pod configuration',
  ]),
  written: /\bAZURE_?[A-Z][A-Z_]{2,40}\b/g,
  documented: [
    'AZURE_TENANT_ID',
    'AZURE_CLIENT_ID',
    'AZURE_CLIENT_SECRET',
    'AZURE_CLIENT_CERTIFICATE_PATH',
    'AZURE_CLIENT_CERTIFICATE_PASSWORD',
    'AZURE_FEDERATED_TOKEN_FILE',
    'AZURE_AUTHORITY_HOST',
    'AZURE_USERNAME',
    'AZURE_PASSWORD',
  ],
  instead: new Map([
    ['azuretenant', 'AZURE_TENANT_ID'],
    ['azuredirectoryid', 'AZURE_TENANT_ID'],
    ['azureclient', 'AZURE_CLIENT_ID'],
    ['azureappid', 'AZURE_CLIENT_ID'],
    ['azureapplicationid', 'AZURE_CLIENT_ID'],
    ['azuresecret', 'AZURE_CLIENT_SECRET'],
    ['azureappsecret', 'AZURE_CLIENT_SECRET'],
    ['azureclientkey', 'AZURE_CLIENT_SECRET'],
    ['azureclientpassword', 'AZURE_CLIENT_SECRET'],
    ['azureclientsecretvalue', 'AZURE_CLIENT_SECRET'],
  ]),
};

/** https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs: azurerm, azuread and azapi; the backend as well. */
const TERRAFORM: NamedSettings = {
  asks: literalList([
    'could not configure azurecli authorizer',
    'no authorizer could be configured',
    'error building arm config',
    'authenticating using the azure cli is only supported as a user',
  ]),
  written: /\b(?:ARM|AZURE)_?[A-Z][A-Z_]{2,40}\b/g,
  documented: [
    'ARM_TENANT_ID',
    'ARM_CLIENT_ID',
    'ARM_CLIENT_SECRET',
    'ARM_SUBSCRIPTION_ID',
    'ARM_CLIENT_CERTIFICATE_PATH',
    'ARM_CLIENT_CERTIFICATE_PASSWORD',
    'ARM_USE_OIDC',
    'ARM_USE_MSI',
    'ARM_OIDC_TOKEN',
    'ARM_OIDC_TOKEN_FILE_PATH',
  ],
  instead: new Map([
    ['armtenant', 'ARM_TENANT_ID'],
    ['armclient', 'ARM_CLIENT_ID'],
    ['armappid', 'ARM_CLIENT_ID'],
    ['armsecret', 'ARM_CLIENT_SECRET'],
    ['armclientpassword', 'ARM_CLIENT_SECRET'],
    ['azuretenantid', 'ARM_TENANT_ID'],
    ['azureclientid', 'ARM_CLIENT_ID'],
    ['azureclientsecret', 'ARM_CLIENT_SECRET'],
  ]),
};

/** https://github.com/Azure/login#input-arguments */
const AZURE_LOGIN: NamedSettings = {
  asks: literalList(['not all values are present. ensure']),
  written: /\b(?:client|tenant)[_-]?id\b/gi,
  documented: ['client-id', 'tenant-id'],
  instead: new Map(),
};

const KINDS = [AZURE_IDENTITY, TERRAFORM, AZURE_LOGIN] as const;
const MOST_NAMES = 200;
const SHORTEST_FOR_A_SLIP = 10;

/** Behind a name that is given a value: `NAME=`, `"NAME": `, `NAME = `. */
const GIVEN = /^["'`\])]{0,2}[ \t]{0,8}(?::(?!\/)|=(?!=)|→|=>)/;
/** Before one: a container's variable, where the value stands on the next line. */
const OF_A_CONTAINER = /(?:name["']?[ \t]{0,4}[:=][ \t]{0,4}["']?|variables are set:[^\n]{0,120})$/i;
/** Before a name that the person's own program reads: it may be called as they like. */
const READ =
  /(?:env\.|environ(?:\.get)?[([]["']?|env(?:ironmentVariable)?\(["']|secrets\.|vars\.|variables\.|\$\{?|\$\()$/i;

/**
 * A setting under nearly the name that its library documents, beside that library's complaint that one is missing: the
 * value is the documented name. Only where nothing is set under that name.
 */
export function misspeltNames(text: MappedText, add: AddSetting): void {
  for (const kind of KINDS) if (holdsOneOf(text, kind.asks)) ofKind(kind, text.text, add);
}

function ofKind(kind: NamedSettings, text: string, add: AddSetting): void {
  const meant = new Map<string, { written: string; at: number }>();
  const given = new Set<string>();
  let looks = 0;
  for (const match of text.matchAll(kind.written)) {
    looks += 1;
    if (looks > MOST_NAMES) break;
    const written = match[0];
    const before = text.slice(Math.max(0, match.index - 140), match.index);
    const after = text.slice(match.index + written.length, match.index + written.length + 12);
    const isGiven = GIVEN.test(after) || OF_A_CONTAINER.test(before);
    if (isGiven && kind.documented.includes(written)) given.add(written);
    const name = documentedFor(written, kind);
    if (name === undefined || meant.has(name) || READ.test(before)) continue;
    if (isGiven || !isOfAnotherTool(written, kind)) meant.set(name, { written, at: match.index });
  }
  for (const [name, { written, at }] of meant) {
    if (!given.has(name)) add('misspelt-name', written, [name], at, at + written.length);
  }
}

/** The documented name that is meant by another one: the same letters, a slip of the pen, or another word for it. */
function documentedFor(written: string, { documented, instead }: NamedSettings): string | undefined {
  if (documented.includes(written)) return undefined;
  const plain = plainOf(written);
  return instead.get(plain) ?? documented.find((name) => isSlip(plain, plainOf(name)));
}

/** `AZURE_CLIENT_ID` beside Terraform is a name of its own: it counts where it is given a value for Terraform. */
function isOfAnotherTool(written: string, { documented }: NamedSettings): boolean {
  const beginning = written.slice(0, 3).toLowerCase();
  return !documented.some((name) => name.toLowerCase().startsWith(beginning));
}

function plainOf(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}

/** The same, one letter more, fewer or another one, or two that changed places. */
function isSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1 || other.length < SHORTEST_FOR_A_SLIP) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
}
