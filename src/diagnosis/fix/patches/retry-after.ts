import { csharp, java, javascript, powershell, python, shell } from '../string-literal.ts';
import { shellNeeds } from './clients.ts';
import type { PatchSet } from './patch-set.ts';
import { verbatim } from './verbatim.ts';

export const retryAfter: PatchSet = {
  title: 'Wait as long as Retry-After says',

  python: (v) => `import random
import time

import requests


def call_graph(token, url=${python(v.url)}, attempts=5):
    for attempt in range(attempts):
        response = requests.get(url, headers={"Authorization": "Bearer " + token}, timeout=30)
        if response.status_code not in (429, 503, 504) or attempt == attempts - 1:
            return response
        stated = response.headers.get("Retry-After", "")
        # Seconds. Without the header: 1, 2, 4, 8 ... never more than a minute, never all clients at once.
        wait = int(stated) if stated.isdigit() else min(2**attempt, 60)
        time.sleep(wait + random.uniform(0, 1))
# Outlook: at most 4 requests at a time for one app and mailbox. Repeat a POST only where it has a transactionId.`,

  node: (v) => `import { setTimeout as sleep } from 'node:timers/promises';

export async function callPatiently(token, url = ${javascript(v.url)}, attempts = 5) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { headers: { authorization: \`Bearer \${token}\` } });
    if (![429, 503, 504].includes(response.status) || attempt === attempts) return response;
    await response.body?.cancel();
    const stated = Number(response.headers.get('retry-after') || Number.NaN);
    // Seconds. Without the header: 1, 2, 4, 8 ... never more than a minute, never all clients at once.
    const seconds = Number.isFinite(stated) ? stated : Math.min(2 ** (attempt - 1), 60);
    await sleep((seconds + Math.random()) * 1000);
  }
}
// Outlook: at most 4 requests at a time for one app and mailbox. Repeat a POST only where it has a transactionId.`,

  csharp: (v) => `HttpResponseMessage answer;
for (var attempt = 0; ; attempt++)
{
    answer = await httpClient.GetAsync(${csharp(v.url)});
    if ((int)answer.StatusCode is not (429 or 503 or 504) || attempt == 4) break;
    // Without the header: 1, 2, 4, 8 seconds. Random: never all clients at once.
    var wait = answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(Math.Pow(2, attempt));
    answer.Dispose();
    await Task.Delay(wait + TimeSpan.FromMilliseconds(Random.Shared.Next(1000)));
}
// The Graph SDK's GraphServiceClient does this by itself. Outlook: at most 4 requests at a time for one mailbox.`,

  java: (v) => `import java.net.URI;
import java.net.http.*;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

var patient = HttpRequest.newBuilder(URI.create(${java(v.url)})).header("Authorization", "Bearer " + token).build();
HttpResponse<String> answer;
for (int attempt = 0; ; attempt++) {
    answer = http.send(patient, HttpResponse.BodyHandlers.ofString());
    if (!Set.of(429, 503, 504).contains(answer.statusCode()) || attempt == 4) break;
    // Seconds. Without the header: 1, 2, 4, 8. Random: never all clients at once.
    long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1L << attempt);
    Thread.sleep(seconds * 1000 + ThreadLocalRandom.current().nextLong(1000));
}`,

  powershell: (v) => `# Honours Retry-After (PowerShell 7) and gives up after five tries.
Invoke-RestMethod -Uri ${powershell(v.url)} \`
    -Headers @{ Authorization = "Bearer $env:ACCESS_TOKEN" } \`
    -MaximumRetryCount 5 -RetryIntervalSec 2
# Invoke-MgGraphRequest and the Mg cmdlets do this by themselves.`,

  curl: (v) => verbatim`${shellNeeds('ACCESS_TOKEN')}

# --retry obeys Retry-After; without it, it waits 1, 2, 4, 8 ... seconds.
curl --silent --show-error --fail-with-body --retry 5 --retry-max-time 300 ${shell(v.url)} \
  --header "Authorization: Bearer $ACCESS_TOKEN"`,
};
