export interface SettingsProblem {
  /** The variable to change. */
  readonly name: string;
  /** What is wrong; never holds the value of a secret. */
  readonly problem: string;
  readonly fix: string;
}

/** All problems of the environment at once, so that nobody mends them one start at a time. */
export class SettingsError extends Error {
  readonly code = 'WHY401_SETTINGS_INVALID';
  readonly problems: readonly SettingsProblem[];
  constructor(problems: readonly SettingsProblem[]) {
    super(problems.map(({ name, problem, fix }) => `${name} ${problem}. ${fix}.`).join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}
