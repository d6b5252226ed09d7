import { describe, expect, it } from 'vitest';
import { cellOf, signInTable } from '../../../src/diagnosis/evidence/sign-in-table.ts';
import { original } from '../../../src/diagnosis/text/mapped-text.ts';
import { expectLinearTime } from '../../processor-time.ts';

function codes(text: string): (string | undefined)[] {
  const table = signInTable(original(text));
  return table === undefined ? [] : table.rows.map((row) => row[table.keyAt]?.text);
}

describe('tables of the sign-in log', () => {
  it.each([
    ['tabs', 'Time\tUser\tResultType\n11/22/2026, 05:12:40\ta@x.example\t500121', ['500121']],
    ['commas', 'Date (UTC),User,Sign-in error code,Failure reason\n2026-11-03,Ines,50105,"a, b"', ['50105']],
    ['semicolons', 'Datum;Benutzer;Anmeldefehlercode;Grund\n03.11.2026;Ines;50126;x', ['50126']],
    [
      'columns that are set by spaces',
      'Time                 User           ResultType  App\n2026-11-03 09:15     a@x.example    50126       Mail\n',
      ['50126', undefined],
    ],
    [
      'below a query over the same columns',
      'SigninLogs | where ResultType != "0" | project TimeGenerated, AppId, ResultType\n\nTimeGenerated [UTC]\tAppId\tResultType\n11/24/2026\tb4c0b6de\t700016',
      ['700016'],
    ],
    [
      'rows whose names only the query has',
      'SigninLogs | project TimeGenerated, App = AppDisplayName, ResultType\n\n2026-11-25T05:02  "OneDrive SyncEngine"  "50097"',
      ['50097'],
    ],
    [
      'rows with commas below a query',
      'SigninLogs | project TimeGenerated, UserPrincipalName, ResultType, DeviceDetail\n\n"2026-11-12T08:41:17Z",lea@vela.example,53003,"{""deviceId"":""""}"',
      ['53003'],
    ],
    [
      'Format-Table',
      "Get-MgAuditLogSignIn | select a,b,@{n='code';e={$_.Status.ErrorCode}},c\n\ntime    name   code reason\n----    ----   ---- ------\nMonday  Mail  50126 Error\n",
      ['50126'],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(codes(text).filter((code) => code !== '')).toEqual(expected.filter((code) => code !== undefined));
  });

  it.each([
    '{"errorCode": 50126, "a": 1, "b": 2}\n{"errorCode": 50126, "a": 1, "b": 2}',
    'error code: 50126, time, place\na, b, c',
    'SigninLogs | where ResultType != "0", a, b',
  ])('finds none in %s', (text) => expect(codes(text)).toEqual([]));

  it('hands out a cell by the name of its column', () => {
    const table = signInTable(original('Time\tUsername\tSign-in error code\n1\tines@kivi.example\t50105'));
    expect(cellOf(table!, table!.rows[0]!, /^username$/)).toBe('ines@kivi.example');
    expect(cellOf(table!, table!.rows[0]!, /^application$/)).toBeUndefined();
  });

  it.each(['resulttype\t', 'error code ', '---- ', '| project a, resulttype, b\n"a"  "b"  ', 'a  resulttype  b\n'])(
    'runs of %j take linear time',
    (unit) => expectLinearTime(unit, original, (text) => codes(text.text)),
  );
});
