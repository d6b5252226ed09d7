import { maskSecrets } from '../../diagnosis/secrets/mask-secrets.ts';
import { appIdsCheck } from './checks/app-ids.ts';
import { botAppCheck } from './checks/bot-app.ts';
import { clockCheck } from './checks/clock.ts';
import { deploymentCheck } from './checks/deployment.ts';
import { endpointCheck } from './checks/endpoint.ts';
import { manifestCheck } from './checks/manifest.ts';
import { oauthConnectionCheck } from './checks/oauth-connection.ts';
import { redirectUriCheck } from './checks/redirect-uri.ts';
import { sandboxCheck } from './checks/sandbox.ts';
import { secretExpiryCheck } from './checks/secret-expiry.ts';
import { settingsCheck } from './checks/settings.ts';
import { signInCheck } from './checks/sign-in.ts';
import { signInAppCheck } from './checks/sign-in-app.ts';
import { storeCheck } from './checks/store.ts';
import { tenantCheck } from './checks/tenant.ts';
import { tokenKeysCheck } from './checks/token-keys.ts';
import { type DoctorCheck, isConnected } from './doctor-check.ts';
import {
  DOCTOR_CHECKS,
  type DoctorCheckId,
  type DoctorFinding,
  type DoctorReport,
  doctorReport,
} from './doctor-report.ts';
import type { Installation } from './installation.ts';

const CHECKS: Readonly<Record<DoctorCheckId, DoctorCheck>> = {
  settings: settingsCheck,
  clock: clockCheck,
  tenant: tenantCheck,
  'bot-app': botAppCheck,
  'app-ids': appIdsCheck,
  'sign-in': signInCheck,
  'sign-in-app': signInAppCheck,
  'secret-expiry': secretExpiryCheck,
  'redirect-uri': redirectUriCheck,
  'oauth-connection': oauthConnectionCheck,
  'token-keys': tokenKeysCheck,
  store: storeCheck,
  deployment: deploymentCheck,
  endpoint: endpointCheck,
  manifest: manifestCheck,
  sandbox: sandboxCheck,
};

/** Runs the checks that have a meaning for this installation side by side; what several ask for is asked once. */
export async function runDoctor(installation: Installation): Promise<DoctorReport> {
  const { settings, now } = installation;
  const ids = DOCTOR_CHECKS.filter((id) => CHECKS[id].applies(settings));
  const results = await Promise.all(
    ids.map(async (check) => ({ check, ...(await CHECKS[check].run(installation).catch(unfinished)) })),
  );
  return doctorReport(isConnected(settings) ? 'connected' : 'local', results, now());
}

/** One check that breaks takes none of the others with it. */
function unfinished(error: unknown): DoctorFinding {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    state: 'fail',
    says: `This check could not be finished. ${maskSecrets(words)}`,
    steps: [
      { text: 'Mend what it says and run the check again; if it says nothing of use, report it as a fault of why401.' },
    ],
  };
}
