import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Values } from '../../../src/diagnosis/facts/facts.ts';
import { patchRecipe } from '../../../src/diagnosis/fix/patch-recipe.ts';
import { parsePatchRecipe, patchIn } from '../../../src/diagnosis/fix/read-recipe.ts';

const PASTE =
  'GET https://graph.microsoft.com/v1.0/me/events -> 403\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}\n{"aud":"https://graph.microsoft.com","scp":"User.Read","idtyp":"user","appid":"2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21","tid":"5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77"}';
const fix = diagnose(PASTE, { now: 0 }).fix!;

describe('a recipe of patches', () => {
  it('writes each of them again, to the letter, after it went through JSON', () => {
    const recipe = parsePatchRecipe(JSON.parse(JSON.stringify(fix.recipe)));
    expect(fix.patches.length).toBeGreaterThan(4);
    for (const { language, code } of fix.patches) expect(patchIn(recipe!, language)).toMatchObject({ language, code });
  });

  it('keeps only what patches use', () => {
    const values: Values = {
      clientId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21',
      requestId: 'x',
      correlationId: 'y',
      scopes: ['User.Read'],
    };
    const recipe = patchRecipe(['authority'], values);
    expect(recipe.values).toEqual({ clientId: '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21', scopes: ['User.Read'] });
  });

  it.each([undefined, null, 'ids', {}, { ids: [] }, { ids: 'authority' }, { ids: ['toString', '__proto__', 7] }])(
    'refuses what is none: %j',
    (data) => {
      expect(parsePatchRecipe(data)).toBeUndefined();
    },
  );

  it('takes values of other kinds, and too long ones, as absent', () => {
    const data = { ids: ['authority'], values: { clientId: 7, tenant: 'x'.repeat(501), scopes: [1, 'Mail.Read'] } };
    expect(parsePatchRecipe(data)).toEqual({ ids: ['authority'], values: { scopes: ['Mail.Read'] } });
    expect(parsePatchRecipe({ ids: ['authority'], values: 'none' })).toEqual({ ids: ['authority'], values: {} });
  });

  it('lets no value out of its string', () => {
    const values = { clientId: '"); import os; os.system("id', redirectUri: "https://x/'+evil+'" };
    const patch = patchIn(parsePatchRecipe({ ids: ['redirect-uri'], values })!, 'python')!;
    expect(patch.code).not.toContain('os.system');
  });

  it('has nothing in a language that its patches are not written in', () => {
    expect(patchIn({ ids: ['event-body'], values: {} }, 'json')).toBeDefined();
    expect(patchIn({ ids: ['authority'], values: {} }, 'json')).toBeUndefined();
  });
});
