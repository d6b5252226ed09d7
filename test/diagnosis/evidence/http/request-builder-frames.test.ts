import { describe, expect, it } from 'vitest';
import { readRequestBuilderFrames } from '../../../../src/diagnosis/evidence/http/request-builder-frames.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

function calls(text: string): string[] {
  return readRequestBuilderFrames(original(text)).map(({ method, path }) => `${method} ${path}`);
}

describe('frames of the request builders of Graph SDKs', () => {
  it.each([
    ['at Microsoft.Graph.Users.Item.Events.EventsRequestBuilder.PostAsync(Event body)', 'POST /users/{id}/events'],
    [
      'at com.microsoft.graph.users.item.calendarview.CalendarViewRequestBuilder.get(CalendarViewRequestBuilder.java:74)',
      'GET /users/{id}/calendarView',
    ],
    [
      'File "/x/msgraph/generated/me/mail_folders/mail_folders_request_builder.py", line 71, in get',
      'GET /me/mailFolders',
    ],
    [
      'at Microsoft.Graph.Groups.Item.Members.Ref.RefRequestBuilder.PostAsync(ReferenceCreate body)',
      'POST /groups/{id}/members/$ref',
    ],
    ['at Microsoft.Graph.Users.Item.Photo.Value.ContentRequestBuilder.GetAsync()', 'GET /users/{id}/photo/$value'],
    ['Microsoft\\Graph\\Generated\\Me\\Events\\EventsRequestBuilder->get()', 'GET /me/events'],
  ])('%s', (text, expected) => {
    expect(calls(text)).toEqual([expected]);
  });

  it.each([
    'at Contoso.Graph.Users.Item.Events.EventsRequestBuilder.GetAsync()',
    'com.microsoft.graph.me.events.EventsRequestBuilder.<init>(EventsRequestBuilder.java:3)',
    'new EventsRequestBuilder()',
  ])('no call in «%s»', (text) => {
    expect(calls(text)).toEqual([]);
  });
});
