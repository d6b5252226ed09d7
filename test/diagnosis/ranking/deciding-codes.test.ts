import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';

const NOW = Date.UTC(2026, 10, 22);

function answer(paste: string): readonly string[] {
  const { cause, verdict } = diagnose(paste, { now: NOW });
  return [cause, verdict];
}

describe('which of several codes decides', () => {
  it('is none that is told to be over, where another service refuses now', () => {
    const jira = 'Now Jira answers 401 {"errorMessages":["You are not authenticated."]} https://x.atlassian.net/rest';
    expect(answer(`AADSTS65001 is gone since the consent. ${jira}`)).toEqual(['not-enough-evidence', 'undecided']);
    expect(answer('AADSTS65001 is gone since the consent.')[0]).toBe('consent-required');
  });

  it('is the last in time where each line has an instant', () => {
    const blocked = 'AADSTS53003: Access has been blocked';
    const unassigned = 'AADSTS50105: The signed in user is not assigned';
    expect(answer(`2026-05-04T10:09:00Z ${blocked}\n2026-05-04T10:01:00Z ${unassigned}`)[0]).toBe(
      'conditional-access-blocked',
    );
    expect(answer(`2026-05-04T10:01:00Z ${blocked}\n2026-05-04T10:09:00Z ${unassigned}`)[0]).toBe('user-not-assigned');
  });

  it('is the last in time in entries of the sign-in log, which begin with the newest', () => {
    const entry = (at: string, code: number) =>
      `{"createdDateTime":"${at}","userPrincipalName":"a@contoso.com","status":{"errorCode":${code},"failureReason":"x"}}`;
    const [later, earlier] = [entry('2026-11-24T07:00:11Z', 53003), entry('2026-11-24T06:58:11Z', 50074)];
    for (const list of [`${later},${earlier}`, `${earlier},${later}`])
      expect(answer(list)).toEqual(['conditional-access-blocked', 'certain']);
  });

  it('is not sure in lines of a log whose times cannot be compared', () => {
    const lines = 'Date\tUser\tSign-in error code\n11/24/2026, 9:14 AM\tAna\t53003\n11/24/2026, 9:12 AM\tAna\t50105';
    expect(answer(lines)[1]).toBe('likely');
  });

  it('is the last in the text where one of them has none', () => {
    expect(answer('2026-05-04T10:09:00Z AADSTS53003: Access has been blocked\nAADSTS50105: not assigned')[0]).toBe(
      'user-not-assigned',
    );
  });

  it('is one that came before one that is only named, and alone a named one is not sure', () => {
    expect(answer('AADSTS65001: nobody has consented to it here. We fixed AADSTS50011 before.')).toEqual([
      'consent-required',
      'certain',
    ]);
    expect(answer('Last week it was AADSTS50011, what is that?')).toEqual(['redirect-uri-mismatch', 'likely']);
  });

  it('is none that people only talk about', () => {
    expect(answer('Release 2.3: fixed AADSTS7000222')).toEqual(['not-enough-evidence', 'undecided']);
    expect(answer('See the docs for AADSTS50011')).toEqual(['not-enough-evidence', 'undecided']);
    expect(answer('changelog: handle AADSTS65001 gracefully')).toEqual(['not-enough-evidence', 'undecided']);
    expect(answer('we get AADSTS50011 since the release')).toEqual(['redirect-uri-mismatch', 'certain']);
  });

  it('is the one with its sentence where another is only a number, and not surely', () => {
    const said = 'AADSTS65001: The user or administrator has not consented';
    expect(answer(`${said}\nSimilar: AADSTS50011`)).toEqual(['consent-required', 'likely']);
    expect(answer(`${said}\nNow it is AADSTS50011`)).toEqual(['redirect-uri-mismatch', 'certain']);
  });

  it('is no more sure where two apps were refused', () => {
    const [one, other] = ['fd4d0981-1de1-45e9-bad5-210b633298d5', '20a52b04-8662-4919-8adf-5cd4183e4dfa'];
    const paste = (app: string) =>
      `AADSTS7000222: The provided client secret keys for app '${one}' are expired.\nAADSTS65001: The user or administrator has not consented to use the application with ID '${app}' named 'planner'.`;
    expect(answer(paste(one))).toEqual(['consent-required', 'certain']);
    expect(answer(paste(other))[1]).toBe('likely');
  });
});
