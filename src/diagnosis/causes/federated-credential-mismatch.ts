import type { FixStep } from '../diagnosis.ts';
import type { Facts } from '../facts/facts.ts';
import { foreignAssertion } from './credentials/own-assertion.ts';
import type { RootCause, Signal } from './root-cause.ts';
import { retold, told } from './words/told.ts';
import { theApp, withValue } from './words/wording.ts';

/** What azure/login prints of the token before it signs in. */
type PresentedName = 'presented-subject' | 'presented-issuer' | 'presented-audience';

function presented(facts: Facts): {
  subject?: string | undefined;
  issuer?: string | undefined;
  audience?: string | undefined;
} {
  const text = facts
    .of('aadsts')
    .map((item) => item.message)
    .join(' ');
  const find = (pattern: RegExp) => pattern.exec(text)?.[1];
  const printed = (name: PresentedName) => facts.of('setting').find((item) => item.name === name)?.values[0];
  return {
    subject: find(/[Ss]ubject:? '([^'\n]{3,300})'/) ?? printed('presented-subject'),
    issuer: find(/[Ii]ssuer:? '([^'\n]{3,300})'/) ?? printed('presented-issuer'),
    audience: find(/[Aa]udience:? '([^'\n]{3,300})'/) ?? printed('presented-audience'),
  };
}

const IN_JSON = /^[\w.:/@*-]{3,200}$/;
const OF_GITHUB = /^repo:/;
const GITHUB = 'https://token.actions.githubusercontent.com';
const OF_A_CLUSTER = /^system:serviceaccount:/;
/** Runs of GitHub, GitLab, Azure DevOps and Terraform: settings of a pipeline, and no code that reads a file. */
const OF_A_PIPELINE =
  /^(?:repo|project_path|sc|organization):|^https:\/\/(?:token\.actions\.githubusercontent|vstoken\.dev\.azure|app\.terraform)\./;

/** The command that makes the credential for the token that came, where subject and issuer are known. */
function toMakeIt(facts: Facts): FixStep[] {
  const { subject, issuer, audience = 'api://AzureADTokenExchange' } = presented(facts);
  const from = issuer ?? (OF_GITHUB.test(subject ?? '') ? GITHUB : undefined);
  if (subject === undefined || from === undefined || ![subject, from, audience].every((it) => IN_JSON.test(it)))
    return [];
  const name = subject
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
  return [
    {
      text: 'Where none of them is for this run, make one from what it presents:',
      value: `az ad app federated-credential create --id ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} --parameters '${JSON.stringify({ name, issuer: from, subject, audiences: [audience] })}'`,
    },
  ];
}

/** The subject of the run against the one of the credential: both stand in the paste and differ. */
function twoSubjects(facts: Facts): Signal | undefined {
  const stated = facts.of('setting').filter((item) => item.name === 'federated-subject');
  const subjects = [...new Set(stated.flatMap((item) => item.values))];
  if (subjects.length !== 2) return undefined;
  return {
    strength: 'strong',
    at: stated.at(-1)?.span,
    says: `Two subjects stand in this and differ: ${subjects.join(' and ')}`,
  };
}

export const federatedCredentialMismatch: RootCause = {
  id: 'federated-credential-mismatch',
  title: 'The federated credential does not match the token presented',
  owner: 'app-developer',
  explanation:
    'Without a secret, an outside system (GitHub Actions, Kubernetes, another cloud) presents its own token, and Entra ID compares issuer, subject and audience with the federated credentials of the app: every character and upper case count. The subject changes with the branch, tag, environment or pull request of the run, or with the namespace and name of the service account. A new credential takes some minutes to work.',
  symptoms: [
    'AADSTS700213 «No matching federated identity record found for presented assertion subject»',
    'AADSTS700211 (issuer), AADSTS700212 (audience)',
    'AADSTS70021 in older texts',
  ],
  explains: ['client-assertion-invalid', 'token-missing', 'token-malformed'],
  rules: [
    {
      kind: 'code',
      codes: [700211, 700212, 700213, 70021, 7002137, 7002138, 70025, 700222, 700223, 700229, 700238, 7002381],
      strength: 'decisive',
      says: (_, code) => `AADSTS${code.code}: the token presented matches no federated credential of the app`,
    },
    { kind: 'facts', onlyWith: { settings: ['federated-subject'] }, test: twoSubjects },
    {
      // GitHub's issuer has no slash at the end (GitHub docs, «About security hardening with OpenID Connect»).
      kind: 'phrase',
      phrases: ['https://token.actions.githubusercontent.com/"', "https://token.actions.githubusercontent.com/'"],
      strength: 'strong',
      when: (facts) => facts.of('aadsts').length === 0,
      says: 'The issuer of the credential ends with a slash, and the issuer of GitHub Actions does not',
    },
    {
      kind: 'phrase',
      phrases: ['no matching federated identity record found', 'no configured federated identity credentials'],
      strength: 'decisive',
      says: 'Entra ID found no federated credential that matches',
    },
    {
      // The token of another issuer in place of the app's own assertion: what Entra ID compares are its issuer, subject and audience.
      kind: 'facts',
      onlyWith: { evidence: ['token'] },
      test: (facts) => {
        const foreign = foreignAssertion(facts);
        const refused = facts
          .of('oauth-error')
          .some((item) => item.error === 'invalid_client' && item.description === '');
        if (foreign === undefined || !refused || facts.of('aadsts').length > 0) return undefined;
        return {
          strength: 'fair',
          at: foreign.span,
          says: `The app proves itself by a token of ${foreign.claims.iss}, and was refused without a reason: its subject is ${foreign.claims.sub}`,
        };
      },
    },
    told('federated-trust-differs', {
      errors: ['invalid_client', 'unauthorized_client'],
      says: 'The app was refused, and issuer or subject of its federated credential are in question',
    }),
    retold({
      'federated-subject-changed':
        'The subject of the federated credential names repository, branch or environment, and these are said to have changed',
    }),
  ],
  headline: (facts) => {
    const { subject, issuer, audience } = presented(facts);
    const codes = new Set(facts.of('aadsts').map(({ code }) => code));
    if (codes.has(700211) && issuer !== undefined)
      return `No federated credential of ${theApp(facts)} has the issuer ${issuer}.`;
    if (codes.has(700212) && audience !== undefined)
      return `No federated credential of ${theApp(facts)} takes the audience ${audience}.`;
    if (codes.has(7002138) && subject !== undefined)
      return `A federated credential of ${theApp(facts)} differs from the subject ${subject} in upper and lower case only, and every letter counts.`;
    const configured = facts.of('setting').find((item) => item.name === 'federated-subject')?.values[0];
    if (subject !== undefined && configured !== undefined && configured !== subject)
      return `The run presents the subject ${subject}, but the federated credential has ${configured}.`;
    return subject === undefined
      ? `No federated credential of ${theApp(facts)} matches the token that was presented.`
      : `No federated credential of ${theApp(facts)} has the subject ${subject}.`;
  },
  steps: (facts) => {
    const { subject, issuer, audience } = presented(facts);
    const from = issuer ?? (OF_GITHUB.test(subject ?? '') ? GITHUB : undefined);
    return [
      {
        text: `App registrations, ${theApp(facts)}, Certificates & secrets, Federated credentials: compare the subject, character by character${subject === undefined ? '.' : ':'}`,
        ...(subject === undefined ? {} : { value: subject }),
      },
      {
        text: `Compare the issuer (mind a slash at its end)${from === undefined ? ': it is iss of the token that the run presents.' : ':'}`,
        ...withValue(from),
      },
      { text: 'Compare the audience:', value: audience ?? 'api://AzureADTokenExchange' },
      ...toMakeIt(facts),
      ...(OF_A_CLUSTER.test(subject ?? '')
        ? [
            {
              text: 'The subject is the namespace and the name of the service account of the pod, and the issuer the one of this cluster:',
              value: 'az aks show --name CLUSTER --resource-group GROUP --query oidcIssuerProfile.issuerUrl',
            },
          ]
        : [
            {
              text: 'Make one credential for each subject: a branch, a tag, an environment and pull requests each have their own form. With «environment:» in a GitHub job, the subject names the environment, not the branch.',
            },
          ]),
      { text: 'After a change wait five minutes, then run again.' },
    ];
  },
  patches: (facts) =>
    Object.values(presented(facts)).some((value) => OF_A_PIPELINE.test(value ?? '')) ? [] : ['federated-credential'],
  check: (facts) => ({
    text: 'The list shows the subject of the run, and the run signs in:',
    command: `az ad app federated-credential list --id ${facts.values.clientId ?? 'YOUR_CLIENT_ID'} --query "[].{subject:subject,issuer:issuer,audiences:audiences}"`,
  }),
  sources: [
    {
      title: 'Workload identity federation',
      url: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation',
    },
    {
      title: 'Configure an app to trust an external identity provider',
      url: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust',
    },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: 'We renamed the branch from main to trunk, and since then the OIDC login of the pipeline to Azure fails.',
    },
    {
      paste:
        'The pipeline runs with sub "project_path:contoso/rota:ref_type:branch:ref:develop", and az ad app federated-credential list has project_path:contoso/rota:ref_type:branch:ref:main',
    },
    {
      paste: 'Workload identity: the token of the pod has sub system:serviceaccount:rota:default. invalid_client',
      verdict: 'possible',
    },
    {
      paste:
        'az ad app federated-credential create --id $APP --parameters \'{"issuer":"https://token.actions.githubusercontent.com/","subject":"repo:contoso/rota:ref:refs/heads/main"}\'\nLogin failed with Error: az exited with 1',
    },
    {
      paste:
        'Federated token details:\n subject claim - repo:contoso/rota:pull_request\nSubject identifier: repo:contoso/rota:ref:refs/heads/main\nLogin failed',
    },
    {
      paste:
        "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/rota:environment:prod'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
      verdict: 'certain',
    },
    {
      paste:
        "Error: : AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: 'https://token.actions.githubusercontent.com'. Assertion Subject: 'repo:contoso/rota:ref:refs/heads/main'. Assertion Audience: 'api://AzureADTokenExchange'.",
      verdict: 'certain',
    },
    {
      paste:
        "Federated token details:\n issuer - https://token.actions.githubusercontent.com/contoso\n subject claim - repo:contoso/rota:ref:refs/heads/main\nError: AADSTS700211: No matching federated identity record found for presented assertion issuer 'https://token.actions.githubusercontent.com/contoso'.",
      verdict: 'certain',
    },
    {
      paste:
        "AADSTS700212: No matching federated identity record found for presented assertion audience 'https://github.com/contoso'.",
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste:
        "AADSTS7000222: The provided client secret keys for app '7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22' are expired.",
      cause: 'client-secret-expired',
    },
    {
      paste: "AADSTS700021: Client assertion application identifier doesn't match 'client_id' parameter.",
      cause: 'client-assertion-invalid',
    },
  ],
};
