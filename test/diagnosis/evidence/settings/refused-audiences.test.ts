import { describe, expect, it } from 'vitest';
import { refusedAudiences } from '../../../../src/diagnosis/evidence/settings/refused-audiences.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';
import { expectLinearTime } from '../../../processor-time.ts';

const read = (text: string): (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  refusedAudiences(original(text), (_, __, values) => void found.push(values));
  return found;
};

describe('audiences that a validator names', () => {
  it.each([
    "Audience (aud) claim [00000003-0000-0000] doesn't contain an acceptable identifier. Expected api://orders as an aud value.",
    'oidc: expected audience "api://orders" got ["00000003-0000-0000"]',
    'audience mismatch. expected=api://orders got=00000003-0000-0000',
    "Invalid audience: expected 'api://orders', but got '00000003-0000-0000'",
    "wrong audience: got '00000003-0000-0000', expected 'api://orders'",
  ])('come first, and what is taken second: %s', (text) => {
    expect(read(text)).toEqual([['00000003-0000-0000', 'api://orders']]);
  });

  it.each([
    'Invalid audience. Expected {client_id}, received <none>',
    'the audience was larger than expected and got loud',
    'jwt audience invalid. expected: api://orders',
  ])('are not read of %s', (text) => expect(read(text)).toEqual([]));

  it.each(['audience expected ', 'audience expected a.b got ', 'audience (aud) claim [a.b] expected '])(
    'runs of %j take linear time',
    (unit) => expectLinearTime(unit, original, (text) => read(text.text)),
  );
});
