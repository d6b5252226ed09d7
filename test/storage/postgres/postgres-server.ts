import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

/** Debian's folder of each version, or the one that WHY401_POSTGRES_BIN names. Nothing is downloaded. */
const DEBIAN = '/usr/lib/postgresql';
const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
const PLACES = [process.env.WHY401_POSTGRES_BIN, ...versions.map((version) => join(DEBIAN, version, 'bin'))];

/** The folder of `initdb` and `postgres`; `undefined` where there is none. */
export const postgresBin = PLACES.find(
  (place) => place !== undefined && place !== '' && existsSync(join(place, 'initdb')),
);

/** CI installs PostgreSQL: there a test may not be skipped for want of it. */
if (postgresBin === undefined) {
  const words = 'PostgreSQL is not installed (apt-get install -y postgresql, or set WHY401_POSTGRES_BIN)';
  if (process.env.CI) throw new Error(words);
  console.warn(`The tests with PostgreSQL are skipped: ${words}`);
}

export interface PostgresServer {
  readonly password: string;
  /** The address of the database, with a schema of its own that is made on the way. */
  newUrl(): Promise<string>;
  /** Leaves the tables of that schema as they are after the migration. */
  empty(url: string): Promise<void>;
  /** A connection of the superuser, closed by the caller. */
  connect(): Promise<Client>;
  /** Ends the server without letting it say goodbye, as a crash does. */
  crash(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server and removes its folder. */
  dispose(): Promise<void>;
}

/** A real PostgreSQL in a temporary folder, reached by a unix socket in it, with password sign-in. */
export async function startPostgres(): Promise<PostgresServer> {
  if (postgresBin === undefined) throw new Error('PostgreSQL is not installed');
  const bin = postgresBin;
  const folder = mkdtempSync(join(tmpdir(), 'why401-pg-'));
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const owner = unprivilegedOwner();
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  for (const path of [folder, data, join(folder, 'password')]) if (owner) chownSync(path, owner.uid, owner.gid);
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'why401', '--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`, '-E', 'UTF8'].concat(
      '--no-sync',
      '--no-locale',
    ),
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );

  let server: ChildProcess | undefined;
  let schemas = 0;
  const url = `postgres://why401:${password}@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const start = async (): Promise<void> => {
    const settings = ['listen_addresses=', 'fsync=off', 'max_connections=60', 'shared_buffers=16MB'];
    const started = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
      { ...owner, cwd: folder, stdio: 'ignore' },
    );
    server = started;
    for (const until = Date.now() + 30_000; ; ) {
      try {
        return await (await connect()).end();
      } catch (error) {
        if (started.exitCode !== null || Date.now() > until) throw error;
        await setTimeout(50);
      }
    }
  };
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    server = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  };

  try {
    await start();
  } catch (error) {
    await stop('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    password,
    connect,
    start,
    async newUrl() {
      schemas += 1;
      const schema = `instance_${schemas}`;
      const client = await connect();
      await client.query(`CREATE SCHEMA ${schema}`);
      await client.end();
      return `${url}&options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
    async empty(of) {
      const client = new Client({ connectionString: of });
      await client.connect();
      const tables = await client.query<{ name: string }>(
        "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'why401_schema'",
      );
      if (tables.rows.length > 0)
        await client.query(`TRUNCATE ${tables.rows.map(({ name }) => name).join(', ')} RESTART IDENTITY`);
      await client.end();
    },
    // SIGQUIT is PostgreSQL's immediate shutdown: it recovers from its log at the next start.
    crash: () => stop('SIGQUIT'),
    async dispose() {
      await stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: there it runs as the user of Debian's package, or as nobody. */
function unprivilegedOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (kind: string): number => Number(execFileSync('id', [kind, name], { stdio: 'pipe' }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user here.
    }
  }
  return undefined;
}
