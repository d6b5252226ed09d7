import { enableCompileCache } from 'node:module';

// The engine is some hundred small files: compiled once, a later start takes half the time. Without a writable folder
// for temporary files this does nothing.
enableCompileCache();

const [{ runOnProcess }, { runCli }] = await Promise.all([import('./process-io.ts'), import('./run-cli.ts')]);
await runOnProcess(runCli);
