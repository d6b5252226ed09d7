import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { HEALTH_CHECKS, type HealthReport, type HealthState } from '../../../../src/identity/health/health-report.ts';
import {
  type HealthCardOptions,
  healthCard,
  healthText,
} from '../../../../src/presentation/cards/sign-in/health-card.ts';
import { arbitraryDiagnosis } from '../../arbitrary-diagnosis.ts';
import { healthSamples } from '../../health-samples.ts';
import { cardProblems } from '../adaptive-card-rules.ts';

const bytes = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

/** All text of a card, in reading order. */
function words(card: object): string {
  const found: string[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (key === 'text' || key === 'title') found.push(String(value));
    return value;
  });
  return found.join('\n');
}

let samples: Readonly<Record<string, HealthReport>>;
beforeAll(async () => {
  samples = await healthSamples();
});
const cardOf = (name: string, options?: HealthCardOptions) => healthCard(samples[name]!, options);
const verbs = (name: string) => (cardOf(name).actions ?? []).map((action) => action.verb);

describe('a health card', () => {
  it('is a valid Adaptive Card 1.5 below 25 KB, whatever the report', () => {
    for (const [name, report] of Object.entries(samples)) {
      expect(cardProblems(healthCard(report)), name).toEqual([]);
      expect(bytes(healthCard(report)), name).toBeLessThan(25_000);
    }
  });

  it('has a line for each check, with its mark and sentence', () => {
    const text = words(cardOf('missing scope'));
    for (const part of ['✓', '✗', '–', 'Permissions', 'The token lacks Calendars.ReadWrite, MailboxSettings.Read.'])
      expect(text).toContain(part);
    expect(words(cardOf('guest'))).toContain('!');
    expect(words(cardOf('half'))).toContain('…');
  });

  it('reads well while checks run: what is known, what is not, no button, no steps that move', () => {
    const pending = cardOf('pending');
    expect(words(pending)).toContain('Checking your sign-in …');
    expect(words(pending)).toContain('0 of 13 checks are done');
    expect(pending.actions).toBeUndefined();
    const half = words(cardOf('half'));
    expect(half).toContain('6 of 13 checks are done');
    expect(half).toContain('The token lacks Calendars.ReadWrite, MailboxSettings.Read.');
    expect(half).not.toContain('Entra admin centre');
  });

  it('says cause, owner and first steps of what failed', () => {
    const text = words(cardOf('secret expired'));
    expect(text).toMatch(/The client secret of the app .* has expired/);
    expect(text).toContain('The app’s developer can fix this.');
    expect(text).toContain('make a new client secret');
    expect(words(cardOf('no mailbox'))).toContain('An administrator of the tenant (the organisation) has to act.');
  });

  it('puts signing in first where it helps, and the steps for others among the details', () => {
    const card = cardOf('challenged');
    const open = card.body.filter((element) => element.isVisible !== false);
    expect(words(open)).toContain('Sign in again: press the button');
    expect(words(open)).not.toContain('decode them from base64');
    expect(words(card)).toContain('decode them from base64');
  });

  it('leaves the button out where the next message asks to sign in', () => {
    const card = cardOf('challenged', { signInFollows: true });
    expect(words(card)).toContain('Sign in again with the message below; the check then runs by itself.');
    expect((card.actions ?? []).map((action) => action.verb)).not.toContain('sign-in');
  });

  it('sends nobody to sign in again where the OAuth connection does not ask for what is missing', () => {
    const card = healthCard({ ...samples['missing scope']!, way: 'token-service' });
    const open = words(card.body.filter((element) => element.isVisible !== false));
    expect(open).toContain('The app’s developer can fix this.');
    expect(open).toContain('Calendars.ReadWrite');
    expect(open).toContain('The OAuth connection of the Azure Bot has to ask for it, too');
    expect((card.actions ?? []).map((action) => action.verb)).toEqual(['check-sign-in', 'sign-out']);
  });

  it('names who repairs what the last sign-in met, to somebody who is not signed in', () => {
    const card = healthCard({ ...samples['secret expired']!, signedIn: false, signInNeeded: { reason: 'first-time' } });
    const open = words(card.body.filter((element) => element.isVisible !== false));
    expect(open).toContain('Not signed in\nThe app’s developer can fix this.');
    expect(open).toContain('make a new client secret');
    expect(open).toContain('Your last sign-in met this. Once it is repaired, sign in: press the button');
  });

  it('says to wait where Graph is busy, and leaves the steps for developers to the details', () => {
    const card = cardOf('throttled');
    const open = words(card.body.filter((element) => element.isVisible !== false));
    expect(open).toContain('Does not work\nThis usually passes by itself.');
    expect(open).toContain('Your sign-in is not the reason.');
    expect(open).not.toContain('Retry-After');
    expect(words(card)).toContain('Retry-After');
  });

  it('speaks to the reader of a sign-in that cannot be renewed', () => {
    expect(words(cardOf('not renewable'))).toContain('You can fix this.\nThe sign-in cannot be renewed without you.');
  });

  it('has the buttons that fit', () => {
    expect(verbs('good')).toEqual(['check-sign-in', 'sign-out']);
    expect(verbs('missing scope')).toEqual(['sign-in', 'check-sign-in', 'sign-out']);
    expect(verbs('not signed in')).toEqual(['sign-in', 'check-sign-in']);
    expect(verbs('secret expired')).toEqual(['check-sign-in']);
    const [button] = cardOf('good').actions!;
    expect(button).toMatchObject({
      type: 'Action.Execute',
      data: { why401: { verb: 'check-sign-in' } },
      fallback: { type: 'Action.Submit', data: { why401: { verb: 'check-sign-in' } } },
    });
  });

  it('shows the claims behind a button, with times in words', () => {
    const panel = cardOf('good').body.find((element) => element.id === 'claims')!;
    expect(panel.isVisible).toBe(false);
    expect(words(panel)).toContain('26 Nov 2026, 12:50 UTC');
    expect(words(panel)).toContain('https://graph.microsoft.com');
    expect(cardOf('not signed in').body.some((element) => element.id === 'claims')).toBe(false);
  });

  it('collapses what waits for a sign-in into one line', () => {
    expect(words(cardOf('not signed in'))).toContain('11 more checks follow once you are signed in.');
    expect(words(cardOf('not signed in'))).not.toContain('Time zone');
  });

  it('is wide where asked', () => {
    expect(cardOf('good').msteams).toBeUndefined();
    expect(cardOf('good', { wide: true }).msteams).toEqual({ width: 'Full' });
  });

  it('treats what Graph and tokens say as data', () => {
    const report: HealthReport = {
      ...samples.good!,
      results: [{ check: 'profile', state: 'pass', says: '[click](https://evil.example) <at>everyone</at> **bold**' }],
      claims: { upn: '<at>x</at>' },
    };
    const card = JSON.stringify(healthCard(report));
    expect(card).not.toContain('<at>');
    expect(JSON.stringify(healthCard(report).body).match(/"type":"TextBlock","text":"[^"]*click/)).toBeNull();
  });

  it('stays valid and below 25 KB for any report', () => {
    const state = fc.constantFrom<HealthState>('pass', 'warn', 'fail', 'skipped');
    const results = HEALTH_CHECKS.map((check) =>
      fc
        .record({ state, says: fc.string({ maxLength: 3000, unit: 'grapheme' }), diagnosis: arbitraryDiagnosis })
        .map((it) => ({ check, ...it })),
    );
    const report = fc.record({
      results: fc.tuple(...results),
      complete: fc.boolean(),
      state,
      at: fc.integer({ min: 0, max: 4e12 }),
      signedIn: fc.boolean(),
      claims: fc.dictionary(fc.string({ maxLength: 200 }), fc.anything(), { maxKeys: 60 }),
    });
    fc.assert(
      fc.property(report, (each) => {
        const card = healthCard(each);
        expect(bytes(card)).toBeLessThan(25_000);
        expect(cardProblems(card)).toEqual([]);
      }),
      // Thirteen diagnoses each.
      { numRuns: 15 },
    );
  });
});

describe('a health report as text', () => {
  it('says the same in lines', () => {
    const text = healthText(samples['missing scope']!);
    expect(text).toContain('  ✗ Permissions The token lacks Calendars.ReadWrite, MailboxSettings.Read.');
    expect(text).toContain('What to do\n  Sign in again: press the button');
    expect(text).toContain('Where that does not help\n  1. In the Entra admin centre');
    expect(healthText(samples.good!).split('\n')[0]).toBe('Your sign-in works.');
    expect(healthText(samples.pending!)).toContain('… Connection  checking …');
  });
});
