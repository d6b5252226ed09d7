import { describe, expect, it } from 'vitest';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { answerTo, NOW } from '../causes/answer-to.ts';
import { ALREADY_DONE } from './already-done.ts';
import { AUDIENCE_AGAINST_CALL } from './audience-against-call.ts';
import { CHANGED_REPORTS } from './changed-reports.ts';
import { CLAIMS_AGAINST_WORDS } from './claims-against-words.ts';
import type { Counterfactual, Told } from './counterfactual.ts';
import { DECOYS } from './decoys.ts';
import { EXPIRY_AGAINST_TIME } from './expiry-against-time.ts';
import { FOREIGN_TOKENS } from './foreign-tokens.ts';
import { HELPDESK_CHANNEL } from './helpdesk-channel.ts';
import { IRRELEVANT, SAME, SURE } from './irrelevant-changes.ts';
import { LOGS_WITH_RETRIES } from './logs-with-retries.ts';
import { ORDER_IN_TIME } from './order-in-time.ts';
import { PERMISSIONS_AGAINST_OPERATION } from './permissions-against-operation.ts';
import { QUOTED_DOCUMENTATION } from './quoted-documentation.ts';
import { REDIRECT_ADDRESSES } from './redirect-addresses.ts';
import { SEVERAL_CODES } from './several-codes.ts';
import { TENANTS_AND_CLOUDS } from './tenants-and-clouds.ts';
import { TOLD_IN_PROSE } from './told-in-prose.ts';
import { TELLINGS } from './two-failures.ts';

const ORDER = ['undecided', 'possible', 'likely', 'certain'];

const FAMILIES: Readonly<Record<string, readonly Counterfactual[]>> = {
  'audience against call': AUDIENCE_AGAINST_CALL,
  'expiry against time': EXPIRY_AGAINST_TIME,
  'permissions against operation': PERMISSIONS_AGAINST_OPERATION,
  'tenants and clouds': TENANTS_AND_CLOUDS,
  'redirect addresses': REDIRECT_ADDRESSES,
  'several codes': SEVERAL_CODES,
  'order in time': ORDER_IN_TIME,
  'already done': ALREADY_DONE,
  decoys: DECOYS,
  'foreign tokens': FOREIGN_TOKENS,
  'quoted documentation': QUOTED_DOCUMENTATION,
  'logs with retries': LOGS_WITH_RETRIES,
  'changed reports': CHANGED_REPORTS,
  'a helpdesk channel': HELPDESK_CHANNEL,
  'told in prose': TOLD_IN_PROSE,
  'claims against words': CLAIMS_AGAINST_WORDS,
};

for (const [family, pairs] of Object.entries(FAMILIES)) {
  describe(family, () => {
    it.each(pairs)('$changed', ({ one, other }) => {
      expectRight(one);
      expectRight(other);
    });
  });
}

/** Of each cause a paste that is certain alone. */
const CERTAIN = Object.values(ROOT_CAUSES).flatMap(({ id, hits }) => {
  const paste = hits.map((hit) => hit.paste).find((it) => told(it).join(' ') === `${id} certain`);
  return paste === undefined ? [] : [{ id, paste }];
});

describe('of two failures the one that stands', () => {
  it.each(TELLINGS)('$telling', ({ made }) => {
    const wrong = CERTAIN.flatMap(({ id, paste }, index) => {
      const over = CERTAIN[(index + 7) % CERTAIN.length]!;
      const [cause] = answer(made(over.paste, paste));
      return cause === id ? [] : [`${over.id} before ${id}: ${cause}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('what changes nothing', () => {
  for (const { change, made } of IRRELEVANT) {
    it.each(SURE)(`${change}: $name`, ({ paste }) => {
      expect(answer(made(paste))).toEqual(told(paste));
    });
  }

  it.each(SAME)('$change', ({ one, other }) => {
    expect(answer(other)).toEqual(answer(one));
  });
});

function expectRight({ paste, right }: Told): void {
  const diagnosis = diagnose(paste, { now: NOW });
  const seen = `${diagnosis.cause} (${diagnosis.verdict}) ${diagnosis.headline}\n${weights(diagnosis)}\n${paste.slice(0, 300)}`;
  if (right.causes !== undefined) expect(right.causes, seen).toContain(diagnosis.cause);
  expect(right.never ?? [], seen).not.toContain(diagnosis.cause);
  const verdict = ORDER.indexOf(diagnosis.verdict);
  expect(verdict, seen).toBeGreaterThanOrEqual(ORDER.indexOf(right.atLeast ?? 'undecided'));
  expect(verdict, seen).toBeLessThanOrEqual(ORDER.indexOf(right.atMost ?? 'certain'));
  if (right.names !== undefined) expect(diagnosis.headline, seen).toContain(right.names);
}

function answer(paste: string): readonly string[] {
  const { cause, verdict } = diagnose(paste, { now: NOW });
  return [cause, verdict];
}

/** The answer to a paste of which several changes are tried. */
function told(paste: string): readonly string[] {
  const { cause, verdict } = answerTo(paste);
  return [cause, verdict];
}

function weights({ findings }: Diagnosis): string {
  return findings.map((it) => `${it.cause} ${it.weight}`).join(', ');
}
