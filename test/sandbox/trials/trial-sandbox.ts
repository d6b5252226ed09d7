import { createHash, generateKeyPairSync } from 'node:crypto';
import type { SandboxControl } from '../../../src/sandbox/control/sandbox-control.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { SAMPLE_IDS } from '../../../src/sandbox/world/sample-ids.ts';
import type { SandboxPerson, World } from '../../../src/sandbox/world/world.ts';

/** The certificate that the client signs with: registered in the world of every trial. */
export interface ClientKey {
  readonly thumbprintSha256: string;
  readonly privateKey: string;
}

export interface TrialSandbox {
  readonly origin: string;
  readonly world: World;
  readonly control: SandboxControl;
  readonly sandbox: Sandbox;
  readonly clientKey: ClientKey;
  /** The world's clock. */
  now(): number;
  /** Moves the world's clock on. */
  forward(ms: number): void;
  person(name: 'ada' | 'ben' | 'chloe' | 'rosa' | 'noor'): SandboxPerson;
  close(): Promise<void>;
}

/** A key is made once for all trials: that takes longer than everything else. */
let key: { readonly privateKey: string; readonly publicKey: string } | undefined;

/** A freshly started sandbox with all its parts. */
export async function startTrialSandbox(): Promise<TrialSandbox> {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const sandbox = await startSandbox({ port: 0, now });
  const { world } = sandbox;
  return {
    origin: sandbox.origin,
    world,
    sandbox,
    control: sandbox.control,
    clientKey: registerKey(world),
    now,
    forward(ms) {
      ahead += ms;
    },
    person(name) {
      const oid = name === 'rosa' ? SAMPLE_IDS.rosaAsGuest : SAMPLE_IDS[name];
      const found = world.people.find((person) => person.oid === oid);
      if (found === undefined) throw new Error(`No ${name} in the world`);
      return found;
    },
    close: () => sandbox.close(),
  };
}

function registerKey(world: World): ClientKey {
  key ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const digest = createHash('sha256').update(key.publicKey).digest();
  world.apps[0]?.certificates.push({
    thumbprint: digest.toString('base64url'),
    publicKey: key.publicKey,
    expires: Date.now() + 3_600_000,
  });
  return { thumbprintSha256: digest.toString('hex'), privateKey: key.privateKey };
}
