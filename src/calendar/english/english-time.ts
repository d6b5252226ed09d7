import type { TimeLanguage } from '../time/time-language.ts';
import { datePhrase, dateRangePhrase } from './date/date-phrase.ts';
import { adverbPhrase, countPhrase } from './recurrence/adverb-phrase.ts';
import { exceptPhrase } from './recurrence/except-phrase.ts';
import { dateEveryYearPhrase, ofEveryMonthPhrase, twoDaysAMonthPhrase } from './recurrence/of-every-month.ts';
import { everyPhrase, pluralDaysPhrase, timesAPhrase } from './recurrence/repeat-phrase.ts';
import { beforeBreakPhrase } from './time/before-break.ts';
import { bareClock, bareDayOfMonth, clockPhrase } from './time/clock-phrase.ts';
import { bareClockRange, clockRangePhrase } from './time/clock-range-phrase.ts';
import { isoMomentPhrase } from './time/iso-moment.ts';
import { allDayPhrase, lengthPhrase, offsetPhrase, pastPhrase, reminderPhrase } from './time/length-phrase.ts';
import { partOfDayPhrase } from './time/part-of-day.ts';
import { otherClockPhrase, zonePhrase } from './time/zone-words.ts';

/** The phrases of time in English. At one length the family that stands first wins. */
export const ENGLISH_TIME: TimeLanguage = {
  beginsWith: (mark) => /^[@~,(:½¼×&]$/.test(mark),
  families: [
    reminderPhrase,
    clockRangePhrase,
    dateRangePhrase,
    dateEveryYearPhrase,
    ofEveryMonthPhrase,
    twoDaysAMonthPhrase,
    everyPhrase,
    adverbPhrase,
    timesAPhrase,
    pluralDaysPhrase,
    exceptPhrase,
    countPhrase,
    pastPhrase,
    offsetPhrase,
    allDayPhrase,
    isoMomentPhrase,
    clockPhrase,
    datePhrase,
    partOfDayPhrase,
    lengthPhrase,
    zonePhrase,
    otherClockPhrase,
    beforeBreakPhrase,
  ],
  bareFamilies: [bareClockRange, bareDayOfMonth, bareClock],
};
