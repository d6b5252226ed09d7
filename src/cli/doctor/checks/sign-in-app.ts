import { signInApp } from '../apps.ts';
import type { DoctorCheck } from '../doctor-check.ts';
import { skipped } from '../finding.ts';
import { GRAPH_SCOPE } from '../registration.ts';
import { credentialFinding } from './credential.ts';

/** Whether the app that people sign in to by MSAL has a credential that works. */
export const signInAppCheck: DoctorCheck = {
  id: 'sign-in-app',
  applies: ({ signIn }) => signIn?.way === 'msal',
  async run(installation) {
    const { signIn } = installation.settings;
    const app = signInApp(installation.settings);
    if (app !== null) return credentialFinding('The app that people sign in to', app, GRAPH_SCOPE, installation);
    const tenant = signIn?.way === 'msal' ? signIn.tenant : '';
    return skipped(
      `Whether the credential works cannot be seen from here: no app gets a token of its own from ${tenant}.`,
    );
  },
};
