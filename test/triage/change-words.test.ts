import { expect, test } from 'vitest';
import type { Status, StatusChange } from '../../src/storage/triage-store.ts';
import { changeWords } from '../../src/triage/change-words.ts';
import { ADELE, MEGAN, NOW, OPEN, SAM } from './sample-cases.ts';

const TAKEN: Status = { state: 'taken', assignee: ADELE, waitingFor: null };
const change = (event: StatusChange['event'], more: Partial<StatusChange> = {}): StatusChange => ({
  ...TAKEN,
  event,
  wrong: false,
  by: ADELE,
  at: NOW,
  ...more,
});

test.each([
  [OPEN, change('case.taken'), 'Adele took case 17.'],
  [TAKEN, change('case.taken', { by: MEGAN, assignee: MEGAN }), 'Megan took case 17 from Adele.'],
  [TAKEN, change('case.taken'), 'Adele took case 17.'],
  [OPEN, change('incident.assigned', { assignee: MEGAN }), 'Adele gave incident 17 to Megan.'],
  [TAKEN, change('case.assigned', { by: SAM, assignee: MEGAN }), 'Sam gave case 17 to Megan, who takes it from Adele.'],
  [
    TAKEN,
    change('case.waiting', { waitingFor: 'tenant-admin' }),
    'Adele needs more on case 17: it waits for the tenant admin.',
  ],
  [TAKEN, change('case.resolved', { by: SAM }), 'Sam resolved case 17.'],
  [TAKEN, change('case.resolved', { by: { id: '', name: '' } }), 'Somebody resolved case 17.'],
  [TAKEN, change('case.reopened', { by: SAM }), 'Sam reopened case 17.'],
  [TAKEN, change('case.wrong', { by: SAM }), 'Sam says that the diagnosis of case 17 is wrong.'],
  [TAKEN, change('case.released'), 'Adele changed case 17.'],
])('%j, %j: %s', (before, changed, words) => {
  expect(changeWords(before, changed, 17)).toBe(words);
});
