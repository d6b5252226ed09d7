import type { FixStep } from '../../diagnosis.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Rule } from '../root-cause.ts';

/** A command-line tool that keeps the sign-in of a person, and how one signs in there anew. */
interface Tool {
  readonly name: string;
  /** The id that Entra ID knows it by. */
  readonly clientId?: string;
  readonly phrases: readonly string[];
  readonly signIn: (tenant: string | undefined) => string;
  /** How the tool is told what to ask consent for. */
  readonly withScope?: string;
}

const GRAPH_POWERSHELL: Tool = {
  name: 'Microsoft Graph PowerShell',
  clientId: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
  phrases: ['connect-mggraph'],
  signIn: (tenant) => `Disconnect-MgGraph; Connect-MgGraph${tenant === undefined ? '' : ` -TenantId ${tenant}`}`,
};

const TOOLS: readonly Tool[] = [
  GRAPH_POWERSHELL,
  {
    name: 'Azure PowerShell',
    clientId: '1950a258-227b-4e31-a9cf-717495945fc2',
    phrases: ['connect-azaccount', 'get-azaccesstoken', 'azurepowershellcredential'],
    signIn: (tenant) => `Connect-AzAccount${tenant === undefined ? '' : ` -Tenant ${tenant}`}`,
  },
  {
    name: 'the Azure Developer CLI',
    phrases: ['azd auth login', 'azuredeveloperclicredential'],
    withScope: '--scope',
    signIn: (tenant) => `azd auth login${tenant === undefined ? '' : ` --tenant-id ${tenant}`}`,
  },
  {
    name: 'the Azure CLI',
    clientId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
    phrases: [
      'az account get-access-token',
      'az login',
      'azureclicredential',
      'interactive authentication is needed. please run',
    ],
    withScope: '--scope',
    signIn: (tenant) => `az login${tenant === undefined ? '' : ` --tenant ${tenant}`}`,
  },
];

/** One scope, of a shape that needs no quotes: what a person pasted is data. */
const IN_A_SHELL = /^[\w.:/-]{3,200}$/;

/** Declares the names of the tools; it tells no cause. */
export const NAMES_A_TOOL: Rule = {
  kind: 'facts',
  phrases: TOOLS.flatMap(({ phrases }) => phrases),
  onlyWith: 'its phrases',
  test: () => undefined,
};

function toolOf(facts: Facts): Tool | undefined {
  const { clientId } = facts.values;
  // A program of one's own beside the name of a tool is what failed.
  if (clientId !== undefined) return TOOLS.find((tool) => tool.clientId === clientId);
  return TOOLS.find(({ phrases }) => facts.anyPhrase(...phrases) !== undefined);
}

/** Whether the sign-in is one that a command-line tool keeps: then there is no code to change. */
export function isOfATool(facts: Facts): boolean {
  return toolOf(facts) !== undefined;
}

/** How the tool is called in a sentence, where one signs the person in. */
export function toolName(facts: Facts): string | undefined {
  return toolOf(facts)?.name;
}

/** The id of the tool, where Entra ID knows it by one of its own. */
export function toolClientId(facts: Facts): string | undefined {
  return toolOf(facts)?.clientId;
}

/** The command that signs in anew in the tool, where one is named; with the scope that it has to ask for. */
export function signInWithTool(facts: Facts, scope?: string): FixStep | undefined {
  const tool = toolOf(facts);
  if (tool === undefined) return undefined;
  const { tenant } = facts.values;
  return {
    text: `Sign in anew in ${tool.name}, as the same user of the machine:`,
    value:
      tool.signIn(tenant !== undefined && /^[\w.-]{3,80}$/.test(tenant) ? tenant : undefined) +
      (tool.withScope !== undefined && scope !== undefined && IN_A_SHELL.test(scope)
        ? ` ${tool.withScope} ${scope}`
        : ''),
  };
}
