import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AppIdentity } from '../app-token.ts';
import { botApp, signInApp } from '../apps.ts';
import { type DoctorCheck, isConnected } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, skipped, together } from '../finding.ts';
import type { Installation } from '../installation.ts';
import { GRAPH_SCOPE, type Registration } from '../registration.ts';

const A_DAY_MS = 24 * 3_600_000;
/** Time enough for somebody to be back from a holiday. */
const SOON_DAYS = 30;

/** When the credentials of the apps stop working, where that can be known. */
export const secretExpiryCheck: DoctorCheck = {
  id: 'secret-expiry',
  applies: isConnected,
  async run(installation) {
    const { settings } = installation;
    const apps = [botApp(settings), signInApp(settings)].filter((app) => app !== null);
    const different = apps.filter(
      ({ clientId }, index) => apps.findIndex((app) => app.clientId === clientId) === index,
    );
    if (different.length === 0) return skipped('There is no secret or certificate here to look at.');
    return together(await Promise.all(different.map((app) => expiryOf(app, installation))));
  },
};

async function expiryOf(app: AppIdentity, installation: Installation): Promise<DoctorFinding> {
  const now = installation.now();
  if (app.proof.kind === 'certificate') return certificateExpiry(app, app.proof.certificateFile, now);
  const token = await installation.appToken(app, GRAPH_SCOPE);
  if (token.kind !== 'token') return skipped(`The app ${app.clientId} gets no token to ask with.`);
  const registration = await installation.registration(app.clientId, app);
  if (registration === null) return unknown(app);
  const expires = secretExpiry(registration, app.proof.secret);
  if (expires === null) {
    return {
      state: 'warn',
      says: `The app ${app.clientId} has no secret that begins like the one in the settings.`,
      cause: 'client-secret-invalid',
      owner: 'app-developer',
      steps: [{ text: 'Make a new client secret under Certificates & secrets, and set its Value.' }],
    };
  }
  return expiryFinding(app, 'client secret', 'client-secret-expired', expires, now);
}

/** Graph tells the first three characters of each secret, never more. */
function secretExpiry({ secrets }: Registration, secret: string): number | null {
  const expiries = secrets.filter(({ hint }) => hint !== null && secret.startsWith(hint)).map(({ expires }) => expires);
  return expiries.length === 0 ? null : Math.max(...expiries);
}

async function certificateExpiry(app: AppIdentity, file: string, now: number): Promise<DoctorFinding> {
  try {
    const certificate = new X509Certificate(await readFile(file));
    return expiryFinding(app, 'certificate', 'client-assertion-invalid', Date.parse(certificate.validTo), now);
  } catch {
    return skipped(`The certificate of the app ${app.clientId} cannot be read.`);
  }
}

function expiryFinding(
  { clientId }: AppIdentity,
  what: 'client secret' | 'certificate',
  cause: 'client-secret-expired' | 'client-assertion-invalid',
  expires: number,
  now: number,
): DoctorFinding {
  const day = new Date(expires).toISOString().slice(0, 10);
  const days = Math.floor((expires - now) / A_DAY_MS);
  if (days >= SOON_DAYS) return pass(`The ${what} of the app ${clientId} is good until ${day}.`);
  const expired = expires <= now;
  return {
    state: expired ? 'fail' : 'warn',
    says: expired
      ? `The ${what} of the app ${clientId} expired on ${day}.`
      : `The ${what} of the app ${clientId} expires on ${day}, in ${days} ${days === 1 ? 'day' : 'days'}.`,
    cause,
    owner: 'app-developer',
    steps: [
      { text: `Make a new ${what} for the app ${clientId} under Certificates & secrets; both work for a while.` },
      { text: 'Put it into the settings, start the service again, then remove the old one.' },
    ],
  };
}

function unknown({ clientId }: AppIdentity): DoctorFinding {
  return {
    state: 'warn',
    says: `When the client secret of the app ${clientId} expires cannot be known from here: the app may not read its own registration, and needs no right to.`,
    owner: 'app-developer',
    steps: [
      {
        text: `Look at the column Expires under Certificates & secrets of the app ${clientId}, and note the day where somebody will see it.`,
        link: {
          title: 'Certificates & secrets',
          url: `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${clientId}`,
        },
      },
    ],
  };
}
