import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CliIo } from '../../src/cli/cli-io.ts';
import { permissionsCommand } from '../../src/cli/permissions-command.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { importedPermissions, loadPermissionTable } from '../../src/permissions-import/permission-file.ts';

const NOW = Date.UTC(2026, 7, 25, 12);
const PUBLISHED = {
  permissions: {
    'Widget.Read.All': {
      schemes: { DelegatedWork: { requiresAdminConsent: true }, Application: {} },
      pathSets: [
        {
          schemeKeys: ['DelegatedWork', 'Application'],
          methods: ['GET'],
          paths: { '/widgets': 'least=DelegatedWork' },
        },
      ],
    },
  },
};

let room: string;
let written: string;
let io: CliIo;

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'why401-permissions-'));
  written = '';
  const output = {
    isTTY: false,
    columns: null,
    write: async (text: string): Promise<void> => {
      written += text;
    },
  };
  io = {
    stdin: Readable.from([]),
    stdout: output,
    stderr: output,
    env: { WHY401_PERMISSIONS_FILE: join(room, 'made', 'table.json') },
    now: () => NOW,
  };
});

afterEach(() => rm(room, { recursive: true, force: true }));

async function published(text = JSON.stringify(PUBLISHED)): Promise<string> {
  const file = join(room, 'permissions.json');
  await writeFile(file, text);
  return file;
}

describe('permissions import', () => {
  it('keeps the table where the setting says, whole and nothing beside it', async () => {
    expect(await permissionsCommand(['import', await published()], io)).toBe(0);
    expect(written).toMatch(/^Kept 1 operations and 1 permissions in .+table\.json\n$/);
    expect(await readdir(join(room, 'made'))).toEqual(['table.json']);
    const kept: unknown = JSON.parse(await readFile(join(room, 'made', 'table.json'), 'utf8'));
    expect(kept).toMatchObject({ imported: '2026-08-25T12:00:00.000Z', source: "Microsoft's permissions.json" });
    expect((await importedPermissions(io.env))?.operations.has('/widgets')).toBe(true);
  });

  it('takes --to before the setting', async () => {
    const target = join(room, 'other.json');
    await permissionsCommand(['import', await published(), '--to', target], io);
    expect((await loadPermissionTable(target)).kinds.has('widget.read.all')).toBe(true);
  });

  it('says in one line what is wrong with the file', async () => {
    const one = (args: readonly string[]): Promise<unknown> => permissionsCommand(args, io);
    await expect(one(['import', join(room, 'none.json')])).rejects.toThrow(/none\.json: there is no such file$/);
    await expect(one(['import', room])).rejects.toThrow(/: it is a directory$/);
    await expect(one(['import', await published('{')])).rejects.toThrow(/permissions\.json: not JSON$/);
    await expect(one(['import', await published('{}')])).rejects.toThrow(/: not Microsoft's permissions\.json/);
    const file = await published();
    await expect(one(['import', file, '--to', join(file, 'x.json')])).rejects.toThrow(/x\.json: .+/);
    await expect(one(['import', file, '--to', join(file, 'x.json')])).rejects.toBeInstanceOf(UsageError);
  });

  it.each([[[]], [['import']], [['import', 'a', 'b']], [['export', 'a']], [['need']], [['need', 'FETCH', '/me']]])(
    'refuses %j as bad usage',
    async (args: readonly string[]) => {
      await expect(permissionsCommand(args, io)).rejects.toBeInstanceOf(UsageError);
    },
  );
});

describe('importedPermissions', () => {
  it('is nothing where nothing was imported, and an error where a named file cannot be used', async () => {
    expect(await importedPermissions({})).toBeUndefined();
    await expect(importedPermissions(io.env)).rejects.toThrow(/table\.json: there is no such file$/);
  });
});

describe('permissions need', () => {
  it('says what an operation needs', async () => {
    await permissionsCommand(['import', await published()], io);
    written = '';
    await permissionsCommand(['need', 'post', '/me/events'], io);
    await permissionsCommand(['need', '/widgets'], io);
    await permissionsCommand(['need', 'GET', '/nothing'], io);
    expect(written).toBe(`POST /me/events
  work or school account  Calendars.ReadWrite
  personal account        Calendars.ReadWrite
  app without a user      not possible
Any one of a line is enough; the first is the least privileged.
GET /widgets
  work or school account  Widget.Read.All (administrator)
  personal account        not possible
  app without a user      Widget.Read.All
Any one of a line is enough; the first is the least privileged.
Nothing is known of this operation.
`);
  });

  it('has a help', async () => {
    expect(await permissionsCommand(['--help'], io)).toBe(0);
    expect(written).toContain('why401 permissions import FILE');
  });
});
