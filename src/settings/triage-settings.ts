import { type Environment, given } from './environment.ts';
import { isQuoted, unfilledProblem } from './secret-value.ts';
import type { SettingsProblem } from './settings-error.ts';
import { isGuid, isLoopbackHost, isPlaceholder } from './value-forms.ts';
import { readWholeNumber } from './whole-number.ts';

/** The helpdesk: who its agents are, what becomes an incident, and where cases are told. */
export interface TriageSettings {
  /**
   * Agents of every desk: Entra object ids in lower case, or ids of Teams (`29:…`), which tell small and capital letters
   * apart. Agents name further ones in the channel.
   */
  readonly agents: readonly string[];
  /** How long after the last report a further one still belongs to an incident. */
  readonly incidentWindowMs: number;
  /** `null` where nobody is told. */
  readonly webhook: WebhookSettings | null;
}

export interface WebhookSettings {
  /** Its query may hold what lets in (a Logic App's `sig`): it is never logged. */
  readonly url: string;
  /** What deliveries are signed with. */
  readonly secret: string;
}

const MOST_AGENTS = 500;
const AGENTS = 'WHY401_DESK_AGENTS';
const AGENTS_FIX =
  'Set it to Entra object IDs (from the Users page of the Entra admin center) or Teams ids (29:…), with commas between them';
const URL_NAME = 'WHY401_WEBHOOK_URL';
const URL_FIX = 'Set it to the https address that takes the deliveries, as https://tickets.example.com/why401';
const SECRET_NAME = 'WHY401_WEBHOOK_SECRET';
const SHORTEST_SECRET = 16;
const SECRET_FIX = `Set it to at least ${SHORTEST_SECRET} random characters (openssl rand -hex 32), and the receiver to the same`;

const WINDOW = {
  name: 'WHY401_INCIDENT_WINDOW_MINUTES',
  what: 'a number of minutes',
  from: 5,
  to: 1440,
  otherwise: 60,
};

/** What is wrong has its default or is left out: `problems` then has more than before. */
export function readTriage(env: Environment, problems: SettingsProblem[]): TriageSettings {
  return {
    agents: readAgents(env.WHY401_DESK_AGENTS, problems),
    incidentWindowMs: readWholeNumber(env.WHY401_INCIDENT_WINDOW_MINUTES, WINDOW, problems) * 60_000,
    webhook: readWebhook(env, problems),
  };
}

function readAgents(raw: string | undefined, problems: SettingsProblem[]): readonly string[] {
  const value = given(raw);
  if (value === undefined) return [];
  const ids = value
    .split(',')
    .map((id) => id.trim())
    // A comma at the end is no agent.
    .filter((id) => id !== '');
  const problem = agentsProblem(value, ids);
  if (problem !== undefined) {
    problems.push({ name: AGENTS, problem, fix: AGENTS_FIX });
    return [];
  }
  return [...new Set(ids.map((id) => (isGuid(id) ? id.toLowerCase() : id)))];
}

function agentsProblem(value: string, ids: readonly string[]): string | undefined {
  if (isQuoted(value)) return 'has quotation marks around it';
  if (ids.length > MOST_AGENTS) return `holds more than ${MOST_AGENTS} ids`;
  const wrong = ids.findIndex((id) => isPlaceholder(id) || !(isGuid(id) || /^29:[\w-]{10,200}$/.test(id)));
  if (wrong === -1) return undefined;
  const place = ids.length > 1 ? ` in place ${wrong + 1}` : '';
  const id = ids[wrong] ?? '';
  if (isPlaceholder(id)) return `still holds a placeholder${place}`;
  // People change their names and addresses, and then somebody else may get the old one.
  return `holds ${id.includes('@') ? 'an address of mail' : 'something'} that is no id${place}`;
}

function readWebhook(env: Environment, problems: SettingsProblem[]): WebhookSettings | null {
  const before = problems.length;
  const url = given(env.WHY401_WEBHOOK_URL);
  const secret = given(env.WHY401_WEBHOOK_SECRET);
  if (url !== undefined) {
    const problem = urlProblem(url);
    if (problem !== undefined) problems.push({ name: URL_NAME, problem, fix: URL_FIX });
  } else if (secret !== undefined) {
    problems.push({ name: URL_NAME, problem: `is not set, though ${SECRET_NAME} is`, fix: URL_FIX });
  }
  if (secret !== undefined) {
    const problem = secretProblem(env.WHY401_WEBHOOK_SECRET ?? '', secret);
    if (problem !== undefined) problems.push({ name: SECRET_NAME, ...problem });
  } else if (url !== undefined) {
    problems.push({
      name: SECRET_NAME,
      problem: `is not set, though ${URL_NAME} is: the receiver could not tell a delivery from a forged one`,
      fix: SECRET_FIX,
    });
  }
  return problems.length > before || url === undefined || secret === undefined ? null : { url, secret };
}

/** The words hold nothing of the address: its query may be what lets in. */
function urlProblem(value: string): string | undefined {
  if (isPlaceholder(value) || /[<>{}]/.test(value)) return 'still holds a placeholder';
  const unfilled = unfilledProblem(value, URL_FIX);
  if (unfilled !== undefined) return unfilled.problem;
  if (isQuoted(value)) return 'has quotation marks around it';
  if (!URL.canParse(value)) return 'is not an address';
  const url = new URL(value);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname))) {
    return 'is not https (http is taken on localhost only)';
  }
  if (url.username !== '' || url.password !== '') return 'holds a name or a password, which deliveries do not send';
  return url.hash === '' ? undefined : 'has a fragment';
}

function secretProblem(raw: string, value: string): Omit<SettingsProblem, 'name'> | undefined {
  const unfilled = unfilledProblem(value, SECRET_FIX);
  if (unfilled !== undefined) return unfilled;
  if (raw !== value || isQuoted(value)) {
    return {
      problem: 'has white space or quotation marks around it',
      fix: 'Remove them: the receiver would have to have them too',
    };
  }
  return value.length < SHORTEST_SECRET ? { problem: 'is short enough to be guessed', fix: SECRET_FIX } : undefined;
}
