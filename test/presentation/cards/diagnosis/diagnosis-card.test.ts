import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnosisCard, diagnosisCardJson } from '../../../../src/presentation/cards/diagnosis/diagnosis-card.ts';
import { arbitraryDiagnosis } from '../../arbitrary-diagnosis.ts';
import { CERTAIN, UNDECIDED } from '../../diagnosis-samples.ts';
import { cardProblems } from '../adaptive-card-rules.ts';

const OPTIONS = { diagnosisId: 'd-1' };
const bytes = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

/** All text of a card, in reading order. */
function words(card: object): string {
  const found: string[] = [];
  JSON.stringify(card.valueOf(), (key, value) => {
    if (key === 'text' || key === 'title' || key === 'codeSnippet') found.push(String(value));
    return value as unknown;
  });
  return found.join('\n');
}

describe('a decided diagnosis', () => {
  const card = diagnosisCard(CERTAIN, OPTIONS);

  test('is a valid Adaptive Card 1.5', () => {
    expect(cardProblems(card)).toEqual([]);
  });

  test('says verdict, headline, quote, steps with exact values, owner and check', () => {
    const text = words(card);
    for (const part of [
      'Certain',
      CERTAIN.headline,
      'Access token validation failure. Invalid audience.',
      'https://graph.microsoft.com/Calendars.ReadWrite offline_access',
      'The app’s developer can fix this.',
      'Check that it worked',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('takes one byte a character, though what was pasted had a curly quote in it', () => {
    const pasted = 'It’s this line of mine that fails, says the log: {"code":"InvalidAuthenticationToken"}';
    const json = diagnosisCardJson({ ...CERTAIN, headline: pasted.slice(5) }, OPTIONS);
    expect(serialize(json).byteLength).toBeLessThan(json.length + 16);
  });

  test('quotes in monospace', () => {
    const quoted = JSON.stringify(card.body).match(/"text":"\{\\"error\\".{10,200}?"fontType":"Monospace"/);
    expect(quoted).not.toBeNull();
  });

  test('hides code, other causes, explanation and message behind a button each', () => {
    const hidden = card.body.filter((element) => element.isVisible === false).map((element) => element.id);
    expect(hidden).toEqual(['code', 'others', 'explanation', 'forward']);
  });

  test('shows one language at a time, with a fallback for clients without CodeBlock', () => {
    const panel = card.body.find((element) => element.id === 'code') as unknown as {
      items: { id?: string; isVisible?: boolean }[];
    };
    const languages = panel.items.filter((item) => item.id !== undefined);
    expect(languages.filter((item) => item.isVisible !== false)).toHaveLength(1);
    expect(JSON.stringify(languages[0])).toContain('"type":"CodeBlock"');
    expect(JSON.stringify(languages[0])).toContain('"fallback":{"type":"Container"');
  });

  test('asks for feedback by Action.Execute with Action.Submit behind it', () => {
    expect(card.actions).toEqual(
      (['fixed', 'not-it'] as const).map((verb) => {
        const data = { why401: { verb, diagnosisId: 'd-1', cause: 'wrong-audience', verdict: 'certain' } };
        const title = verb === 'fixed' ? 'This fixed it' : 'Not it';
        return { type: 'Action.Execute', title, verb, data, fallback: { type: 'Action.Submit', title, data } };
      }),
    );
  });

  test('says nothing of secrets unless asked', () => {
    expect(words(card)).not.toContain('live credential');
    const personal = diagnosisCard(CERTAIN, { ...OPTIONS, showSecrets: true });
    expect(cardProblems(personal)).toEqual([]);
    expect(personal.body[0]?.style).toBe('attention');
    const text = words(personal);
    expect(text).toContain('An access token. It works until 2 Mar 2026, 10:30 UTC.');
    expect(text).toContain('A client secret. It works until it is revoked');
    expect(text).toContain('revokeSignInSessions');
  });
});

describe('an undecided diagnosis', () => {
  const card = diagnosisCard(UNDECIDED, OPTIONS);

  test('asks for one thing, gives the commands, names what it could be, asks for no feedback', () => {
    expect(cardProblems(card)).toEqual([]);
    const text = words(card);
    for (const part of [
      'Not enough to tell',
      UNDECIDED.headline,
      'Send me this next',
      'curl -i https://',
      'It could be',
      'The token has expired',
    ]) {
      expect(text).toContain(part);
    }
    expect(card.actions).toBeUndefined();
  });
});

test('text of a paste is data: no mention, no markdown', () => {
  const evil = '<at>Everyone</at> [click](https://evil.example) **bold** {{DATE(2017)}}';
  const card = diagnosisCard({ ...CERTAIN, headline: evil, remarks: [evil] }, OPTIONS);
  const json = JSON.stringify(card);
  expect(json).not.toContain('<at>');
  // Everything that a TextBlock shows is our own: markdown is read there.
  for (const [, text] of json.matchAll(/\{"type":"TextBlock","text":"((?:[^"\\]|\\.)*)"/g))
    expect(text).not.toContain('evil.example');
});

test('any diagnosis fits 25 KB and stays valid', () => {
  fc.assert(
    fc.property(arbitraryDiagnosis, fc.boolean(), (diagnosis, showSecrets) => {
      const card = diagnosisCard(diagnosis, {
        diagnosisId: 'x'.repeat(64),
        showSecrets,
        explanation: 'é'.repeat(2000),
      });
      expect(bytes(card)).toBeLessThan(25_000);
      expect(cardProblems(card)).toEqual([]);
      expect(JSON.stringify(card)).not.toMatch(/<at>/i);
    }),
    { numRuns: 60, seed: 401 },
  );
}, 20_000);

test('the worst of everything fits', () => {
  const wide = '漢'.repeat(5000);
  const because = Array.from({ length: 10 }, () => ({ quote: wide, says: wide }));
  const finding = { ...CERTAIN.findings[0]!, title: wide, headline: wide, because };
  const card = diagnosisCard(
    {
      ...CERTAIN,
      headline: wide,
      findings: Array.from({ length: 9 }, () => finding),
      fix: {
        ...CERTAIN.fix!,
        steps: Array.from({ length: 20 }, () => ({
          text: wide,
          value: wide,
          link: { title: wide, url: `https://e.example/${'漢'.repeat(280)}` },
        })),
        patches: CERTAIN.fix!.patches.map((patch) => ({ ...patch, code: wide })),
        check: { text: wide, command: wide },
        forward: wide,
        consentLink: `https://e.example/${'漢'.repeat(280)}`,
        sources: [{ title: wide, url: `https://e.example/${'漢'.repeat(280)}` }],
      },
      next: { ask: wide, commands: [{ label: wide, command: wide }] },
      secrets: Array.from({ length: 9 }, () => ({ ...CERTAIN.secrets[0]!, revoke: wide })),
      codes: Array.from({ length: 9 }, () => ({
        code: wide,
        name: wide,
        note: wide,
        link: `https://e.example/${'漢'.repeat(280)}`,
      })),
      remarks: Array.from({ length: 9 }, () => wide),
    },
    { diagnosisId: 'd', showSecrets: true, explanation: wide },
  );
  expect(bytes(card)).toBeLessThan(25_000);
});

test('the sign-in is offered to be checked where Microsoft may have refused, not where another service did', () => {
  const offers = (diagnosis: typeof UNDECIDED) =>
    words(diagnosisCard(diagnosis, { ...OPTIONS, signIn: true })).includes('Check my sign-in');
  expect(offers(CERTAIN)).toBe(true);
  expect(offers(UNDECIDED)).toBe(true);
  expect(offers({ ...UNDECIDED, next: null })).toBe(false);
});
