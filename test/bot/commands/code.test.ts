import { describe, expect, it } from 'vitest';
import { codeAnswer, readCodePress } from '../../../src/bot/commands/code.ts';

const recipe = { ids: ['request-graph-scopes'], values: { clientId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21' } };
const press = (part: object = {}) => ({ why401: { verb: 'code', recipe }, language: 'csharp', ...part });

describe('«Show it» below the code of a card', () => {
  it('answers with the code in the language that was chosen', () => {
    const answer = codeAnswer(readCodePress(press())!)!;
    expect(answer.text).toContain('The code in C#');
    expect(answer.text).toContain('.Create("2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21")');
    expect(JSON.stringify(answer.card)).toContain('CodeBlock');
  });

  it.each([
    undefined,
    {},
    press({ language: 'cobol' }),
    press({ language: undefined }),
    { ...press(), why401: { verb: 'fixed', recipe } },
    { ...press(), why401: { verb: 'code', recipe: { ids: ['none'] } } },
  ])('reads nothing else as that: %j', (data) => {
    expect(readCodePress(data)).toBeNull();
  });

  it('has no answer where the fix has no code in that language', () => {
    expect(codeAnswer(readCodePress(press({ language: 'json' }))!)).toBeNull();
  });
});
