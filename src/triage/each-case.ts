import type { CasePlace, StoredCase, TriageStore } from '../storage/triage-store.ts';

const PAGE = 500;

/**
 * Every case reported in [from, to), oldest first, a page at a time: memory does not grow with how many there are.
 *
 * @param desk one desk, or `null` for all of them
 */
export async function* eachCase(
  triage: Pick<TriageStore, 'list'>,
  desk: string | null,
  from: number,
  to: number,
): AsyncGenerator<StoredCase> {
  let after: CasePlace | null = null;
  for (;;) {
    const page: readonly StoredCase[] = await triage.list(desk, from, to, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = { reported: last.reported, desk: last.desk, number: last.number };
  }
}
