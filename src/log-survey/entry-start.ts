/** Time stamps, levels and tags that loggers put in front of an entry; JSON lines of structured loggers. */
const PREFIXES: readonly RegExp[] = [
  /^\S{0,40}? {0,8}\|? {0,2}[[(]?\d{4}[-/]\d\d[-/]\d\d[T ,]{1,2}\d\d:\d\d/,
  /^[[(]?\d{1,2}[./-]\d{1,2}[./-]\d{4},? {1,2}\d{1,2}:\d\d/,
  /^[[(]?\d\d:\d\d:\d\d\b/,
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d/,
  /^\[?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [A-Za-z\d ]{5,12}\d\d:\d\d:\d\d/,
  /^\S{1,60} \S{1,60} \S{1,60} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/,
  /^[[(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE|VERBOSE|Debug|Info|Information|Warning|Error|Verbose)[\])]?(?:[:|]| -| \[)/,
  /^(?:trce|dbug|info|warn|fail|crit): /,
  /^[VDIWEF]\/[\w.$-]{1,60} {0,4}\(/,
  /^[IWEF]\d{4} \d\d:\d\d:\d\d/,
  /^\d{10}(?:\d{3})?(?:\.\d{1,9})?[ \t|,]/,
  /^\{.{0,400}"(?:@?timestamp|time|ts|level|severity|msg)" ?:/,
];

/** The last lines of Entra's own messages: a time stamp there begins nothing. */
const TAIL = /^(?:Timestamp|Trace ID|Correlation ID|Request Id|Date) ?:/i;

/** Whether a line begins a log entry; lines until the next such line belong to it. */
export function startsEntry(line: string): boolean {
  const head = line.length > 500 ? line.slice(0, 500) : line;
  return !TAIL.test(head) && PREFIXES.some((prefix) => prefix.test(head));
}

const PREFIX_TEXT =
  /^(?:[VDIWEF]\/[\w.$-]{1,60} {0,4}\( {0,6}\d{1,7}\): ?(?:: ?)?|[[(]?\d{4}[-/]\d\d[-/]\d\d[T ,]{1,2}[\d:.,]{5,20}(?:Z|[+-]\d\d:?\d\d)?[\])]? ?|[[(]?\d\d:\d\d:\d\d[.,\d]{0,10}[\])]? ?)/;
const LEVEL_TEXT = /^(?:[[(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)[\])]?[: |-]{1,3})/i;

/** The line without its time stamp and level. */
export function withoutPrefix(line: string): string {
  return line.replace(PREFIX_TEXT, '').replace(LEVEL_TEXT, '');
}

const FRAGMENT =
  /^\s{0,80}(?:$|[{}[\])]{1,4},?\s{0,8}$|"[\w$@.-]{1,60}" ?:|[<>] |HTTP\/\d|[A-Za-z\d]{1,30}-[A-Za-z\d-]{1,40} ?:|(?:Date|Server|Host|Via|Vary|Connection|Authorization|Accept|Pragma|Expires) ?: |at [\w.$<>/]{2}|\.{3} \d|Caused by|-{2,3}>|<-{2,3}|--- End of)/;

/** Whether the message of an entry is a piece of something bigger: a header, a brace, a frame of a stack. */
export function isFragment(message: string): boolean {
  return FRAGMENT.test(message);
}
