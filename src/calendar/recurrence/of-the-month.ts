/** Monday is 0. */
export const WORKDAYS = [0, 1, 2, 3, 4] as const;

/**
 * Graph has no «last day of the month» but the last one of all seven days: its index counts the days that are allowed,
 * and Outlook's own «first day» is written so where Graph gives it back. Of day 31 its documentation says nothing for a
 * month that is shorter: Outlook takes the last day, and other calendars leave that month out.
 */
export const LAST_OF_MONTH = { weekdays: [0, 1, 2, 3, 4, 5, 6], nth: -1 } as const;
