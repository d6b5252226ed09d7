import type { Engine } from '../../src/bot/engine.ts';
import type { Diagnosis, FoundSecret } from '../../src/diagnosis/diagnosis.ts';
import type { Remembered } from '../../src/diagnosis/remember.ts';

/**
 * An engine whose answers can be read off the paste: every `AADSTS` number is evidence, `secret:` is a live client
 * secret, `dead-secret:` an expired one, `explode` throws with the paste in its message.
 */
export const fakeEngine: Engine = (paste, { earlier = [] }) => {
  if (paste.includes('explode')) throw new Error(`engine failed on ${paste}`);
  const own = codesIn(paste);
  const before = earlier.flatMap((it) => it.evidence.flatMap((item) => (item.kind === 'aadsts' ? [item.code] : [])));
  const codes = [...before, ...own];
  return {
    diagnosis: diagnosisOf(codes, secretsIn(paste)),
    remembered: {
      version: 3,
      evidence: own.map(evidenceOf),
      phrases: [],
      signals: [],
      verdict: 'undecided',
      cause: null,
      named: {},
    },
    readSomething: own.length > 0,
  };
};

function codesIn(paste: string): number[] {
  return [...paste.matchAll(/AADSTS(\d{5,7})/g)].map((match) => Number(match[1]));
}

function evidenceOf(code: number): Remembered['evidence'][number] {
  return { kind: 'aadsts', family: 'AADSTS', code, message: '', where: 'text', repaired: false };
}

function secretsIn(paste: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  if (/(?<!dead-)secret:/.test(paste)) {
    found.push({ kind: 'client-secret', expires: null, expired: null, revoke: 'Replace it now.' });
  }
  if (paste.includes('dead-secret:')) {
    found.push({ kind: 'access-token', expires: '2020-01-01T00:00:00Z', expired: true, revoke: 'Nothing to do.' });
  }
  return found;
}

function diagnosisOf(codes: readonly number[], secrets: readonly FoundSecret[]): Diagnosis {
  const headline = codes.length === 0 ? 'Nothing was found.' : `Found ${codes.join(' and ')}.`;
  const finding = {
    cause: 'client-secret-invalid',
    weight: 0.9,
    owner: 'app-developer',
    title: 'The client secret is wrong',
    headline,
    because: [{ quote: 'AADSTS7000215', says: 'The sign-in service says so.' }],
  } as const;
  const found = codes.length > 0;
  return {
    cause: found ? 'client-secret-invalid' : 'not-enough-evidence',
    verdict: found ? 'certain' : 'undecided',
    headline,
    findings: found ? [finding] : [],
    fix: null,
    next: null,
    secrets,
    codes: [],
    remarks: [],
    language: null,
  };
}
