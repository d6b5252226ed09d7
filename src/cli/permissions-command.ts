import { findOperation } from '../diagnosis/permissions/find-operation.ts';
import { permissionKind } from '../diagnosis/permissions/permission-name.ts';
import { PermissionFileError, type PermissionTable } from '../diagnosis/permissions/permission-table.ts';
import { importedPermissions, importPermissions, permissionFilePath } from '../permissions-import/permission-file.ts';
import { parseArguments } from './arguments.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { UsageError } from './usage-error.ts';

const PERMISSIONS_HELP = `why401 permissions import FILE [--to FILE]
why401 permissions need [METHOD] PATH

import  Reads Microsoft's permissions.json (permissions/new/permissions.json of
        microsoftgraph/microsoft-graph-devx-content on GitHub) and keeps it as the table
        that diagnose and the bot look operations up in, beside their own.
        It is kept in data/graph-permissions.json, or where WHY401_PERMISSIONS_FILE or --to say.
need    Says which permissions an operation of Microsoft Graph needs, least privileged first:
        why401 permissions need GET /me/events
`;

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * `why401 permissions …`.
 *
 * @returns 0; everything that is wrong is thrown
 * @throws {UsageError} with one line, for exit status 2
 */
export async function permissionsCommand(args: readonly string[], io: CliIo): Promise<ExitStatus> {
  const { options, positionals } = parseArguments('permissions', args, { to: { type: 'string' } });
  const [action, ...rest] = positionals;
  if (options.has('help') || action === undefined) {
    await io.stdout.write(PERMISSIONS_HELP);
    if (action === undefined && !options.has('help')) {
      throw new UsageError('Say what to do: why401 permissions import FILE, or why401 permissions need GET /me/events');
    }
    return 0;
  }
  try {
    if (action === 'import') return await runImport(rest, options.get('to'), io);
    if (action === 'need') return await runNeed(rest, io);
  } catch (error) {
    if (error instanceof PermissionFileError) throw new UsageError(error.message);
    throw error;
  }
  throw new UsageError(`Unknown action ${JSON.stringify(action)}. See: why401 permissions --help`);
}

async function runImport(files: readonly string[], to: string | true | undefined, io: CliIo): Promise<ExitStatus> {
  const [source] = files;
  if (source === undefined || files.length > 1) {
    throw new UsageError('Name one file: why401 permissions import permissions.json');
  }
  const target = typeof to === 'string' ? to : permissionFilePath(io.env);
  const { file, operations, permissions } = await importPermissions(source, target, io.now());
  await io.stdout.write(`Kept ${operations} operations and ${permissions} permissions in ${file}\n`);
  return 0;
}

async function runNeed(words: readonly string[], io: CliIo): Promise<ExitStatus> {
  const method = words.length === 2 ? (words[0]?.toUpperCase() ?? '') : null;
  const path = words.at(-1);
  if (path === undefined || words.length > 2 || (method !== null && !METHODS.has(method))) {
    throw new UsageError('Name a method and a path: why401 permissions need GET /me/events');
  }
  const table = await importedPermissions(io.env);
  await io.stdout.write(describeNeed(method, path, table));
  return 0;
}

function describeNeed(method: string | null, path: string, table: PermissionTable | undefined): string {
  const found = findOperation(method, path, table);
  if (found === undefined) {
    const hint = table === undefined ? " Microsoft's whole table can be imported: why401 permissions --help" : '';
    return `Nothing is known of this operation.${hint}\n`;
  }
  const { operation } = found;
  const lines = [
    `${operation.method} ${operation.operation}${found.methodAssumed ? ' (no method was given, so this is for reading)' : ''}`,
    `  work or school account  ${listed(operation.work, (name) => consentOf(name, table))}`,
    `  personal account        ${listed(operation.personal, () => '')}`,
    `  app without a user      ${listed(operation.app, () => '')}`,
    'Any one of a line is enough; the first is the least privileged.',
  ];
  return `${lines.join('\n')}\n`;
}

function listed(names: readonly string[], after: (name: string) => string): string {
  return names.length === 0 ? 'not possible' : names.map((name) => `${name}${after(name)}`).join(', ');
}

function consentOf(name: string, table: PermissionTable | undefined): string {
  return permissionKind(name, table)?.delegated === 'admin' ? ' (administrator)' : '';
}
