import type { Owner } from '../diagnosis/cause-id.ts';
import type { PatchLanguage, SecretKind, Verdict } from '../diagnosis/diagnosis.ts';

/** How a verdict is said, and the tone that a client colours it with. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly label: string; readonly tone: Tone }>> = {
  certain: { label: 'Certain', tone: 'good' },
  likely: { label: 'Likely', tone: 'accent' },
  possible: { label: 'Possible', tone: 'warning' },
  undecided: { label: 'Not enough to tell', tone: 'neutral' },
};

/** Names of meanings, not of colours: each client has its own palette, light and dark. */
export type Tone = 'good' | 'accent' | 'warning' | 'attention' | 'neutral';

export const OWNER_WORDS: Readonly<Record<Owner, { readonly label: string; readonly line: string }>> = {
  'end-user': { label: 'the person who signs in', line: 'The person who signs in can fix this.' },
  'app-developer': { label: 'the app’s developer', line: 'The app’s developer can fix this.' },
  'tenant-admin': {
    label: 'an administrator of the tenant',
    line: 'An administrator of the tenant (the organisation) has to act.',
  },
  microsoft: { label: 'Microsoft', line: 'Only Microsoft can fix this; the steps say how to get through meanwhile.' },
  'identity-provider': {
    label: 'the organisation’s identity provider',
    line: 'Whoever runs the organisation’s own identity provider (federation) has to act.',
  },
};

export const LANGUAGE_WORDS: Readonly<Record<PatchLanguage, string>> = {
  python: 'Python',
  node: 'JavaScript',
  csharp: 'C#',
  java: 'Java',
  powershell: 'PowerShell',
  curl: 'curl',
  json: 'Settings (JSON)',
};

export const SECRET_WORDS: Readonly<Record<SecretKind, string>> = {
  'access-token': 'an access token',
  'id-token': 'an ID token',
  'refresh-token': 'a refresh token',
  'authorization-code': 'an authorization code',
  'device-code': 'a device code',
  'code-verifier': 'a PKCE code verifier',
  'client-secret': 'a client secret',
  'client-assertion': 'a client assertion',
  'user-assertion': 'a user assertion',
  cookie: 'a session cookie',
  'sas-signature': 'a SAS signature',
  password: 'a password',
  'download-link': 'a download link that grants access',
  'api-key': 'an API key',
  'private-key': 'a private key',
};
