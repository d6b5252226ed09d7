import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { databaseUrlWithoutPassword, type Settings } from '../../../settings.ts';
import { StoreUnavailableError } from '../../../storage/store-unavailable-error.ts';
import { always, type DoctorCheck } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass } from '../finding.ts';

/** Whether what keeps everything opens, has its tables, and answers. */
export const storeCheck: DoctorCheck = {
  id: 'store',
  applies: always,
  async run({ settings, openStore }) {
    const { databaseFile, databaseUrl } = settings;
    const what = databaseUrl === null ? databaseFile : databaseUrlWithoutPassword(databaseUrl);
    if (databaseUrl === null && databaseFile === ':memory:') return inMemory(settings);
    if (databaseUrl === null && !(await exists(databaseFile))) return notMadeYet(databaseFile);
    try {
      const store = await openStore(settings);
      try {
        await store.ping();
      } finally {
        await store.close();
      }
    } catch (error) {
      return broken(what, error, databaseUrl === null);
    }
    return pass(`${what} opens, its tables are up to date, and it answers.`);
  },
};

function inMemory({ bot }: Pick<Settings, 'bot'>): DoctorFinding {
  const says = 'Everything is kept in memory and gone after a stop.';
  if (bot === null) return pass(says);
  return {
    state: 'warn',
    says,
    steps: [{ text: 'Set WHY401_DATABASE_FILE to a file on a disk that stays, or DATABASE_URL.' }],
  };
}

/** A check makes no file; whether the service could is seen from the folder. */
async function notMadeYet(file: string): Promise<DoctorFinding> {
  const folder = await existingFolder(dirname(resolve(file)));
  try {
    await access(folder, constants.W_OK);
  } catch {
    return broken(file, Object.assign(new Error(), { code: 'EACCES' }), true);
  }
  return pass(`${file} is not there yet; the first start makes it.`);
}

async function existingFolder(folder: string): Promise<string> {
  return (await exists(folder)) || dirname(folder) === folder ? folder : existingFolder(dirname(folder));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The store's own words are made to be told; a driver's may repeat the address with its password. */
function broken(what: string, error: unknown, isFile: boolean): DoctorFinding {
  const { code } = error as { code?: unknown };
  const reason = typeof code === 'string' ? code : 'no code';
  return {
    state: 'fail',
    says: error instanceof StoreUnavailableError ? `${error.message}.` : `${what} cannot be used (${reason}).`,
    steps: isFile
      ? [
          {
            text: 'Let WHY401_DATABASE_FILE be a file that this account may read and write, in a folder where it may make files.',
          },
        ]
      : [
          {
            text: 'See that the database runs and can be reached from here, and that name, password and database in DATABASE_URL are right.',
          },
          { text: 'The account must be allowed to make tables in that database.' },
        ],
  };
}
