import type { PatchValues } from '../patch-values.ts';
import { java, javascript, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

/** The address that events are posted to. */
function eventsUrl(v: PatchValues): string {
  const path = new URL(v.url).pathname;
  return /\/(?:events|calendar\/events)$/.test(path) ? v.url : `${v.graph}/v1.0/me/events`;
}

export const eventBody: PatchSet = {
  title: 'Send an event that ends after it starts, in one time zone',

  json: () => `{
  "subject": "Lunch",
  "start": { "dateTime": "2030-03-12T12:00:00", "timeZone": "UTC" },
  "end": { "dateTime": "2030-03-12T13:00:00", "timeZone": "UTC" },
  "attendees": [
    { "type": "required", "emailAddress": { "address": "sam@contoso.com", "name": "Sam" } }
  ],
  "transactionId": "7b1f6f0e-6a55-4f0e-9a41-0c8f5f3f2b11"
}`,

  python: (v) => `import uuid
from datetime import datetime, timedelta, timezone

import requests

start = (datetime.now(timezone.utc) + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
end = start + timedelta(hours=1)  # counted from the start, not from now


def graph_time(moment):
    # Local time with neither Z nor offset: timeZone alone states the zone.
    return {"dateTime": moment.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"}


event = {
    "subject": "Lunch",
    "start": graph_time(start),
    "end": graph_time(end),
    "attendees": [{"type": "required", "emailAddress": {"address": "sam@contoso.com"}}],  # always a list
    "transactionId": str(uuid.uuid4()),  # made once for this event: a repeated POST then makes no second one
}


def create(token):
    return requests.post(${python(eventsUrl(v))}, json=event, headers={"Authorization": "Bearer " + token}, timeout=30)`,

  node: (v) => `const HOUR = 3_600_000;

/** Local time with neither Z nor offset: timeZone alone states the zone. */
function graphTime(milliseconds) {
  return { dateTime: new Date(milliseconds).toISOString().slice(0, 19), timeZone: 'UTC' };
}

export function makeEvent(subject, start, addresses = []) {
  return {
    subject,
    start: graphTime(start),
    end: graphTime(start + HOUR), // counted from the start, not from now
    attendees: addresses.map((address) => ({ type: 'required', emailAddress: { address } })), // always a list
    transactionId: crypto.randomUUID(), // made once for this event: a repeated POST then makes no second one
  };
}

export function createEvent(token, event) {
  return fetch(${javascript(eventsUrl(v))}, {
    method: 'POST',
    headers: { authorization: \`Bearer \${token}\`, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
}`,

  csharp: () => `using Microsoft.Graph.Models;

var eventStart = DateTime.UtcNow.Date.AddDays(1).AddHours(12);
static DateTimeTimeZone GraphTime(DateTime utc) => new()
{
    DateTime = utc.ToString("yyyy-MM-ddTHH:mm:ss"), // neither Z nor offset: TimeZone alone states the zone
    TimeZone = "UTC",
};
var created = await graph.Me.Events.PostAsync(new Event
{
    Subject = "Lunch",
    Start = GraphTime(eventStart),
    End = GraphTime(eventStart.AddHours(1)), // counted from the start, not from now
    Attendees = new List<Attendee> { new() { EmailAddress = new EmailAddress { Address = "sam@contoso.com" } } },
    TransactionId = Guid.NewGuid().ToString(), // made once for this event
});`,

  java: (v) => `import java.net.URI;
import java.net.http.*;
import java.time.*;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

var eventStart = LocalDateTime.now(ZoneOffset.UTC).plusHours(1).withNano(0);
var format = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"); // neither Z nor offset
String event = String.format("""
    { "subject": "Lunch",
      "start": { "dateTime": "%s", "timeZone": "UTC" },
      "end": { "dateTime": "%s", "timeZone": "UTC" },
      "attendees": [ { "type": "required", "emailAddress": { "address": "sam@contoso.com" } } ],
      "transactionId": "%s" }
    """, eventStart.format(format), eventStart.plusHours(1).format(format), UUID.randomUUID());
var post = HttpRequest.newBuilder(URI.create(${java(eventsUrl(v))}))
    .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
    .POST(HttpRequest.BodyPublishers.ofString(event)).build();`,

  powershell: (v) => `$start = (Get-Date).ToUniversalTime().AddHours(1)
$format = 'yyyy-MM-ddTHH:mm:ss' # neither Z nor offset: timeZone alone states the zone
$body = @{
    subject       = 'Lunch'
    start         = @{ dateTime = $start.ToString($format); timeZone = 'UTC' }
    end           = @{ dateTime = $start.AddHours(1).ToString($format); timeZone = 'UTC' }
    attendees     = @(@{ type = 'required'; emailAddress = @{ address = 'sam@contoso.com' } })
    transactionId = [guid]::NewGuid().ToString()
} | ConvertTo-Json -Depth 5 # the default depth of 2 cuts the addresses off
Invoke-RestMethod -Method Post -Uri ${powershell(eventsUrl(v))} -ContentType 'application/json' -Body $body \`
    -Headers @{ Authorization = "Bearer $env:ACCESS_TOKEN" }`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')}
NOW=$(date +%s) # GNU date below; on macOS: date -u -r "$((NOW + 3600))" +%Y-%m-%dT%H:%M:%S
START=$(date -u -d "@$((NOW + 3600))" +%Y-%m-%dT%H:%M:%S)
END=$(date -u -d "@$((NOW + 7200))" +%Y-%m-%dT%H:%M:%S) # one hour after the start

jq -n --arg start "$START" --arg end "$END" --arg id "$(openssl rand -hex 16)" '{
  subject: "Lunch",
  start: {dateTime: $start, timeZone: "UTC"},
  end: {dateTime: $end, timeZone: "UTC"},
  attendees: [{type: "required", emailAddress: {address: "sam@contoso.com"}}],
  transactionId: $id
}' | curl --silent --show-error --fail-with-body ${shell(eventsUrl(v))} \
  --header "Authorization: Bearer $ACCESS_TOKEN" \
  --header 'Content-Type: application/json' \
  --data-binary @-`,
};
