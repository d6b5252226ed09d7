import { guidFrom, LETTERS_AND_DIGITS, textFrom, URL_SAFE } from '../../../../bench/fuzz/random-text.ts';
import type { SecretKind } from '../../../../src/diagnosis/diagnosis.ts';
import { madeToken, NOW } from '../made-token.ts';

/** A credential of a paste: `told` to its owner, or only masked because it opens nothing (any more, or alone). */
export interface LabelledSecret {
  readonly kind: SecretKind;
  readonly told: boolean;
  /** Strings that may come out nowhere; several where line ends stand in it. */
  readonly never: readonly string[];
  /** ISO 8601, where the paste says it. */
  readonly expires?: string;
}

/** A paste, labelled by what Entra ID, Graph, Azure and the libraries document of its values. */
export interface LabelledPaste {
  readonly name: string;
  readonly paste: string;
  readonly secrets: readonly LabelledSecret[];
  /** Strings that say which app, tenant, request or setting it is, and must stay. */
  readonly readable: readonly string[];
}

const MIXED = 'k7Rq';

/** Generated text that surely has small and capital letters and digits. */
export function generated(seed: number, length: number, alphabet: string = LETTERS_AND_DIGITS): string {
  return MIXED + textFrom(seed, length - MIXED.length, alphabet);
}

export const guid = guidFrom;
export const base64 = (text: string): string => Buffer.from(text).toString('base64');
export const bytes = (seed: number, length: number): string => textFrom(seed, length, `${LETTERS_AND_DIGITS}+/`);
export const hex = (seed: number, length: number): string => textFrom(seed, length, '0123456789ABCDEF');

/** The value of an Entra client secret: forty characters with `Q~` in fifth place. */
export const entraSecret = (seed: number): string =>
  `${textFrom(seed, 3, LETTERS_AND_DIGITS)}8Q~${textFrom(seed + 1, 34, `${LETTERS_AND_DIGITS}_.~-`)}`;
export const refreshToken = (seed: number): string =>
  `1.A${textFrom(seed, 50, URL_SAFE)}.AgABAwEAAAB${textFrom(seed + 1, 420, URL_SAFE)}`;
export const personalRefreshToken = (seed: number): string =>
  `M.C5${10 + (seed % 80)}_BAY.0.U.-C${textFrom(seed, 180, `${LETTERS_AND_DIGITS}!*`)}$$`;
export const authorizationCode = (seed: number): string =>
  `1.A${textFrom(seed, 50, URL_SAFE)}.AgABBAIAAAB${textFrom(seed + 1, 300, URL_SAFE)}`;
export const personalCode = (seed: number): string => `M.C5${10 + (seed % 80)}_BL2.2.U.${guid(seed)}`;
export const personalTicket = (seed: number): string => `EwB${textFrom(seed, 500, `${LETTERS_AND_DIGITS}+/`)}`;

const HOUR = 3600;
const seconds = NOW / 1000;
export const IN_AN_HOUR = new Date(NOW + HOUR * 1000).toISOString();
export const AN_HOUR_AGO = new Date(NOW - HOUR * 1000).toISOString();

export const TENANT = guid(9001);
export const CLIENT = guid(9002);

const DELEGATED = {
  aud: 'https://graph.microsoft.com',
  iss: `https://sts.windows.net/${TENANT}/`,
  iat: seconds - 60,
  nbf: seconds - 60,
  appid: CLIENT,
  scp: 'User.Read Mail.Read',
  tid: TENANT,
  ver: '1.0',
};

/** A signed access token of version 1 with a signature of its own. */
export function accessToken(seed: number, exp: number = seconds + HOUR, claims: object = {}): string {
  return signed(seed, { ...DELEGATED, exp, oid: guid(seed), ...claims });
}

export const expiredToken = (seed: number): string => accessToken(seed, seconds - HOUR);

export function idToken(seed: number): string {
  return signed(seed, {
    aud: CLIENT,
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    exp: seconds + HOUR,
    nonce: guid(seed + 5),
    name: 'Ines Okafor',
    preferred_username: 'ines@contoso.example',
    tid: TENANT,
    ver: '2.0',
  });
}

export function clientAssertion(seed: number): string {
  return signed(
    seed,
    {
      aud: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
      iss: CLIENT,
      sub: CLIENT,
      jti: guid(seed),
      exp: seconds + HOUR,
    },
    { alg: 'PS256', typ: 'JWT', 'x5t#S256': 'A1bC2dE3fG4hI5jK6lM7nO8pQ9rS0tU1vW2xY3zA4b5' },
  );
}

function signed(seed: number, payload: object, header?: object): string {
  const token = header === undefined ? madeToken(payload) : madeToken(payload, header);
  return `${token.slice(0, token.lastIndexOf('.'))}.${textFrom(seed, 342, URL_SAFE)}`;
}

/** Of five parts: encrypted for the API, as exchanges of Microsoft's own services are. */
export function encryptedToken(seed: number): string {
  const header = Buffer.from('{"alg":"RSA-OAEP","enc":"A256CBC-HS512","kid":"K1"}').toString('base64url');
  const part = (at: number, length: number): string => textFrom(seed + at, length, URL_SAFE);
  return `${header}.${part(1, 342)}.${part(2, 22)}.${part(3, 600)}.${part(4, 43)}`;
}

/** What of a compact token may come out nowhere: its signature and its claims, cut as the line ends cut them. */
export function tokenPieces(token: string): readonly string[] {
  const [, payload = '', ...rest] = token.split('.');
  return [payload.slice(0, 40), payload.slice(-40), rest.at(-1)!.slice(0, 24), rest.at(-1)!.slice(-16)];
}

export function told(kind: SecretKind, value: string, expires?: string): LabelledSecret {
  return { kind, told: true, never: [value], ...(expires === undefined ? {} : { expires }) };
}

export function masked(kind: SecretKind, ...never: readonly string[]): LabelledSecret {
  return { kind, told: false, never };
}

export function toldToken(kind: SecretKind, token: string, expires: string | undefined = IN_AN_HOUR): LabelledSecret {
  return { kind, told: true, never: tokenPieces(token), ...(expires === undefined ? {} : { expires }) };
}

export function paste(
  name: string,
  text: string,
  secrets: readonly LabelledSecret[],
  readable: readonly string[] = [],
): LabelledPaste {
  return { name, paste: text, secrets, readable };
}
