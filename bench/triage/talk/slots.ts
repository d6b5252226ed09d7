import type { Chance } from '../chance.ts';

/** What stands in braces in a template: `{first}`, `{ticket}`. Each is made anew wherever it stands. */
export type SlotName = keyof typeof SLOTS;

const pick =
  (...words: readonly string[]) =>
  (chance: Chance): string =>
    chance.pick(words);
const digits =
  (count: number) =>
  (chance: Chance): string =>
    String(chance.int(10 ** (count - 1), 10 ** count - 1));
const two = (value: number): string => String(value).padStart(2, '0');

export const FIRST_NAMES = (
  'Adele Ben Chloe Dario Elif Femi Grace Hiro Ines Jonas Katya Liam Megan Nadia Omar Priya Quentin Rosa Samir Tove Uma ' +
  'Viktor Wen Ximena Yusuf Zoë Aino Bruno Carmen Dmitri Esther Farah Goran Hanna Ivo Joelle Kofi Leila Matteo Noor'
).split(' ');
export const LAST_NAMES = (
  'Vance Okafor Tan Reed Bowen Moreau Lindqvist Sato Petrov Haddad Novak Silva Müller Jansen Kowalski Rossi Nguyen Khan ' +
  'Larsen Costa Weber Dubois Murphy Ito Farouk Andersson Ortega Popescu Fischer O’Brien'
).split(' ');

const SLOTS = {
  first: (chance: Chance) => chance.pick(FIRST_NAMES),
  full: (chance: Chance) => `${chance.pick(FIRST_NAMES)} ${chance.pick(LAST_NAMES)}`,
  time: (chance: Chance) => `${chance.int(7, 18)}:${two(5 * chance.int(0, 11))}`,
  clock: (chance: Chance) => `${two(chance.int(6, 19))}:${two(chance.int(0, 59))}:${two(chance.int(0, 59))}`,
  hour: (chance: Chance) => `${chance.int(1, 12)}${chance.pick([' pm', 'am', ' am', 'pm', ' o’clock'])}`,
  weekday: pick('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Tue', 'Thu', 'next Monday'),
  date: (chance: Chance) =>
    chance.pick([
      `${chance.int(1, 28)} ${chance.pick(['Nov', 'Dec', 'January', 'February'])}`,
      `2026-${two(chance.int(11, 12))}-${two(chance.int(1, 28))}`,
      `${chance.int(1, 28)}.${chance.int(11, 12)}.2026`,
      `${chance.int(11, 12)}/${chance.int(1, 28)}`,
    ]),
  stamp: (chance: Chance) =>
    `2026-11-${two(chance.int(16, 23))}T${two(chance.int(5, 19))}:${two(chance.int(0, 59))}:${two(chance.int(0, 59))}.${chance.int(100, 999)}Z`,
  n1: (chance: Chance) => String(chance.int(2, 9)),
  n2: digits(2),
  n3: digits(3),
  n4: digits(4),
  n5: digits(5),
  n6: digits(6),
  n7: digits(7),
  ticket: (chance: Chance) =>
    chance.pick([
      `INC00${chance.int(10_000, 99_999)}`,
      `#${chance.int(10_000, 99_999)}`,
      `REQ-${chance.int(1_000, 9_999)}`,
      `HD-${chance.int(10_000, 70_000)}`,
      `CHG00${chance.int(40_000, 59_999)}`,
      `${chance.int(500_000, 709_999)}`,
      `SR ${chance.int(50_000, 90_000)}`,
    ]),
  room: (chance: Chance) =>
    chance.pick(['401', '403', '4.01', '2.17', 'Atrium', 'Oslo', 'B-401', '5001', 'the blue one', '500', 'K 401']),
  city: pick('Lisbon', 'Leeds', 'Kraków', 'Osaka', 'Nairobi', 'Graz', 'Tallinn', 'Austin', 'Porto', 'Lyon', 'Gdańsk'),
  site: pick(
    'the Leeds office',
    'warehouse 3',
    'the plant',
    'the front desk',
    'building B',
    'the branch in Graz',
    'floor 4',
  ),
  food: pick(
    'ramen',
    'tacos',
    'the canteen',
    'pizza',
    'falafel',
    'soup',
    'curry',
    'sandwiches',
    'pho',
    'salad',
    'burgers',
  ),
  printer: (chance: Chance) => `${chance.pick(['PRN', 'LJ', 'MFP', 'KM'])}-${chance.int(100, 599)}`,
  laptop: (chance: Chance) => `${chance.pick(['NB', 'LT', 'WS', 'MAC'])}${chance.int(10_000, 99_999)}`,
  product: pick(
    'SAP',
    'Jira',
    'Confluence',
    'Zoom',
    'Salesforce',
    'Workday',
    'ServiceNow',
    'Citrix',
    'AutoCAD',
    'Figma',
    'Concur',
    'Tableau',
    'Slack',
    'Adobe',
    'DATEV',
    'GlobalProtect',
    'Miro',
  ),
  office: pick(
    'Outlook',
    'Excel',
    'Teams',
    'OneDrive',
    'SharePoint',
    'Word',
    'PowerPoint',
    'OneNote',
    'Planner',
    'Loop',
    'Power BI',
    'Intune',
  ),
  app: pick(
    'the expense portal',
    'the booking app',
    'Fabrikam Time',
    'the shift planner',
    'the HR portal',
    'Contoso Travel',
    'the intranet',
    'the parts catalogue',
    'the visitor kiosk',
    'the warehouse scanner app',
    'the CRM sync',
    'the payroll export',
  ),
  team: pick(
    'network team',
    'identity team',
    'the app team',
    'facilities',
    'second level',
    'the CA folks',
    'platform',
    'infosec',
    'the vendor',
    'HR',
    'the Exchange people',
  ),
  repo: pick(
    'portal-api',
    'mail-sync',
    'booking-web',
    'graph-jobs',
    'scanner-app',
    'intranet',
    'infra',
    'kiosk',
    'etl-nightly',
    'auth-proxy',
  ),
  branch: pick(
    'fix/token-cache',
    'feat/sso',
    'main',
    'release/4.1',
    'chore/bump-msal',
    'fix/redirect',
    'feat/calendar-sync',
    'hotfix/401-page',
  ),
  hash: (chance: Chance) => chance.hex(chance.pick([7, 8, 40])),
  guid: (chance: Chance) => chance.guid(),
  ip: (chance: Chance) => `10.${chance.int(0, 250)}.${chance.int(0, 250)}.${chance.int(1, 250)}`,
  host: (chance: Chance) =>
    `${chance.pick(['web', 'app', 'api', 'db', 'fs', 'prn', 'dc'])}${two(chance.int(1, 24))}.corp.contoso.example`,
  ms: (chance: Chance) => String(chance.int(3, 900)),
  file: pick(
    'q4-forecast.xlsx',
    'onboarding.docx',
    'rota-week-48.xlsx',
    'network-plan.vsdx',
    'minutes.docx',
    'logo-final-v7.png',
    'assets.csv',
    'runbook.md',
  ),
  user: (chance: Chance) =>
    `${chance.pick(FIRST_NAMES).toLowerCase().replace('ë', 'e')}.${chance.pick(['vance', 'tan', 'reed', 'sato', 'novak', 'weber'])}@contoso.example`,
  emoji: pick('🙂', '👍', '🎉', '😅', '🙏', '☕', '🤷', '🙈', '💪', '😂', '🫠', '🚀', ''),
  please: pick('please', 'pls', 'if you have a minute', 'when you get a chance', 'thanks', 'thx', ''),
  hello: pick('Hi all', 'Hello', 'hey', 'Morning', 'good morning everyone', 'Hi team', 'hi,', 'Hey folks', 'Moin', ''),
} satisfies Readonly<Record<string, (chance: Chance) => string>>;

/** A template with its slots filled. */
export function filled(template: string, chance: Chance): string {
  const text = template.replace(/\{([a-z]+\d?)\}/g, (whole, name: string) =>
    Object.hasOwn(SLOTS, name) ? SLOTS[name as SlotName](chance) : whole,
  );
  return text.replace(/ {2,}(?=\S)/g, (gap, at: number) => (at === 0 || text[at - 1] === '\n' ? gap : ' ')).trim();
}
