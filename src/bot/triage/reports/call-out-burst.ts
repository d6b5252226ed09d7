import type { TurnContext } from 'botbuilder';
import { outageCard, outageText } from '../../../presentation/cards/triage/outage-card.ts';
import type { StoredCase } from '../../../storage/triage-store.ts';
import { BURST_WINDOW_MS, isProbableOutage, USUAL_WINDOW_MS } from '../../../triage/grouping.ts';
import { outageHeadline } from '../../../triage/incident-words.ts';
import { statusPagesFor } from '../../../triage/status-pages.ts';
import { answerActivity } from '../../answer.ts';
import { titleOf } from '../cards/stored-views.ts';
import { isGone } from '../channel-refusal.ts';
import type { DeskPlace } from '../desk/desk-place.ts';
import type { DeskRecord } from '../desk/desk-record.ts';
import { sendTo } from '../in-thread.ts';
import { causeIdOf, ownerOf } from '../known-ids.ts';
import type { TriageParts } from '../triage-parts.ts';

/** A burst of one cause over several apps is called out, once a window, as a post of its own in the channel. */
export async function callOutBurst(
  parts: TriageParts,
  context: TurnContext,
  place: DeskPlace,
  { cause, owner }: StoredCase,
): Promise<void> {
  const { turn, records, windowMs } = parts;
  const { triage } = turn.store;
  const now = turn.now();
  const burst = await triage.burst(place.desk, cause, now - BURST_WINDOW_MS);
  // The usual number costs a second question, which only a burst is worth.
  if (!isProbableOutage(burst, cause)) return;
  const usual = await triage.burst(place.desk, cause, now - USUAL_WINDOW_MS);
  if (!isProbableOutage(burst, cause, usual)) return;
  let first = false;
  const { timeZone } = await records.change(place.desk, (record) => {
    first = now - (record.outages[cause] ?? Number.NEGATIVE_INFINITY) >= windowMs;
    return first ? { ...record, outages: { ...record.outages, [cause]: now } } : record;
  });
  if (!first) return;
  const view = {
    headline: outageHeadline(burst, titleOf(cause), now, timeZone ?? undefined),
    pages: statusPagesFor(causeIdOf(cause), ownerOf(owner)).map(({ title, url, readBy }) => ({
      title,
      url,
      forAdministrators: readBy === 'administrators',
    })),
  };
  const answer = { text: outageText(view), card: outageCard(view), summary: view.headline };
  try {
    // The channel without a thread: a post that everybody sees.
    await sendTo(parts, context, { ...place, thread: place.room }, answerActivity(answer, place.channelId));
  } catch (err) {
    turn.logger.info({ err, channel: place.channelId }, 'a probable outage could not be called out');
    // The report itself is kept and answered; the next one calls the outage out.
    if (!isGone(err)) await records.change(place.desk, (record) => withoutMark(record, cause, now));
  }
}

function withoutMark(record: DeskRecord, cause: string, at: number): DeskRecord {
  const { [cause]: mark, ...outages } = record.outages;
  return mark === at ? { ...record, outages } : record;
}
