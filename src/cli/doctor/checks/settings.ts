import { always, type DoctorCheck } from '../doctor-check.ts';

/** Every variable of the environment: the service starts only where all of them can be read. */
export const settingsCheck: DoctorCheck = {
  id: 'settings',
  applies: always,
  async run({ problems, settings }) {
    if (problems.length === 0) {
      const mode = settings.bot === null ? 'There are no credentials: this is local mode.' : 'They name a bot.';
      return { state: 'pass', says: `All settings can be read. ${mode}` };
    }
    return {
      state: 'fail',
      says: problems.map(({ name, problem }) => `${name} ${problem}.`).join(' '),
      steps: problems.map(({ name, fix }) => ({ text: `${name}: ${fix}.` })),
    };
  },
};
