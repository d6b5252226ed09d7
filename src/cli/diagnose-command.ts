import { PATCH_LANGUAGES, type PatchLanguage } from '../diagnosis/diagnosis.ts';
import { mayBeHar, readHar } from '../har/read-har.ts';
import { contractJson } from '../presentation/contract-json.ts';
import { readableAnswer } from './answer-output.ts';
import { parseArguments } from './arguments.ts';
import type { CliIo, ExitStatus } from './cli-io.ts';
import { languageOption } from './language-option.ts';
import { UsageError } from './usage-error.ts';

const DIAGNOSE_USAGE = `Usage: why401 diagnose [FILE] [--json | --jsonl] [--lang LANGUAGE]

Reads an error and says what is wrong, why, and what to change.

  FILE             a paste, a log of any size, a recording of a browser's calls (.har) or a screenshot;
                   standard input when left out
  --json           one JSON object (with FILE: one a line for each distinct failure)
  --jsonl          reads lines {"id", "paste"}, prints the object for each with its id
  --lang LANGUAGE  language of the code: ${PATCH_LANGUAGES.join(', ')}

Examples:
  pbpaste | why401 diagnose
  why401 diagnose app.log --json
  why401 diagnose screenshot.png
  curl -si https://graph.microsoft.com/v1.0/me -H "Authorization: Bearer $TOKEN" | why401 diagnose
`;

/** `why401 diagnose`: a paste, a log or lines of pastes to what is wrong. */
export async function diagnoseCommand(args: readonly string[], io: CliIo): Promise<ExitStatus> {
  const { options, positionals } = parseArguments('diagnose', args, {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    lang: { type: 'string' },
  });
  if (options.has('help')) {
    await io.stdout.write(DIAGNOSE_USAGE);
    return 0;
  }
  if (options.has('json') && options.has('jsonl')) {
    throw new UsageError('Choose one of --json and --jsonl. See: why401 diagnose --help');
  }
  if (positionals.length > 1) {
    throw new UsageError(`Name one FILE, not ${positionals.length}. See: why401 diagnose --help`);
  }
  const language = languageOption(options.get('lang'));
  const file = positionals[0] === '-' ? undefined : positionals[0];

  if (options.has('jsonl')) {
    const { diagnoseLines } = await import('./diagnose/diagnose-lines.ts');
    return diagnoseLines({ file, language }, io);
  }
  if (file !== undefined) {
    const { diagnoseFile } = await import('./diagnose/diagnose-file.ts');
    return diagnoseFile({ file, json: options.has('json'), language }, io);
  }
  return diagnoseInput({ json: options.has('json'), language }, io);
}

async function diagnoseInput(
  { json, language }: { readonly json: boolean; readonly language: PatchLanguage | null },
  io: CliIo,
): Promise<ExitStatus> {
  if (io.stdin.isTTY === true) {
    await io.stderr.write(
      'Paste the error: a response with its headers, the JSON, the stack trace, or a few lines of settings.\nThen press Enter and Ctrl-D (on Windows Ctrl-Z and Enter).\n\n',
    );
  }
  const [{ readPaste }, { diagnose }, { engineOptions }] = await Promise.all([
    import('./read-paste.ts'),
    import('../diagnosis/diagnose.ts'),
    import('./diagnose/engine-options.ts'),
  ]);
  const paste = await readPaste(io.stdin);
  const har = mayBeHar(paste) ? readHar(paste) : null;
  if (har !== null) {
    const { answerRecording } = await import('./diagnose/diagnose-recording.ts');
    return answerRecording(har, { file: 'the recording', json, language }, io);
  }
  const diagnosis = diagnose(paste, await engineOptions(io, language));
  await io.stdout.write(
    json ? `${JSON.stringify(contractJson(diagnosis))}\n` : readableAnswer(diagnosis, io, language),
  );
  return 0;
}
