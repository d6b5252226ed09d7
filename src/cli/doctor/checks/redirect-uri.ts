import type { MsalSettings, TokenServiceSettings } from '../../../settings.ts';
import { ENTRA } from '../app-token.ts';
import { botApp, signInApp } from '../apps.ts';
import type { DoctorCheck } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, refused, skipped } from '../finding.ts';
import type { Installation } from '../installation.ts';

/** Where the Bot Framework token service of the public cloud takes the answer of Entra ID. */
const TOKEN_SERVICE_REDIRECT_URI = 'https://token.botframework.com/.auth/web/redirect';
/** The same for bots whose region keeps their data there (Azure AI Bot Service, OAuth redirect URLs). */
const REGIONAL_REDIRECT_URIS = ['europe', 'unitedstates', 'india'].map(
  (region) => `https://${region}.token.botframework.com/.auth/web/redirect`,
);

/** Whether Entra ID sends people back to where the sign-in goes on. */
export const redirectUriCheck: DoctorCheck = {
  id: 'redirect-uri',
  applies: ({ signIn }) => signIn !== null,
  async run(installation) {
    const { signIn } = installation.settings;
    if (signIn === null) return skipped('The settings have to be mended first.');
    const uri = signIn.way === 'msal' ? signIn.redirectUri : TOKEN_SERVICE_REDIRECT_URI;
    const known = await registeredUris(signIn, installation);
    const registered = known === null ? null : known.includes(uri);
    if (registered === false) {
      const regional =
        signIn.way === 'token-service' ? REGIONAL_REDIRECT_URIS.find((one) => known?.includes(one)) : undefined;
      return regional === undefined
        ? missing(signIn, uri)
        : pass(`${regional} is registered, which is right for an Azure Bot of that region; a global one needs ${uri}.`);
    }
    if (signIn.way === 'msal') {
      const asked = await askEntra(signIn, installation);
      if (asked !== null) return asked;
    }
    return registered === true
      ? pass(`${uri} is registered.`)
      : skipped(
          `Whether ${uri} is registered cannot be seen from here. The app ${signIn.ssoAppId} must have exactly this redirect URI, platform Web.`,
        );
  },
};

/** `null` where the registration cannot be read. */
async function registeredUris(
  signIn: MsalSettings | TokenServiceSettings,
  { settings, registration }: Installation,
): Promise<readonly string[] | null> {
  const reader = signInApp(settings) ?? botApp(settings);
  const known = reader === null ? null : await registration(signIn.ssoAppId, reader);
  return known === null ? null : known.redirectUris;
}

/**
 * Begins a sign-in without a person (OpenID Connect Core, section 3.1.2.1: prompt=none). Entra ID sends its refusal to
 * a registered address, and shows a page of its own for one that is not. `null` where the answer tells neither.
 */
async function askEntra(
  { clientId, tenant, redirectUri }: MsalSettings,
  { network, now }: Installation,
): Promise<DoctorFinding | null> {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirectUri,
    scope: 'openid',
    prompt: 'none',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  const answer = await network({ method: 'GET', url: `${ENTRA}/${tenant}/oauth2/v2.0/authorize?${query.toString()}` });
  if (answer.kind === 'unreachable') return null;
  if (answer.location?.startsWith(`${redirectUri}?`)) return pass(`Entra ID sends people back to ${redirectUri}.`);
  if (!/AADSTS\d{5}/.test(answer.text)) return null;
  const finding = refused('Entra ID does not begin a sign-in.', answer.refusal, now());
  return finding.cause === 'redirect-uri-mismatch' || finding.cause === 'redirect-platform-mismatch'
    ? { ...finding, steps: [registerStep(clientId, redirectUri), ...(finding.steps ?? [])] }
    : finding;
}

function missing(signIn: MsalSettings | TokenServiceSettings, uri: string): DoctorFinding {
  return {
    state: 'fail',
    says: `The app ${signIn.ssoAppId} does not have the redirect URI ${uri}.`,
    cause: 'redirect-uri-mismatch',
    owner: 'app-developer',
    steps: [registerStep(signIn.ssoAppId, uri)],
  };
}

function registerStep(clientId: string, uri: string): NonNullable<DoctorFinding['steps']>[number] {
  return {
    text: `Add this redirect URI to the app ${clientId}, platform Web, exactly as it stands here.`,
    value: uri,
    link: {
      title: 'Authentication',
      url: `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Authentication/appId/${clientId}`,
    },
  };
}
