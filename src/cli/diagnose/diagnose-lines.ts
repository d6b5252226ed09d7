import { diagnose } from '../../diagnosis/diagnose.ts';
import type { PatchLanguage } from '../../diagnosis/diagnosis.ts';
import { contractJson } from '../../presentation/contract-json.ts';
import { answerJsonLines } from '../answer-json-lines.ts';
import type { CliIo, ExitStatus } from '../cli-io.ts';
import { engineOptions } from './engine-options.ts';

const LONGEST_PASTE_CHARS = 16 * 1024 * 1024;

/** `why401 diagnose --jsonl`: lines `{"id", "paste"}` in, the contract's object with its id out. */
export async function diagnoseLines(
  { file, language }: { readonly file: string | undefined; readonly language: PatchLanguage | null },
  io: CliIo,
): Promise<ExitStatus> {
  const options = await engineOptions(io, language);
  return answerJsonLines(file, io, {
    form: '{"id", "paste"}',
    what: 'The paste',
    answer({ paste }) {
      if (typeof paste !== 'string') return { error: '"paste" is missing or is not text.' };
      if (paste.length > LONGEST_PASTE_CHARS) return { error: 'The paste is longer than 16 MiB.' };
      return contractJson(diagnose(paste, { ...options, now: io.now() }));
    },
  });
}
