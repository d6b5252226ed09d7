/** The thread in which one file is read: started by `thread-file-reader.ts`, it answers once and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { diagnoseAndRemember } from '../../../diagnosis/diagnose.ts';
import { builtInEngine } from '../../engine.ts';
import type { FileThreadData } from './file-thread-data.ts';
import { readFile } from './read-file.ts';

const { permissions, file } = workerData as FileThreadData;
parentPort?.postMessage(readFile(builtInEngine(diagnoseAndRemember, permissions), file));
