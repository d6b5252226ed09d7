import { setImmediate } from 'node:timers/promises';
import type { Outbox, TriageStore } from '../triage-store.ts';
import * as board from './board.ts';
import { changeCaseStatus, changeIncidentStatus } from './change-status.ts';
import { eraseSomeOfPerson } from './erase-reporter.ts';
import { claimRows, countRows, dropRow, outboxWriter, postponeRow } from './outbox-rows.ts';
import {
  caseInThread,
  caseOfMessage,
  casesOfIncident,
  keepAnswer,
  keepShown,
  listCases,
  readCase,
  readIncident,
} from './read-cases.ts';
import { type CaseLimits, isPrunable, nextDesk, pruneSomeOfDesk, removeSomeOfDesk } from './remove-cases.ts';
import { reportCase } from './report-case.ts';
import type { TriageRunner } from './steps.ts';
import { withdrawCase } from './withdraw-case.ts';

export interface TriageTables {
  readonly triage: TriageStore;
  readonly outbox: Outbox;
  /**
   * Takes a person out of the cases of their channel, in small steps; returns how many cases and incidents that were. What
   * was done before a failure stays done, and a repetition does the rest.
   */
  eraseFromCases(person: string, channelStart: string): Promise<number>;
  /** Removes what has had its time at every desk, in small steps. */
  pruneCases(limits: CaseLimits): Promise<void>;
}

/** Cases, incidents and outbox on either database. */
export function triageTables({ run, atOnce }: TriageRunner): TriageTables {
  let enabled = false;
  const tell = outboxWriter(() => enabled);
  return {
    triage: {
      report: (report, rule) => atOnce(report.desk, () => reportCase(report, rule, tell)),
      answered: (desk, number, card, at) => run(() => keepAnswer(desk, number, card, at)),
      shown: (desk, incident, thread, card) => run(() => keepShown(desk, incident, thread, card)),
      readCase: (desk, number) => run(() => readCase(desk, number)),
      readIncident: (desk, number) => run(() => readIncident(desk, number)),
      caseIn: (desk, thread, reporter) => run(() => caseInThread(desk, thread, reporter)),
      caseOf: (desk, messageId) => run(() => caseOfMessage(desk, messageId)),
      casesOf: (desk, incident, limit) => run(() => casesOfIncident(desk, incident, limit)),
      changeCase: (desk, number, version, change) =>
        atOnce(desk, () => changeCaseStatus(desk, number, version, change, tell)),
      changeIncident: (desk, number, version, change) =>
        atOnce(desk, () => changeIncidentStatus(desk, number, version, change, tell)),
      withdraw: (desk, activityId, at) => atOnce(desk, () => withdrawCase(desk, activityId, at, tell)),
      openIncidents: (desk, limit) => run(() => board.openIncidents(desk, limit)),
      openCases: (desk, limit, assignee) => run(() => board.openCases(desk, limit, assignee)),
      totals: (desk, since) => run(() => board.totals(desk, since)),
      burst: (desk, cause, since) => run(() => board.burst(desk, cause, since)),
      list: (desk, from, to, after, limit) => run(() => listCases(desk, from, to, after, limit)),
      async removeDesk(desk) {
        for (let cases = 0; ; await setImmediate()) {
          const removed = await atOnce(desk, () => removeSomeOfDesk(desk));
          cases += removed.cases;
          if (removed.done) return cases;
        }
      },
    },
    outbox: {
      enable() {
        enabled = true;
      },
      claim: (at, until, limit) => atOnce('outbox', () => claimRows(at, until, limit)),
      delivered: (id) => run(() => dropRow(id)),
      failed: (id, next) => run(() => postponeRow(id, next)),
      waiting: () => run(() => countRows()),
    },
    async eraseFromCases(person, channelStart) {
      for (let count = 0; ; await setImmediate()) {
        const erased = await atOnce(`person ${person}`, () => eraseSomeOfPerson(person, channelStart));
        count += erased.count;
        if (erased.done) return count;
      }
    },
    async pruneCases(limits) {
      for (let desk = await run(() => nextDesk(0)); desk !== undefined; ) {
        const id = desk;
        while (
          (await run(() => isPrunable(id, limits))) &&
          !(await atOnce('old cases', () => pruneSomeOfDesk(id, limits))).done
        )
          await setImmediate();
        desk = await run(() => nextDesk(id));
      }
    },
  };
}
