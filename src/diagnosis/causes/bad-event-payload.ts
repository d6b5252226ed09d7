import type { Facts } from '../facts/facts.ts';
import type { RootCause, Signal } from './root-cause.ts';

interface EventBody {
  readonly start?: unknown;
  readonly end?: unknown;
  readonly attendees?: unknown;
}

function eventBody(facts: Facts): { body: EventBody; at: Signal['at'] } | undefined {
  const request = facts
    .of('request')
    .findLast(
      (item) => typeof item.body === 'object' && item.body !== null && ('start' in item.body || 'subject' in item.body),
    );
  return request && { body: request.body as EventBody, at: request.span };
}

function dateTime(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? (value as { dateTime?: unknown }).dateTime : value;
  return typeof text === 'string' ? text : undefined;
}

/** What is wrong in the body that was sent, in one sentence, or nothing. */
function fault(body: EventBody): string | undefined {
  const start = dateTime(body.start);
  const end = dateTime(body.end);
  if (
    start !== undefined &&
    end !== undefined &&
    /^\d{4}-/.test(start) &&
    /^\d{4}-/.test(end) &&
    end.slice(0, 19) < start.slice(0, 19)
  )
    return `The end (${end}) lies before the start (${start})`;
  if (body.attendees === null) return 'attendees is null; Graph wants a list, empty or left out';
  if (start !== undefined && end === undefined) return 'There is a start and no end';
  for (const part of [body.start, body.end]) {
    if (typeof part === 'string') return 'start and end must be objects with dateTime and timeZone, not text';
    const text = dateTime(part);
    const zone = typeof part === 'object' && part !== null ? (part as { timeZone?: unknown }).timeZone : undefined;
    if (text !== undefined && /(?:Z|[+-]\d\d:\d\d)$/.test(text) && typeof zone === 'string' && !/^utc$/i.test(zone))
      return `dateTime ${text} names a zone of its own beside timeZone ${zone}`;
    if (text !== undefined && (zone === undefined || zone === '' || zone === null))
      return 'timeZone is missing beside dateTime';
  }
  return undefined;
}

function bodyAgainstRules(facts: Facts): Signal | undefined {
  const event = eventBody(facts);
  if (event === undefined) return undefined;
  const problem = fault(event.body);
  if (problem === undefined) return undefined;
  const refused = facts.status === 400 || /400/.test(String(facts.call?.status)) || facts.call?.error != null;
  return { strength: refused ? 'decisive' : 'strong', at: event.at, says: problem };
}

function zone(facts: Facts): string | undefined {
  return /TimeZone value is not supported: '([^'\n]{0,80})'/i.exec(facts.call?.error?.message ?? '')?.[1];
}

/** In the right form, from the start and the zone that were sent, where they can be used. */
function startAndEnd(facts: Facts): string {
  const sent = eventBody(facts)?.body.start;
  const start = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?/.exec(dateTime(sent) ?? '')?.[0];
  const at = start === undefined ? Number.NaN : Date.parse(`${start.length === 16 ? `${start}:00` : start}Z`);
  if (Number.isNaN(at)) return inForm(Date.UTC(2026, 2, 12, 14), 'W. Europe Standard Time');
  const named = typeof sent === 'object' && sent !== null ? (sent as { timeZone?: unknown }).timeZone : undefined;
  const utc = /Z$/.test(dateTime(sent) ?? '');
  const known = typeof named === 'string' && /^[A-Za-z][\w .()/+-]{1,60}$/.test(named) && zone(facts) === undefined;
  return inForm(at, utc ? 'UTC' : known ? named : 'W. Europe Standard Time');
}

function inForm(start: number, timeZone: string): string {
  const side = (at: number) => `{"dateTime": "${new Date(at).toISOString().slice(0, 19)}", "timeZone": "${timeZone}"}`;
  return `"start": ${side(start)}, "end": ${side(start + 3_600_000)}`;
}

/** Graph's own sentence, pasted without its address. */
const UNREADABLE_BODY = 'unable to read json request payload';

export const badEventPayload: RootCause = {
  id: 'bad-event-payload',
  title: 'The body of the event is not valid',
  owner: 'app-developer',
  explanation:
    'The sign-in is in order; Graph refuses the event itself. Start and end are objects with a local dateTime (no offset) and a timeZone, the end lies after the start (an hour after it is a good default, counted from the start and not from now), attendees is a list, and the zone is a Windows name or one of the IANA names that Exchange knows.',
  symptoms: [
    '400 ErrorPropertyValidationFailure, UnableToDeserializePostBody',
    '400 TimeZoneNotSupportedException',
    '«The specified end time is before the start time»',
    'ErrorDuplicateTransactionId',
  ],
  rules: [
    { kind: 'facts', onlyWith: { evidence: ['request'] }, test: bodyAgainstRules },
    {
      kind: 'phrase',
      phrases: [
        'timezonenotsupportedexception',
        'errorpropertyvalidationfailure',
        'at least one property failed validation',
        'unabletodeserializepostbody',
        'were unable to deserialize',
        'errorcalendarenddateisearlierthanstartdate',
        'end date is earlier than start date',
        'errorinvalidrequest: your request',
        'errorcalendardurationistoolong',
        'errorduplicatetransactionid',
        'a valid timezone value must be specified',
        'errorinvalidtimezone',
        'cannot convert the literal',
        'errorinvalidrecipients',
        'errorrecurrence',
        'errorcalendarinvalid',
        "the property 'datetime'",
        'start date cannot be after the end date',
        "does not exist on type 'microsoft.graph.event'",
        "does not exist on type 'microsoft.outlookservices.",
        'errorcalendarmeetingrequestisoutofdate',
        'errorcannotcreatecalendariteminnoncalendarfolder',
        'errorinvalidrecurrence',
        'errormandatoryinput',
        'errorcalendaroccurrenceindexisoutofrecurrencerange',
        'erroroccurrencecrossingboundary',
        'erroroccurrencetimespantoobig',
        'errorinvalidtimeinterval',
        'the request is malformed or incorrect: expected a',
      ],
      strength: 'decisive',
      when: (facts) =>
        facts.of('aadsts').length === 0 &&
        facts.status !== 401 &&
        // An Exchange server on premises knows fewer properties: then the mailbox is the matter, not the body.
        facts.phrase('rest apis for this mailbox are currently in preview') === undefined,
      says: 'Graph names a fault in the body of the event',
    },
    {
      kind: 'phrase',
      phrases: ['errorinvalididmalformed', 'id is malformed'],
      strength: 'fair',
      when: (facts) => facts.microsoft,
      says: 'The id in the address is cut off or wrongly escaped',
    },
    {
      // OData's words for a body it cannot read or does not know; not only events have one.
      kind: 'phrase',
      phrases: [
        'requestbodyread',
        'modelvalidationfailure',
        "an unexpected 'startobject' node was found",
        "an unexpected 'primitivevalue' node was found",
        "a node of type 'startobject' was read",
        'empty payload. json content expected',
        'invalid json body',
        UNREADABLE_BODY,
        'was expecting a primitive value',
      ],
      strength: 'strong',
      when: (facts) =>
        (facts.microsoft || (facts.of('vendor').length === 0 && facts.phrase(UNREADABLE_BODY) !== undefined)) &&
        facts.status !== 401 &&
        facts.of('aadsts').length === 0,
      says: 'Graph could not read the body of the request, or does not know a property in it',
    },
    {
      kind: 'facts',
      onlyWith: { settings: ['end-time', 'time-zone'] },
      test: (facts) => {
        const setting = facts
          .of('setting')
          .find(
            (item) => item.name === 'end-time' || (item.name === 'time-zone' && item.values[0] === 'isoformat()+Z'),
          );
        if (setting === undefined) return undefined;
        return {
          strength: facts.status === 400 ? 'strong' : 'weak',
          at: setting.span,
          says:
            setting.name === 'end-time'
              ? 'The end is counted from now, not from the start: a later start then ends before it begins'
              : 'The time states UTC by its Z, and a second zone beside it',
        };
      },
    },
    {
      kind: 'facts',
      onlyWith: { evidence: ['request'] },
      test: (facts) => {
        const request = facts.call?.request;
        if (
          facts.status !== 400 ||
          request == null ||
          !/POST|PATCH/.test(request.method ?? '') ||
          !/\/events(?:\/|$)/i.test(request.path)
        )
          return undefined;
        return { strength: 'weak', at: request.span, says: '400 on an event: its body, not the sign-in' };
      },
    },
  ],
  headline: (facts) => {
    const event = eventBody(facts);
    const problem = event === undefined ? undefined : fault(event.body);
    const bad = zone(facts);
    if (bad === '') return 'The time zone of the event is empty.';
    if (bad !== undefined) return `Graph does not know the time zone «${bad}».`;
    return problem === undefined ? 'The sign-in is in order, but the body of the event is not valid.' : `${problem}.`;
  },
  steps: (facts) => {
    const bad = zone(facts);
    return [
      ...(bad === undefined
        ? []
        : [
            {
              text: `Send a Windows zone name${bad === '' ? '' : ` in place of «${bad}»`} (they always work), for example`,
              value: 'W. Europe Standard Time',
            },
          ]),
      {
        text: 'Send start and end in this form, the end one hour after the start where nobody said otherwise:',
        value: startAndEnd(facts),
      },
      { text: 'State one zone: a local time without Z or offset, and timeZone beside it.' },
      { text: 'Leave out what you do not set: null is not an empty list.' },
    ];
  },
  patches: ['event-body'],
  check: () => ({ text: 'The same POST answers 201 Created with the event.' }),
  sources: [
    { title: 'Create event', url: 'https://learn.microsoft.com/graph/api/user-post-events' },
    { title: 'dateTimeTimeZone', url: 'https://learn.microsoft.com/graph/api/resources/datetimetimezone' },
  ],
  lastChecked: '2026-11-22',
  hits: [
    {
      paste: `The property 'name' does not exist on type 'Microsoft.OutlookServices.EmailAddress'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
      verdict: 'certain',
    },
    {
      paste: `{"error":{"code":"ErrorOccurrenceCrossingBoundary","message":"Modified occurrence is crossing or overlapping adjacent occurrence."}}`,
      verdict: 'certain',
    },
    {
      paste: `Microsoft.Graph.Models.ODataErrors.ODataError: The request is malformed or incorrect: expected a string for ODataType value.
   at Microsoft.Graph.Users.Item.Events.EventsRequestBuilder.PostAsync(Event body)`,
      verdict: 'certain',
    },
    {
      paste:
        'POST https://graph.microsoft.com/v1.0/me/events 400\n{"error":{"code":"RequestBodyRead","message":"The property \'attendee\' does not exist on type \'microsoft.graph.event\'."}}',
    },
    {
      paste:
        'POST https://graph.microsoft.com/v1.0/me/events\n{"subject":"Standup","start":{"dateTime":"2026-05-04T10:00:00","timeZone":"UTC"},"end":{"dateTime":"2026-05-04T09:00:00","timeZone":"UTC"}}\n\nHTTP/1.1 400 Bad Request\n{"error":{"code":"ErrorPropertyValidationFailure","message":"At least one property failed validation."}}',
      verdict: 'certain',
    },
    {
      paste:
        '{"error":{"code":"TimeZoneNotSupportedException","message":"A valid TimeZone value must be specified. The following TimeZone value is not supported: \'\'."}}',
      verdict: 'certain',
    },
    {
      paste:
        'now = datetime.utcnow()\nend_dt = request.args.get("end") or (now + timedelta(hours=1)).isoformat(timespec="seconds") + "Z"\nPOST https://graph.microsoft.com/v1.0/me/events\n400 Bad Request',
    },
    {
      paste:
        "Code: ErrorDuplicateTransactionId\nMessage: Your request can't be completed. The TransactionId is already used.",
      verdict: 'certain',
    },
  ],
  nearMisses: [
    {
      paste: `400
The property 'attendees' does not exist on type 'Microsoft.OutlookServices.Event'. REST APIs for this mailbox are currently in preview.`,
      cause: 'mailbox-unavailable',
    },
    {
      paste:
        'await client.api("/me/events").post({ subject: "x", start: { dateTime: "2026-01-01T10:00:00", timeZone: "UTC" }, end: { dateTime: "2026-01-01T11:00:00", timeZone: "UTC" } });',
      cause: 'not-enough-evidence',
    },
    {
      paste:
        'POST https://graph.microsoft.com/v1.0/me/events -> 403\n{"aud":"https://graph.microsoft.com","scp":"User.Read","idtyp":"user"}\n{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
      cause: 'missing-scope',
    },
  ],
};
