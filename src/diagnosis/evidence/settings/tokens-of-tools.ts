import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { withoutTrailing } from '../../text/without-trailing.ts';
import { placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

const RESOURCE_MANAGER = 'https://management.azure.com';
/** `--resource-type` of Azure CLI, `-ResourceTypeName` of Az.Accounts; those of which the call would show another address. */
const TYPES: Readonly<Record<string, string>> = {
  'ms-graph': 'https://graph.microsoft.com',
  msgraph: 'https://graph.microsoft.com',
  arm: RESOURCE_MANAGER,
  'aad-graph': 'https://graph.windows.net',
  aadgraph: 'https://graph.windows.net',
  keyvault: 'https://vault.azure.net',
};
/** «a token for https://management.azure.com/», «token issued for api://…» */
const FOR =
  /token (?:issued |made |meant |requested |acquired )?for (?:the (?:resource|audience) )?["'`]?((?:https:\/\/|api:\/\/)[^\s"'`<>,;()]{4,120})/y;
const FOR_MARKS = ['', 'issued ', 'made ', 'meant ', 'requested ', 'acquired '].map((word) =>
  literal(`token ${word}for `),
);
const WANTED = /\b(?:need|want|get|request|require)s? (?:a |an |the )?(?:new |access )?$/;
const TOOLS = ['az account get-access-token', 'get-azaccesstoken'].map(literal);
const NAMED = /-(?:resource(?:url)?|scopes?)[ =:]{1,3}["']?([^\s"'`);|]{3,120})/i;
const TYPE = /-resource-?type(?:name)?[ =:]{1,3}["']?([\w-]{2,30})/i;
const LONGEST = 400;
const MOST = 10;

/**
 * Which API the tools of Azure get a token for. Left to themselves both take Azure Resource Manager.
 * learn.microsoft.com/cli/azure/account#az-account-get-access-token, learn.microsoft.com/powershell/module/az.accounts/get-azaccesstoken
 */
export function tokensOfTools(text: MappedText, add: AddSetting): void {
  toldResources(text, add);
  let seen = 0;
  for (const tool of TOOLS) {
    for (const at of placesOf(text, tool)) {
      if (++seen > MOST) return;
      const end = at + tool.text.length;
      const command = commandAt(text.text, end);
      const named = NAMED.exec(command)?.[1];
      const type = TYPE.exec(command)?.[1]?.toLowerCase();
      const resource = named ?? (type === undefined ? RESOURCE_MANAGER : TYPES[type]);
      if (resource === undefined || !/^(?:https:\/\/|api:\/\/|[0-9a-f-]{36}$)/i.test(resource)) continue;
      add('resource', text.text.slice(at, end), [resource.replace(/\/\.default$/, '')], at, end);
    }
  }
}

function toldResources(text: MappedText, add: AddSetting): void {
  for (const mark of FOR_MARKS) {
    for (const at of placesOf(text, mark).slice(0, MOST)) {
      FOR.lastIndex = at;
      const resource = FOR.exec(text.lower)?.[1];
      if (resource === undefined || WANTED.test(text.lower.slice(Math.max(0, at - 24), at))) continue;
      const named = withoutTrailing(resource, '.:').replace(/\/\.default$/, '');
      add('resource', text.text.slice(at, at + 9), [named], at, FOR.lastIndex);
    }
  }
}

/** To the end of the command: a backslash or a backtick at the end of a line goes on. */
function commandAt(text: string, from: number): string {
  return /^(?:[^\n;|)\\`]|[\\`]\n?)*/.exec(text.slice(from, from + LONGEST))?.[0] ?? '';
}
