import { readFile } from 'node:fs/promises';
import type { SignInWiring } from '../bot/create-bot.ts';
import { createGraph } from '../graph/graph-client.ts';
import { createMsalSignIn, type MsalSignIn } from '../identity/msal/create-msal-sign-in.ts';
import { type AppProof, certificateProof } from '../identity/msal/msal-app.ts';
import { BASE_SCOPES } from '../identity/sign-in.ts';
import { createTokenServiceSignIn } from '../identity/token-service/token-service-sign-in.ts';
import { meteredSignIn } from '../metrics/metered-sign-in.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { AppCredential, MsalSettings, SignInSettings } from '../settings.ts';
import type { Store } from '../storage/store.ts';

export interface SignInSurroundings {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly metrics: Metrics;
}

/** A sign-in, ready for the bot; `pages` where it has pages of its own in the browser. */
export interface WiredSignIn {
  readonly wiring: SignInWiring;
  readonly pages?: MsalSignIn;
}

/**
 * Sign-in at a real tenant, as the settings say.
 *
 * @throws CertificateError, or what reading the certificate's files throws
 */
export async function tenantSignIn(settings: SignInSettings, around: SignInSurroundings): Promise<WiredSignIn> {
  const { store, now, metrics } = around;
  const graph = createGraph({ fetch, now, onCall: metrics.onGraphCall });
  if (settings.way === 'token-service') {
    const { connectionName } = settings;
    return {
      wiring: {
        graph,
        by: (client) =>
          meteredSignIn(
            createTokenServiceSignIn({ connectionName, client, state: store.state, now }),
            metrics.onSignIn,
          ),
      },
    };
  }
  const pages = await msalSignIn(settings, around);
  return { wiring: { graph, by: meteredSignIn(pages, metrics.onSignIn) }, pages };
}

async function msalSignIn(settings: MsalSettings, { store, now }: SignInSurroundings): Promise<MsalSignIn> {
  const { clientId, tenant, credential, publicUrl, redirectUri, tokenKeys, appIdUri } = settings;
  const app = {
    clientId,
    tenant,
    proof: await proofOf(credential),
    scopes: [...BASE_SCOPES],
    redirectUri,
    ...(appIdUri === undefined ? {} : { identifierUri: appIdUri }),
  };
  return createMsalSignIn({ app: () => app, publicUrl, tokenKeys, store, now });
}

async function proofOf(credential: AppCredential): Promise<AppProof> {
  if (credential.kind === 'secret') return { kind: 'secret', secret: credential.secret };
  const [certificate, privateKey] = await Promise.all([
    readFile(credential.certificateFile, 'utf8'),
    readFile(credential.privateKeyFile, 'utf8'),
  ]);
  return certificateProof(certificate, privateKey);
}
