import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../src/presentation/answer.ts';
import { answerLines } from '../../../src/presentation/terminal/answer-lines.ts';
import { COLOURED, wantsColour } from '../../../src/presentation/terminal/style.ts';
import { wrap } from '../../../src/presentation/terminal/wrap.ts';
import { CERTAIN, UNDECIDED } from '../diagnosis-samples.ts';

describe('an answer', () => {
  test('first the headline, then how sure, why, what to do', () => {
    const lines = answerLines(answerOf(CERTAIN));
    expect(lines[0]).toBe(CERTAIN.headline);
    expect(lines[1]).toBe('Certain · wrong-audience · for the app’s developer');
    const headings = [
      'Why',
      'What to do',
      'Code (Python)',
      'Check that it worked',
      'Message to forward',
      'What else it could be',
      'Read more',
    ];
    const places = headings.map((heading) => lines.indexOf(heading));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(lines).toContain(
      '  1. Ask for a scope of Microsoft Graph, in the authorization request and in every token request:',
    );
    expect(lines).toContain('Careful: this text holds a live credential');
  });

  test('code keeps its indentation', () => {
    expect(answerLines(answerOf(CERTAIN))).toContain('        result = app.acquire_token_interactive(SCOPES)');
  });

  test('who is no developer is spared code, unless the paste or the person names a language', () => {
    const sent = { ...CERTAIN, language: null, fix: { ...CERTAIN.fix!, owner: 'tenant-admin' as const } };
    const spared = answerLines(answerOf(sent)).join('\n');
    expect(spared).not.toContain('acquire_token_interactive');
    expect(spared).toContain('Code for the app: --lang python');
    expect(answerLines(answerOf(sent), { brief: true }).join('\n')).not.toContain('--lang');
    for (const lines of [
      answerLines(answerOf(sent), { language: 'python' }),
      answerLines(answerOf({ ...sent, language: 'python' })),
      answerLines(answerOf({ ...sent, fix: CERTAIN.fix })),
    ])
      expect(lines.join('\n')).toContain('acquire_token_interactive');
  });

  test('undecided: what to paste next and how', () => {
    const text = answerLines(answerOf(UNDECIDED)).join('\n');
    expect(text).toContain('Paste this next');
    expect(text).toContain('    curl -i https://graph.microsoft.com');
    expect(text).toContain('It could be\n  - token-expired');
  });

  test('says when the language asked for has no patch', () => {
    const lines = answerLines(answerOf(CERTAIN), { language: 'powershell' });
    expect(lines.join('\n')).toContain('There is no patch in PowerShell');
  });

  test('prose fits the width', () => {
    for (const line of answerLines(answerOf({ ...CERTAIN, fix: null }), { width: 60 })) {
      if (!/https?:|│|"/.test(line)) expect(line.length).toBeLessThanOrEqual(60);
    }
  });

  test('colours change no words', () => {
    const plain = answerLines(answerOf(CERTAIN), { width: 80 });
    const coloured = answerLines(answerOf(CERTAIN), { width: 80, style: COLOURED });
    expect(coloured.map((line) => line.replace(/\u001b\[[\d;]*m/g, ''))).toEqual(plain);
    expect(coloured).not.toEqual(plain);
  });
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('colour for %j on a terminal %j: %j', (env, isTTY, colour) => {
  expect(wantsColour(env, isTTY)).toBe(colour);
});

test('wrapping keeps long words whole', () => {
  expect(wrap('see https://example.com/very/long/address now', 10)).toEqual([
    'see',
    'https://example.com/very/long/address',
    'now',
  ]);
});
