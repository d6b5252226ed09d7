import { describe, expect, it } from 'vitest';
import { commandValues } from '../../../../src/diagnosis/evidence/settings/command-values.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';
import { expectLinearTime } from '../../../processor-time.ts';

const APP = '4b2f1d0a-8f7e-4a86-9c55-1f6a0f7f2d31';
const values = (text: string): string[] => {
  const found: string[] = [];
  commandValues(original(text), (name, _, each) => void found.push(`${name}: ${each.join()}`));
  return found;
};

describe('values of commands and calls', () => {
  it.each([
    [`az ad app credential list --id ${APP} -o table`, [`client-id: ${APP}`]],
    [`az ad sp show --id "${APP}"`, [`client-id: ${APP}`]],
    [
      `Test-ApplicationAccessPolicy -Identity leitung@sandberg.example -AppId ${APP}`,
      [`client-id: ${APP}`, 'mailbox: leitung@sandberg.example'],
    ],
    [
      'Test-ServicePrincipalAuthorization -Identity "Sync" -Resource empfang@goldbach.example',
      ['mailbox: empfang@goldbach.example'],
    ],
  ])('reads %s', (text, expected) => expect(values(text).sort()).toEqual(expected));

  it.each(['az ad app show --id planner', 'Test-ApplicationAccessPolicy -Identity Sales'])(
    'reads nothing of %s',
    (text) => expect(values(text)).toEqual([]),
  );

  it.each(['az ad app ', 'az ad sp x --id ', 'test-applicationaccesspolicy -identity '])(
    'runs of %j take linear time',
    (unit) => expectLinearTime(unit, original, (text) => values(text.text)),
  );
});
