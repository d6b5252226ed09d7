import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { entraAuthority } from './entra-address.ts';

/** How the app proves to Entra ID that it is itself. */
export type AppProof =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly thumbprintSha256: string; readonly privateKey: string };

/** The app registration that people sign in to. */
export interface MsalApp {
  readonly clientId: string;
  /** Tenant id, domain, `common`, `organizations` or `consumers`. */
  readonly tenant: string;
  readonly proof: AppProof;
  /** What is asked for at first, Graph-qualified. MSAL adds openid, profile and offline_access itself. */
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** The identifier URI of the app, for which Teams issues its assertion; without it nobody signs in silently. */
  readonly identifierUri?: string;
}

/** The certificate or its key cannot be used. Its message holds nothing of either. */
export class CertificateError extends Error {
  readonly code = 'WHY401_CERTIFICATE_INVALID';
  constructor(message: string) {
    super(message);
    this.name = 'CertificateError';
  }
}

/**
 * @param certificate PEM, as uploaded to the app registration
 * @param privateKey PEM, its own key
 * @throws CertificateError
 */
export function certificateProof(certificate: string, privateKey: string): AppProof {
  const x509 = read('The certificate', () => new X509Certificate(certificate));
  const key = read('The private key', () => createPrivateKey(privateKey));
  if (!x509.checkPrivateKey(key)) throw new CertificateError('The private key is not the one of the certificate');
  return { kind: 'certificate', thumbprintSha256: x509.fingerprint256.replaceAll(':', '').toLowerCase(), privateKey };
}

function read<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new CertificateError(`${what} is not readable as PEM`);
  }
}

/**
 * MSAL with an empty token cache of its own. One is made for each operation: caches of two people never share a process
 * object, and what an operator changes in the registration counts from the next operation on.
 */
export function createClient(app: MsalApp, network: INetworkModule): ConfidentialClientApplication {
  const { proof } = app;
  return new ConfidentialClientApplication({
    auth: {
      clientId: app.clientId,
      authority: entraAuthority(app.tenant),
      // Graph sends claims challenges only to clients that say they can handle them.
      clientCapabilities: ['CP1'],
      ...(proof.kind === 'secret'
        ? { clientSecret: proof.secret }
        : { clientCertificate: { thumbprintSha256: proof.thumbprintSha256, privateKey: proof.privateKey } }),
    },
    system: { networkClient: network },
  });
}
