import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** All that the page consists of: nothing else of the folder is served, and no name from a request becomes a path. */
export const PAGE_FILES = [
  'index.html',
  'console.css',
  'chat.css',
  'console.js',
  'element.js',
  'api.js',
  'faults-pane.js',
  'requests-pane.js',
  'chat-pane.js',
  'attachments.js',
  'attach-file.js',
  'card-host.js',
  'icon.svg',
] as const;
export type PageFileName = (typeof PAGE_FILES)[number];

/** A file of the page as it lies in the folder now. */
export async function pageFile(name: PageFileName): Promise<PageFile> {
  const content = await readFile(fileURLToPath(new URL(`./page/${name}`, import.meta.url)));
  return { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', content };
}

/** Microsoft's renderer of Adaptive Cards: a development dependency. `undefined` where it is not installed. */
export async function cardRenderer(): Promise<PageFile | undefined> {
  try {
    const script = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
    return { type: 'text/javascript; charset=utf-8', content: await readFile(script) };
  } catch {
    return undefined;
  }
}
