/**
 * Words by which people tell that what they lead to is over, in the languages that are read here: parts of patterns, in lower
 * case. Whatever follows an opening bracket are alternatives, so that what stands before it is in every match.
 */
export const TOLD_OVER: readonly string[] = [
  'at first',
  'first (?:we|i)',
  'initially',
  'previously',
  'before (?:that|this)',
  'formerly',
  'used to (?:get|be|see|have)',
  'last (?:week|month|year)',
  'zuerst',
  'zunächst',
  'vorher',
  'früher',
  'anfangs',
  'letzte woche',
  'behoben',
  'gelöst',
  'au début',
  "d'abord",
  'auparavant',
  'résolu',
  'al principio',
];

/** What stands in every match of one of them. */
export const TOLD_OVER_MARKS: readonly string[] = TOLD_OVER.map((words) => words.split('(', 1)[0]!);
