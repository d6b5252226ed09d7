import { describe, expect, it } from 'vitest';
import { authorizationHeaders } from '../../../../src/diagnosis/evidence/http/authorization-header.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const JWT = `eyJ0eXAiOiJKV1QifQ.${'eyJhdWQiOiJ4In0'.repeat(4)}.c2lnbmF0dXJl`;
const OPAQUE = `EwB${'4A8l6BAAUO9chh8cJscQLmU+LSWpbnr0vmwwAA'.repeat(4)}`;
const states = (text: string): string[] => authorizationHeaders(original(text), 10).map(({ state }) => state);

describe('a token on the line below its scheme', () => {
  it.each([
    ['a JWT', `Authorization: Bearer\n${JWT}\n\nHTTP/1.1 401`],
    ['behind spaces', `Authorization: Bearer \r\n  ${JWT}`],
    ['of a personal account', `Authorization: Bearer\n${OPAQUE}`],
    ['in a command', `curl -H "Authorization:\nBearer\n${JWT}" https://graph.microsoft.com/v1.0/me`],
  ])('is sent: %s', (_, text) => {
    expect(states(text)).toEqual(['token']);
  });

  it.each([
    ['nothing below', 'Authorization: Bearer\n'],
    ['the next header', 'Authorization: Bearer\nAccept: application/json'],
    ['a blank line before it', `Authorization: Bearer\n\n${JWT}`],
    ['a word', 'Authorization: Bearer\nunauthorized'],
  ])('is none: %s', (_, text) => {
    expect(states(text)).toEqual(['empty']);
  });
});
