import type { AppIdentity } from '../app-token.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, refused, skipped } from '../finding.ts';
import type { Installation } from '../installation.ts';
import { isDiscovery } from './tenant.ts';

/** Whether Entra ID gives the app a token for its credential. */
export async function credentialFinding(
  what: string,
  app: AppIdentity,
  scope: string,
  { discovery, appToken, now }: Installation,
): Promise<DoctorFinding> {
  if (!isDiscovery(await discovery(app.tenant)))
    return skipped(`The check of the tenant ${app.tenant} has to pass first.`);
  const token = await appToken(app, scope);
  switch (token.kind) {
    case 'token':
      return pass(`${what} ${app.clientId} gets a token for its ${app.proof.kind}.`);
    case 'unusable':
      return {
        state: 'fail',
        says: token.says,
        cause: 'client-assertion-invalid',
        owner: 'app-developer',
        steps: [
          {
            text: 'Let WHY401_MSAL_CERTIFICATE_FILE be the certificate and WHY401_MSAL_PRIVATE_KEY_FILE its own private key, both in PEM and readable by the service.',
          },
        ],
      };
    case 'refused':
      return refused(`Entra ID gives ${what.toLowerCase()} ${app.clientId} no token.`, token.exchange.refusal, now());
  }
}
