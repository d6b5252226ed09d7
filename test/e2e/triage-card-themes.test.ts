import { describe, expect, it } from 'vitest';
import { caseAnswer, incidentAnswer, joinedAnswer } from '../../src/bot/triage/cards/stored-views.ts';
import { barChart } from '../../src/bot/triage/chart/bar-chart.ts';
import { boardCard } from '../../src/presentation/cards/triage/board-card.ts';
import { caseListCard } from '../../src/presentation/cards/triage/case-list-card.ts';
import { outageCard } from '../../src/presentation/cards/triage/outage-card.ts';
import { statsCard } from '../../src/presentation/cards/triage/stats-card.ts';
import { SAMPLE_NOW, sampleCase, sampleIncident } from '../bot/triage/sample-cases.ts';
import { chromiumPath } from './chromium.ts';
import { drawnCards, hardToRead, screenshotOf, THEMES } from './drawn-cards.ts';

const CONSENT =
  "AADSTS90094: An administrator of Contoso has set a policy that prevents you from granting 'Mail sync' the permissions it is requesting. Contact an administrator of Contoso who can grant permissions to this application on your behalf. client_id=2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21";
const SECRET =
  "AADSTS7000222: The provided client secret keys for app '2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21' are expired.";
const UNDECIDED =
  'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

function sampleCards(): { closed: object[]; open: object[] } {
  const around = {
    place: { channelId: 'msteams', tenant: 'tenant-1', group: 'group-1' },
    agents: [{ id: '29:adele', name: 'Adele Vance', aadObjectId: null }],
    findsPeople: false,
    timeZone: 'Europe/Berlin',
    now: SAMPLE_NOW,
  };
  const consent = sampleCase(CONSENT);
  const adele = { id: '29:adele', name: 'Adele Vance' };
  const taken = sampleCase(SECRET, { number: 18, state: 'taken', assignee: adele, changedBy: adele });
  const incident = sampleIncident(consent);
  const cases = ['Ben Okafor', 'Chloe Tan', 'Sam Reed', 'Noor Haddad', 'Rosa Lind', 'Lynne Robbins'].map((name) =>
    sampleCase(CONSENT, { reporter: { id: name, name } }),
  );
  const hours = [0, 0, 1, 0, 0, 0, 1, 3, 9, 14, 11, 8, 5, 6, 9, 7, 4, 2, 1, 0, 0, 2, 1, 12];
  const board = boardCard({
    openIncidents: 2,
    openCases: 14,
    incidents: [
      {
        number: 3,
        version: 1,
        title: 'An administrator must consent',
        counts: '7 people, 9 cases',
        age: 'open for 2 h 10 min',
        status: 'taken by Adele Vance',
        owner: 'an administrator of the tenant',
        link: 'https://teams.microsoft.com/l/message/x',
      },
      {
        number: 4,
        version: 1,
        title: 'The client secret has expired',
        counts: '2 people, 2 cases',
        age: 'open for 5 min',
        status: 'open',
        owner: 'the app’s developer',
        link: null,
      },
    ],
    chart: {
      url: barChart(hours),
      words: '96 reports in the last 24 hours; the busiest hour began at 21:00 CET, with 14.',
      hours: ['12:00', '18:00', '00:00', '06:00'],
    },
    causes: [
      { title: 'An administrator must consent', cases: 41 },
      { title: 'The client secret has expired', cases: 12 },
    ],
  });
  const stats = statsCard({
    title: 'The last 7 days',
    facts: [
      { label: 'Reports', value: '214, of which 14 open and 200 resolved' },
      { label: 'Time to my answer', value: '2 s (median)' },
      { label: 'Time to resolution', value: '1 h 5 min (median)' },
      { label: '“This fixed it”', value: '81 % (73 of 90)' },
      { label: 'Right diagnoses', value: '96 % (192 of 200)' },
    ],
    causes: [
      { title: 'An administrator must consent', cases: 80, wrong: 2 },
      { title: 'The client secret has expired', cases: 33, wrong: 0 },
      { title: 'The user needs a second factor', cases: 7, wrong: 0 },
    ],
    moreCauses: 5,
  });
  const list = caseListCard({
    title: 'Open cases',
    cases: [
      {
        number: 17,
        headline: consent.headline,
        detail: 'open · Ben Okafor 2 h 10 min ago · incident 3',
        link: 'https://teams.microsoft.com/l/message/x',
      },
      { number: 18, headline: taken.headline, detail: 'taken by Adele Vance · Sam Reed 12 min ago', link: null },
    ],
    more: 'and 12 more',
    empty: '',
  });
  const outage = outageCard({
    headline: 'Probable outage: 9 people, 4 apps since 10:10 CET, all with the same cause: The service is unavailable',
    pages: [{ title: 'Microsoft service status', url: 'https://status.cloud.microsoft', forAdministrators: false }],
  });
  return {
    closed: [
      caseAnswer(taken, null, around).card!,
      incidentAnswer(incident, cases, around).card!,
      joinedAnswer(cases[1]!, { ...incident, thread: `${incident.thread}1` }, false, around).card!,
      caseAnswer(sampleCase(UNDECIDED), null, around).card!,
      board,
      stats,
      list,
      outage,
    ],
    open: [
      caseAnswer(consent, null, around).card!,
      incidentAnswer({ ...incident, state: 'resolved', changedBy: adele }, cases, around).card!,
    ],
  };
}

describe.skipIf(chromiumPath === undefined)('the cards of the helpdesk in the themes of Teams', () => {
  for (const theme of THEMES) {
    it.each(['closed', 'open'] as const)(`are drawn %s in ${theme}`, async (form) => {
      const cards = sampleCards()[form];
      const { page, problems } = await drawnCards(cards, theme, { columns: 2, open: form === 'open' });
      await page.screenshot({ path: screenshotOf(`triage-${form}-${theme}`), fullPage: true });
      expect(problems).toEqual([]);
      expect(await hardToRead(page)).toEqual([]);
      expect(await page.locator('.ac-adaptiveCard').count()).toBe(cards.length);
      await page.close();
    });
  }
});
