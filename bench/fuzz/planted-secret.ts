import fc from 'fast-check';

/** A secret as it stands in a paste, and the pieces of it that may appear nowhere in an answer. */
export interface PlantedSecret {
  /** The text with its surroundings, as people paste it. */
  readonly text: string;
  /** Pieces of at least twelve characters. */
  readonly pieces: readonly string[];
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function letters(length: number, more = ''): fc.Arbitrary<string> {
  const all = [...(ALPHABET + more)];
  return fc.array(fc.constantFrom(...all), { minLength: length, maxLength: length }).map((found) => found.join(''));
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const jwt: fc.Arbitrary<PlantedSecret> = fc
  .record({
    signature: letters(86, '-_'),
    oid: fc.uuid(),
    exp: fc.integer({ min: 1_500_000_000, max: 2_000_000_000 }),
    aud: fc.constantFrom(
      'https://graph.microsoft.com',
      'api://7d1f0c9e-5a0b-4a5c-8f65-0f0a4f3f1c22',
      '00000003-0000-0000-c000-000000000000',
    ),
    around: fc.constantFrom(
      'Authorization: Bearer %',
      '"access_token":"%"',
      'access_token=%',
      '%',
      "token = '%'",
      'curl -H "Authorization: Bearer %" https://graph.microsoft.com/v1.0/me',
    ),
  })
  .map(({ signature, oid, exp, aud, around }) => {
    const payload = base64url({
      aud,
      exp,
      oid,
      scp: 'User.Read',
      iss: 'https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/',
    });
    const token = `${base64url({ typ: 'JWT', alg: 'RS256', kid: 'abc' })}.${payload}.${signature}`;
    return { text: around.replace('%', token), pieces: [signature, payload] };
  });

function named(value: fc.Arbitrary<string>, ...around: string[]): fc.Arbitrary<PlantedSecret> {
  return fc
    .tuple(value, fc.constantFrom(...around))
    .map(([secret, frame]) => ({ text: frame.replace('%', secret), pieces: [secret] }));
}

const clientSecret = named(
  fc.tuple(letters(3), letters(34, '-_.~')).map(([head, tail]) => `${head}8Q~${tail}`),
  'client_secret=%&grant_type=client_credentials',
  '"client_secret": "%"',
  'clientSecret: "%",',
  'AZURE_CLIENT_SECRET=%',
  'MicrosoftAppPassword=%',
  "client_credential='%'",
  'secret is %',
);

const refreshToken = named(
  fc.tuple(fc.constantFrom('0.AX', '1.AX', 'M.C546_BL2.0.U.-C'), letters(180, '-_')).map(([head, tail]) => head + tail),
  'refresh_token=%&client_id=x',
  '"refresh_token":"%"',
  "'refresh_token': '%'",
);

const code = named(
  letters(120, '-_').map((tail) => `0.AX${tail}`),
  'http://localhost:5000/callback?code=%&state=1',
  'grant_type=authorization_code&code=%&redirect_uri=http%3A%2F%2Flocalhost',
);
const cookie = named(
  letters(90),
  'Cookie: ESTSAUTHPERSISTENT=%; path=/',
  'Set-Cookie: .AspNetCore.Cookies=%; HttpOnly',
);
const password = named(
  // A dollar sign in front makes the name of a variable.
  fc.tuple(letters(1), letters(13, '!$')).map(([head, tail]) => `${head}${tail}7!x9`),
  'grant_type=password&username=a@contoso.com&password=%&scope=x',
  '"password": "%"',
  'pwd=%;',
);
const sas = named(letters(43), 'https://x.blob.core.windows.net/a/b?sv=2024-01-01&sig=%');
const verifier = named(letters(64, '-_'), 'code_verifier=%&client_id=x');
const githubToken = named(
  letters(36).map((tail) => `ghp_${tail}`),
  'Authorization: token %',
  'GITHUB_TOKEN=%',
);

export const plantedSecret: fc.Arbitrary<PlantedSecret> = fc.oneof(
  jwt,
  clientSecret,
  refreshToken,
  code,
  cookie,
  password,
  sas,
  verifier,
  githubToken,
);
