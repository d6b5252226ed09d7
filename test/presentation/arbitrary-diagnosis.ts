import fc from 'fast-check';
import { CAUSE_IDS, type FindableCauseId, OWNERS } from '../../src/diagnosis/cause-id.ts';
import { type Diagnosis, PATCH_LANGUAGES, SECRET_KINDS } from '../../src/diagnosis/diagnosis.ts';

const FINDABLE = CAUSE_IDS.filter((id): id is FindableCauseId => id !== 'not-enough-evidence');

/** Text as hostile as pastes are: wide characters, quotes that double in JSON, markdown, mentions, addresses. */
const hostile = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 200) }),
    fc
      .constantFrom('€', '"\\', '漢字', '😀', '<at>all</at> ', '**b** [x](http://e.example) ', 'a', '\n  x', '\ud83d')
      .chain((unit) => fc.integer({ min: 0, max: maxLength }).map((count) => unit.repeat(count).slice(0, maxLength))),
  );

const link = fc.record({
  title: hostile(300),
  url: fc.oneof(
    fc.constant('https://learn.microsoft.com/entra/identity-platform/access-tokens'),
    fc.integer({ min: 1, max: 1990 }).map((count) => `https://example.com/${'é'.repeat(count)}`),
    hostile(100),
  ),
});
const because = fc.record({ quote: hostile(240), says: hostile(600) });
const finding = fc.record({
  cause: fc.constantFrom(...FINDABLE),
  weight: fc.double({ min: 0, max: 1, noNaN: true }),
  owner: fc.constantFrom(...OWNERS),
  title: hostile(300),
  headline: hostile(1000),
  because: fc.array(because, { maxLength: 12 }),
});
const fix = fc.record(
  {
    owner: fc.constantFrom(...OWNERS),
    steps: fc.array(fc.record({ text: hostile(1500), value: hostile(5000), link }, { requiredKeys: ['text'] }), {
      maxLength: 20,
    }),
    patches: fc.uniqueArray(fc.record({ language: fc.constantFrom(...PATCH_LANGUAGES), code: hostile(8000) }), {
      selector: (patch) => patch.language,
    }),
    check: fc.record({ text: hostile(1500), command: hostile(5000) }, { requiredKeys: ['text'] }),
    forward: hostile(9000),
    consentLink: link.map(({ url }) => url),
    sources: fc.array(link, { maxLength: 12 }),
  },
  { requiredKeys: ['owner', 'steps', 'patches', 'check', 'sources'] },
);
const next = fc.record({
  ask: hostile(1500),
  commands: fc.array(fc.record({ label: hostile(300), command: hostile(5000) }), { maxLength: 8 }),
});

/** Any diagnosis, far beyond what the engine gives. */
export const arbitraryDiagnosis: fc.Arbitrary<Diagnosis> = fc
  .record({
    verdict: fc.constantFrom('certain', 'likely', 'possible', 'undecided'),
    headline: hostile(2000),
    findings: fc.array(finding, { minLength: 1, maxLength: 10 }),
    fix,
    next: fc.option(next),
    secrets: fc.array(
      fc.record({
        kind: fc.constantFrom(...SECRET_KINDS),
        expires: fc.option(fc.constantFrom('2026-03-02T10:30:00.000Z', 'not a date')),
        expired: fc.option(fc.boolean()),
        revoke: hostile(1000),
      }),
      { maxLength: 12 },
    ),
    codes: fc.array(
      fc.record({
        code: hostile(30),
        name: fc.option(hostile(80)),
        note: hostile(900),
        link: link.map(({ url }) => url),
      }),
      { maxLength: 12 },
    ),
    remarks: fc.array(hostile(900), { maxLength: 9 }),
  })
  .map(({ verdict, ...rest }): Diagnosis => {
    const undecided = verdict === 'undecided';
    const cause = undecided ? 'not-enough-evidence' : (rest.findings[0]?.cause ?? 'not-enough-evidence');
    return { ...rest, verdict, cause, fix: undecided ? null : rest.fix, language: null } as Diagnosis;
  });
