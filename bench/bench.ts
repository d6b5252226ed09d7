/**
 * npm run bench: how fast the engine and the bot are, against what was promised. Exit code 1 where a promise is broken.
 *
 *   npm run bench                  everything, about eight minutes
 *   npm run bench -- --short       the same with shorter texts and fewer rounds, for CI
 *   npm run bench -- engine        the engine alone; «turns» the bot alone; «sign-in» signing in and the health report;
 *                                  «calendar» a message to an event;
 *                                  «events» five hundred creations at once;
 *                                  «board» a helpdesk's board from a thousand cases to a million;
 *                                  «replay» a helpdesk's day of ten thousand messages;
 *                                  «pictures» the words in pictures of errors, and what the engine makes of them
 */
import { availableParallelism } from 'node:os';
import { measureCalendar } from './calendar/measure-calendar.ts';
import { measureEngine } from './engine/measure-engine.ts';
import { measureEvents } from './events/measure-events.ts';
import { measurePictures } from './pictures/measure-pictures.ts';
import { measureSignIn } from './sign-in/measure-sign-in.ts';
import { measureBoard } from './triage/measure-board.ts';
import { measureReplay } from './triage/measure-replay.ts';
import { measureTurns } from './turns/measure-turns.ts';

const short = process.argv.includes('--short');
const only = process.argv.slice(2).find((argument) => !argument.startsWith('-'));

console.log(`Node.js ${process.version}, ${availableParallelism()} processors`);
const PARTS: Readonly<Record<string, (short: boolean) => number | Promise<number>>> = {
  turns: measureTurns,
  engine: measureEngine,
  calendar: measureCalendar,
  'sign-in': measureSignIn,
  events: measureEvents,
  board: measureBoard,
  replay: measureReplay,
  pictures: measurePictures,
};
if (only !== undefined && PARTS[only] === undefined) {
  console.error(`There is no part «${only}»: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
let missed = 0;
for (const [name, measure] of Object.entries(PARTS)) {
  if (only === undefined || only === name) missed += await measure(short);
}
const limit = short ? 'what a short run allows' : 'its target';
console.log(missed === 0 ? `\nEvery figure is within ${limit}.` : `\n${missed} figures are beyond ${limit}.`);
process.exitCode = missed === 0 ? 0 : 1;
