import { describe, expect, it } from 'vitest';
import { readNamedBases } from '../../../../src/diagnosis/evidence/http/named-bases.ts';
import { original } from '../../../../src/diagnosis/text/mapped-text.ts';

const read = (text: string): unknown[] =>
  readNamedBases(original(text), 100).map(({ method, host, path }) => [method, host, path]);
const GRAPH = 'graph.microsoft.com';

describe('calls whose base stands in a variable', () => {
  it.each([
    [
      'G = "https://graph.microsoft.com/v1.0"\nrequests.post(f"{G}/users/{room}/events", json=b)',
      ['POST', GRAPH, '/v1.0/users/{room}/events'],
    ],
    [
      'const base = "https://graph.microsoft.com/v1.0";\nfetch(`$' + '{base}/me/sendMail`, { method: "POST", body })',
      ['POST', GRAPH, '/v1.0/me/sendMail'],
    ],
    [
      'private const string _base = "https://graph.microsoft.com/beta/";\nawait http.GetAsync($"{_base}/me/events");',
      ['GET', GRAPH, '/beta/me/events'],
    ],
    [
      '$graph = "https://graph.microsoft.com/v1.0"\nInvoke-RestMethod -Method Patch -Uri "$graph/groups/$id" -Headers $h',
      ['PATCH', GRAPH, '/v1.0/groups/$id'],
    ],
    [
      "self.api = 'https://org1.crm4.dynamics.com/api/data/v9.2'\nr = s.get(self.api + '/accounts', headers=h)",
      [null, 'org1.crm4.dynamics.com', '/api/data/v9.2/accounts'],
    ],
    [
      'requests.get(f"{API}/users", headers=h)\nAPI = "https://graph.microsoft.com/v1.0"',
      ['GET', GRAPH, '/v1.0/users'],
    ],
    ['requests.get(f"{app.config[\'GRAPH\']}/me/events", headers=h)', ['GET', null, '/me/events']],
  ])('reads %s', (text, call) => {
    expect(read(text)).toEqual([call]);
  });

  it.each([
    'requests.get(f"{API}/users", headers=h)',
    'G = "https://graph.microsoft.com/v1.0"\nprint(f"{G} is the base")',
    'see https://graph.microsoft.com/v1.0\nname = f"{first}/{last}"',
    'A = "https://a.example"\nrequests.get(f"{B}/me")',
  ])('reads nothing in «%s»', (text) => {
    expect(read(text)).toEqual([]);
  });
});
