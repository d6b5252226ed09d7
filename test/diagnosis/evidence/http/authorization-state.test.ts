import { describe, expect, it } from 'vitest';
import { authorizationState } from '../../../../src/diagnosis/evidence/http/authorization-state.ts';

const JWT = `eyJ0eXAiOiJKV1QifQ.${'eyJhdWQiOiJ4In0'.repeat(4)}.c2lnbmF0dXJl`;

describe('authorizationState', () => {
  it.each([
    [`Bearer ${JWT}`, 'token'],
    [`bearer ${JWT}`, 'token'],
    ['Bearer EwB4C4A9x5BQAUNcdSUs8h0AWk31O7atTqPnWK2y8PkKFYfP', 'token'],
    ['', 'empty'],
    ['Bearer', 'empty'],
    ['Bearer ', 'empty'],
    ['Bearer ""', 'empty'],
    ['Bearer undefined', 'undefined'],
    ['Bearer null', 'undefined'],
    ['Bearer None', 'undefined'],
    ['Bearer [object Object]', 'undefined'],
    ['Bearer [object Promise]', 'undefined'],
    ['undefined', 'undefined'],
    ['Bearer {{token}}', 'placeholder'],
    [`Bearer \${token}`, 'placeholder'],
    ['Bearer <token>', 'placeholder'],
    ['Bearer {access_token}', 'placeholder'],
    ['Bearer YOUR_ACCESS_TOKEN', 'placeholder'],
    ['Bearer $T', 'placeholder'],
    [`Bearer Bearer ${JWT}`, 'doubled'],
    [`Bearer bearer ${JWT}`, 'doubled'],
    ['Bearer Bearer', 'doubled'],
    [`Bearer${JWT}`, 'unspaced'],
    [`Bearer"${JWT}"`, 'unspaced'],
    [`Bearer:${JWT}`, 'unspaced'],
    ['Bearerundefined', 'unspaced'],
    [`Bearer "${JWT}"`, 'quoted'],
    [`"Bearer ${JWT}"`, 'quoted'],
    [`Bearer Optional("${JWT}")`, 'quoted'],
    ['[PII_REDACTED]', 'hidden'],
    ['Bearer [REDACTED]', 'hidden'],
    ['Bearer <redacted>', 'hidden'],
    ['Bearer ***', 'hidden'],
    ['Bearer eyJ0eXAiOi...', 'hidden'],
    ['Bearer eyJ0eXAiOi…', 'hidden'],
    ['Bearer ...', 'hidden'],
    ['Basic dXNlcjpwYXNz', 'basic'],
    ['PoP eyJx', 'other'],
    [JWT, 'other'],
    ['enabled', null],
    ['BearerToken', null],
  ])('%.40s → %s', (value, state) => {
    expect(authorizationState(value, 'sent')).toBe(state);
  });

  it('knows that a shell or a template fills variables in', () => {
    for (const value of ['Bearer $T', `Bearer \${token}`, 'Bearer {token}', 'Bearer $env:TOKEN']) {
      expect(authorizationState(value, 'interpolated')).toBe('hidden');
      expect(authorizationState(value, 'literal')).toBe('placeholder');
    }
  });
});
