import type { Diagnosis, PatchLanguage } from '../diagnosis/diagnosis.ts';
import { answerOf } from '../presentation/answer.ts';
import { answerLines, type LineOptions } from '../presentation/terminal/answer-lines.ts';
import { COLOURED, PLAIN, wantsColour } from '../presentation/terminal/style.ts';
import type { CliIo } from './cli-io.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 100;

/** Width and colours for standard output: wrapped and coloured on a terminal, plain when piped. */
export function outputStyle(io: CliIo): Required<Pick<LineOptions, 'width' | 'style'>> {
  const { isTTY, columns } = io.stdout;
  return {
    width: isTTY ? Math.min(columns ?? 80, WIDEST) : Number.POSITIVE_INFINITY,
    style: wantsColour(io.env, isTTY) ? COLOURED : PLAIN,
  };
}

/** The readable answer, with a line break at its end. */
export function readableAnswer(diagnosis: Diagnosis, io: CliIo, language: PatchLanguage | null): string {
  return `${answerLines(answerOf(diagnosis), { ...outputStyle(io), language }).join('\n')}\n`;
}
