import type { FindableCauseId } from '../../../diagnosis/cause-id.ts';
import { isPlaceholder } from '../../../settings/value-forms.ts';
import { type DeploymentParameters, deploymentParameters } from '../deployment-parameters.ts';
import { type DoctorCheck, isConnected } from '../doctor-check.ts';
import type { DoctorFinding } from '../doctor-report.ts';
import { pass, skipped } from '../finding.ts';
import type { Installation } from '../installation.ts';

/** Whether the parameters of the deployment say the same as the settings: both describe one installation. */
export const deploymentCheck: DoctorCheck = {
  id: 'deployment',
  applies: isConnected,
  async run(installation) {
    const { path, named } = installation.deployment;
    const compared = (await deploymentParameters(path)).flatMap((parameters) => {
      const pairs = pairsOf(parameters, installation);
      const wrong = pairs.filter(({ fits }) => !fits);
      return pairs.length === 0 ? [] : [{ file: parameters.file, right: pairs.length - wrong.length, wrong }];
    });
    // Several sizes of one installation stand beside each other: the one that says most of it was used.
    const [best] = compared.toSorted((one, other) => other.right - one.right || one.wrong.length - other.wrong.length);
    if (best === undefined) {
      return skipped(
        named
          ? `${path} has no parameter that the settings have too.`
          : `No parameters file in ${path} is filled in; --parameters names the one that was deployed.`,
      );
    }
    return best.wrong.length === 0
      ? pass(`The parameters in ${best.file} say the same as the settings.`)
      : mismatch(best.file, best.wrong, named);
  },
};

/** Of a file that nobody named it is not known whether it was deployed: that warns. */
function mismatch(file: string, wrong: readonly Pair[], named: boolean): DoctorFinding {
  const cause = wrong.find((pair) => pair.cause !== undefined)?.cause;
  return {
    state: named ? 'fail' : 'warn',
    says: wrong
      .map(({ parameter, found, setting, value }) => `In ${file}, ${parameter} is ${found} and ${setting} is ${value}.`)
      .join(' '),
    ...(cause === undefined ? {} : { cause }),
    steps: [
      {
        text: 'Let both say what is right, then deploy again or start the service again. If that file is not the one that was deployed, name the one that was.',
        value: 'why401 doctor --parameters FILE',
      },
    ],
  };
}

interface Pair {
  readonly parameter: string;
  readonly found: string;
  readonly setting: string;
  readonly value: string;
  readonly fits: boolean;
  readonly cause?: FindableCauseId;
}

interface Comparable {
  /** As the templates call it. */
  readonly parameters: readonly string[];
  readonly setting: string;
  readonly value: string | undefined;
  /** Ids and hosts are the same in any case; a connection's name is not. */
  readonly exact: boolean;
  readonly cause?: FindableCauseId;
}

function comparables({ settings: { signIn, bot }, publicUrl }: Installation): readonly Comparable[] {
  const service = signIn?.way === 'token-service' ? signIn : undefined;
  const msal = signIn?.way === 'msal' ? signIn : undefined;
  return [
    {
      parameters: ['oauthConnectionName', 'oauthConnection'],
      setting: 'WHY401_OAUTH_CONNECTION',
      value: service?.connectionName,
      exact: true,
      cause: 'bot-oauth-connection',
    },
    {
      parameters: ['ssoAppId', 'msalClientId'],
      setting: msal === undefined ? 'WHY401_SSO_APP_ID' : 'WHY401_MSAL_CLIENT_ID',
      value: signIn?.ssoAppId,
      exact: false,
      cause: 'bot-sso-misconfigured',
    },
    { parameters: ['ssoTenant', 'msalTenant'], setting: 'WHY401_MSAL_TENANT', value: msal?.tenant, exact: false },
    {
      parameters: ['msalAppIdUri'],
      setting: 'WHY401_MSAL_APP_ID_URI',
      value: msal?.appIdUri,
      exact: false,
      cause: 'bot-sso-misconfigured',
    },
    {
      parameters: ['publicUrl'],
      setting: 'WHY401_PUBLIC_URL',
      value: publicUrl ?? undefined,
      exact: false,
      cause: 'redirect-uri-mismatch',
    },
    { parameters: ['signIn'], setting: 'WHY401_SIGN_IN', value: signIn?.way, exact: false },
    { parameters: ['botAppId', 'microsoftAppId'], setting: 'MicrosoftAppId', value: bot?.appId, exact: false },
  ];
}

/**
 * The parameters that are filled in and have a setting beside them. A file that has none of its own is a sample that
 * nobody filled in, whatever its template takes by itself.
 */
function pairsOf({ values, defaults }: DeploymentParameters, installation: Installation): Pair[] {
  const filled = comparables(installation).flatMap((comparable) => pairIn(values, comparable));
  if (filled.length === 0) return [];
  const given = new Set(filled.map(({ setting }) => setting));
  const taken = comparables(installation)
    .filter(({ setting, parameters }) => !given.has(setting) && !parameters.some((name) => values.has(name)))
    .flatMap((comparable) => pairIn(defaults, comparable));
  return [...filled, ...taken];
}

function pairIn(values: ReadonlyMap<string, unknown>, comparable: Comparable): Pair[] {
  const { parameters, setting, value, exact, cause } = comparable;
  const parameter = parameters.find((name) => values.has(name));
  const found = parameter === undefined ? undefined : values.get(parameter);
  if (parameter === undefined || value === undefined || typeof found !== 'string') return [];
  // An expression (`[subscription().tenantId]`) is worked out by Azure.
  if (found.trim() === '' || isPlaceholder(found) || found.startsWith('[')) return [];
  const [one, other] = [found, value].map((text) => (exact ? text : text.toLowerCase().replace(/\/$/, '')));
  return [
    {
      parameter,
      found: found.slice(0, 120),
      setting,
      value,
      fits: one === other,
      ...(cause === undefined ? {} : { cause }),
    },
  ];
}
