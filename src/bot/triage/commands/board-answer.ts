import { boardCard, boardText } from '../../../presentation/cards/triage/board-card.ts';
import { countOf } from '../../../presentation/several.ts';
import { OWNER_WORDS } from '../../../presentation/words.ts';
import type { DeskTotals } from '../../../storage/triage-store.ts';
import { ageWords, peopleWords, statusWords } from '../../../triage/incident-words.ts';
import type { Answer } from '../../answer.ts';
import { linkTo, timeIn, titleOf } from '../cards/stored-views.ts';
import { barChart } from '../chart/bar-chart.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import { ownerOf } from '../known-ids.ts';
import type { TriageParts } from '../triage-parts.ts';

const HOUR_MS = 60 * 60_000;
const HOURS = 24;
/** Below the chart stands every sixth hour. */
const LABEL_EVERY = 6;
const INCIDENTS_SHOWN = 10;
const CAUSES_SHOWN = 4;

/** Open incidents by cause, what is open beside them, and the last 24 hours. */
export async function boardAnswer(parts: TriageParts, place: DeskPlace): Promise<Answer> {
  const { store, now } = parts.turn;
  const at = now();
  const firstHour = Math.floor(at / HOUR_MS) * HOUR_MS - (HOURS - 1) * HOUR_MS;
  const [{ timeZone }, incidents, totals] = await Promise.all([
    parts.records.read(place.desk),
    store.triage.openIncidents(place.desk, INCIDENTS_SHOWN),
    store.triage.totals(place.desk, firstHour),
  ]);
  const around = { now: at, timeZone };
  const hours = perHour(totals.hours, firstHour);
  const view = {
    openIncidents: totals.openIncidents,
    openCases: totals.openCases,
    incidents: incidents
      .toSorted((a, b) => b.people - a.people || a.cause.localeCompare(b.cause))
      .map((incident) => ({
        number: incident.number,
        title: titleOf(incident.cause),
        counts: `${peopleWords(incident.people)}, ${countOf(incident.cases, 'case')}`,
        age: `open for ${ageWords(at - incident.opened)}`,
        status: statusWords(incident),
        owner: OWNER_WORDS[ownerOf(incident.owner)].label,
        link: linkTo(incident, place.thread, { place }),
        version: incident.version,
      })),
    chart: {
      url: barChart(hours),
      words: hoursWords(hours, firstHour, around),
      hours: hours.flatMap((_, index) =>
        index % LABEL_EVERY === 0 ? [clockOf(firstHour + index * HOUR_MS, around)] : [],
      ),
    },
    causes: causesOf(totals.hours),
  };
  return { text: () => boardText(view), card: boardCard(view), summary: 'What is open here' };
}

function perHour(hours: DeskTotals['hours'], firstHour: number): readonly number[] {
  const counts = new Array<number>(HOURS).fill(0);
  for (const { hour, cases } of hours) {
    const index = Math.floor((hour - firstHour) / HOUR_MS);
    if (index >= 0 && index < HOURS) counts[index] = (counts[index] ?? 0) + cases;
  }
  return counts;
}

/** The chart for whoever cannot see it. */
function hoursWords(
  hours: readonly number[],
  firstHour: number,
  around: { readonly now: number; readonly timeZone: string | null },
): string {
  const all = hours.reduce((sum, count) => sum + count, 0);
  if (all === 0) return 'No reports in the last 24 hours.';
  const most = Math.max(...hours);
  const busiest = timeIn(firstHour + hours.lastIndexOf(most) * HOUR_MS, around);
  return `${countOf(all, 'report')} in the last 24 hours; the busiest hour began at ${busiest}, with ${most}.`;
}

/** «09:00», without the zone, which the words beside it name. */
function clockOf(at: number, around: { readonly timeZone: string | null }): string {
  return timeIn(at, { now: at, timeZone: around.timeZone }).split(' ', 1)[0] ?? '';
}

function causesOf(hours: DeskTotals['hours']): readonly { readonly title: string; readonly cases: number }[] {
  const counts = new Map<string, number>();
  for (const { cause, cases } of hours) counts.set(cause, (counts.get(cause) ?? 0) + cases);
  return [...counts]
    .filter(([, cases]) => cases > 0)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, CAUSES_SHOWN)
    .map(([cause, cases]) => ({ title: titleOf(cause), cases }));
}
