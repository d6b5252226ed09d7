// Prints each failed test of a Vitest JSON report: its file and name, and the beginning of what was said.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Of each message: a failed wait has one of its own, and one of what was seen meanwhile. */
const LINES_SHOWN = 12;
/** A page is one line. */
const LONGEST_LINE = 3_000;

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const file of report.testResults) {
  const name = relative(process.cwd(), file.name);
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  // A file that could not be loaded has a message of its own and no tests.
  if (file.status === 'failed' && failed.length === 0) print(name, [file.message ?? '']);
  for (const test of failed) print(`${name} > ${test.fullName}`, test.failureMessages);
}

/** @param {string} title @param {string[]} messages */
function print(title, messages) {
  const lines = messages.flatMap((message) =>
    message
      .split('\n')
      .slice(0, LINES_SHOWN)
      .map((line) => line.slice(0, LONGEST_LINE)),
  );
  console.log([title, ...lines.map((line) => `    ${line}`)].join('\n'));
}
