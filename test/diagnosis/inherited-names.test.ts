import { describe, expect, it } from 'vitest';
import { ROOT_CAUSES } from '../../src/diagnosis/causes/index.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { diagnosisText } from '../../src/presentation/cards/diagnosis/diagnosis-text.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

/** What every object of JavaScript answers to, though nobody put it there: no table of ours may. */
const INHERITED = ['constructor', '__proto__', 'toString'] as const;

/** The places of values: after an equals sign, in quotes, and ids. */
const VALUES =
  /(?<==)[^&\s"',]{1,200}|(?<=["'])[\w.:/-]{1,80}(?=["'])|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

function everyWordOf(paste: string): string {
  const diagnosis = diagnose(paste, { now: NOW });
  return `${JSON.stringify(diagnosis)}\n${diagnosisText(diagnosis)}`;
}

describe.each(INHERITED)('%s in the place of a value', (name) => {
  it.each([
    [
      'a grant',
      `GET https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token?grant_type=${name}\n\nHTTP/1.1 400`,
    ],
    [
      'a resource',
      `AADSTS65005: The application 'planner' asked for scope 'Plan.Read' that doesn't exist on the resource '${name}'.`,
    ],
    ['a client', `WWW-Authenticate: Bearer client_id="${name}", error="invalid_token"\nHTTP/1.1 401`],
    ['a cmdlet', `Get-MgUser${name}_List: Insufficient privileges to complete the operation.`],
  ])('is no more than %s', (_, paste) => {
    expect(everyWordOf(paste)).not.toMatch(/native code|\[object/);
  });

  it('changes no paste that we have into a failure', () => {
    for (const { hits } of Object.values(ROOT_CAUSES))
      for (const { paste } of hits) {
        const changed = paste.replace(VALUES, name);
        expect(everyWordOf(changed), changed).not.toMatch(/native code|\[object/);
      }
  });
});
