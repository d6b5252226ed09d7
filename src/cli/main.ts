import { runOnProcess } from './process-io.ts';
import { runCli } from './run-cli.ts';

await runOnProcess(runCli);
