import { type AdaptiveCard, adaptiveCard, dataText, ownText } from '../elements.ts';

export interface AgentsView {
  /** Named in this channel. */
  readonly named: readonly string[];
  /** How many the installer named by id. */
  readonly installed: number;
}

const HOW = '“agents add @name” and “agents remove @name” change this; only an agent may.';
const NONE =
  'Nobody is an agent here yet, so nobody can take or resolve cases. Write “agents add @name” (or “agents add me”): while there is no agent, anybody of this organisation may name the first one.';

/** Who the agents of a desk are, and how to name another. */
export function agentsCard(view: AgentsView): AdaptiveCard {
  const lines = linesOf(view);
  return adaptiveCard(agentsText(view), [
    ownText('Agents of this channel', { size: 'Medium', weight: 'Bolder', style: 'heading' }),
    ...(lines.length === 0 ? [ownText(NONE)] : lines.map((line) => dataText(line, {}, { spacing: 'Small' }))),
    ...(lines.length === 0 ? [] : [ownText(HOW, { isSubtle: true, size: 'Small' })]),
  ]);
}

/** The same for a channel without cards. */
export function agentsText(view: AgentsView): string {
  const lines = linesOf(view);
  return lines.length === 0 ? NONE : ['Agents of this channel:', ...lines, HOW].join('\n');
}

function linesOf({ named, installed }: AgentsView): string[] {
  return [...named, ...(installed === 0 ? [] : [`${installed} named by whoever installed me`])];
}
