import type { PatchLanguage } from '../../../../src/diagnosis/diagnosis.ts';
import type { Values } from '../../../../src/diagnosis/facts/facts.ts';
import { type PatchValues, patchValues } from '../../../../src/diagnosis/fix/patch-values.ts';
import { PATCHES } from '../../../../src/diagnosis/fix/patches/index.ts';
import { PATCH_IDS, type PatchId } from '../../../../src/diagnosis/fix/patches/patch-id.ts';

export const REAL: Values = {
  clientId: '6731de76-14a6-49ae-97bc-6eba6914391e',
  tenant: 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
  authorityTenant: 'organizations',
  loginHost: 'login.microsoftonline.com',
  redirectUri: 'https://calendar.contoso.com/auth/callback',
  scopes: [
    'Calendars.ReadWrite',
    'https://graph.microsoft.com/Mail.Send',
    'offline_access',
    'api://orders/Orders.Read',
  ],
  host: 'graph.microsoft.com',
  method: 'POST',
  path: '/v1.0/me/events',
  user: "o'brien@contoso.com",
  mailbox: 'room-1@contoso.com',
  connectionName: 'Graph sign-in',
  botAppId: '11112222-bbbb-3333-cccc-4444dddd5555',
};

export const GOVERNMENT: Values = {
  clientId: REAL.clientId ?? '',
  tenant: 'fabrikam.onmicrosoft.us',
  authorityTenant: 'fabrikam.onmicrosoft.us',
  loginHost: 'login.microsoftonline.us',
  host: 'graph.microsoft.us',
  path: '/beta/users/room-1@fabrikam.us/calendar/events',
  method: 'GET',
};

/** Characters that end literals or start evaluation in one language or another, past the first check. */
export const HOSTILE = `x'"\`\\$(touch pwned)\${1+1}#{2}%s{0}";--'''"""\n\r\u2028\u2019 end`;

export function hostileValues(text: string): PatchValues {
  const sound = patchValues(REAL);
  return {
    ...sound,
    scopes: [`${sound.graph}/${text}`],
    otherScopes: [text],
    redirectUri: text,
    redirectPath: text,
    method: text,
    url: `https://graph.microsoft.com/v1.0/me/${text}`,
    calledUrl: `https://graph.microsoft.com/v1.0/me/${text}`,
    userUrl: `https://graph.microsoft.com/v1.0/users/${text}`,
    mailbox: text,
    connectionName: text,
  };
}

export interface WrittenPatch {
  /** `{id}.{sample}` */
  readonly name: string;
  readonly id: PatchId;
  readonly sample: string;
  readonly code: string;
}

const SAMPLES: Readonly<Record<string, PatchValues>> = {
  placeholders: patchValues({}),
  real: patchValues(REAL),
  government: patchValues(GOVERNMENT),
};

/** Every patch of a language, with placeholders, real values and those of a national cloud. */
export function written(language: PatchLanguage, samples = SAMPLES): WrittenPatch[] {
  return Object.entries(samples).flatMap(([sample, values]) =>
    PATCH_IDS.flatMap((id): WrittenPatch[] => {
      const write = PATCHES[id][language];
      return write === undefined ? [] : [{ name: `${id}.${sample}`, id, sample, code: write(values) }];
    }),
  );
}

export function writtenHostile(language: PatchLanguage, text = HOSTILE): WrittenPatch[] {
  return written(language, { hostile: hostileValues(text) });
}
