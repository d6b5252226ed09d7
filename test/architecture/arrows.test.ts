import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/**
 * Which rooms a room may import. Arrows point inward: `diagnosis` knows nobody, `presentation` knows its results,
 * the edges know what they need. `settings` and `main` are files of their own at the top.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  diagnosis: [],
  // Message to draft to the body of Graph's event; the clock is handed in.
  calendar: [],
  presentation: ['calendar', 'diagnosis', 'identity'],
  refusals: ['diagnosis'],
  graph: ['refusals'],
  identity: ['diagnosis', 'graph', 'refusals', 'storage'],
  storage: [],
  // Cases and incidents: rules and words, and the sender of the outbox, whose clock and log are handed in.
  triage: ['diagnosis', 'storage'],
  logging: ['diagnosis', 'settings'],
  // The sign-in's pages explain a refusal by the engine.
  http: ['diagnosis', 'logging', 'presentation', 'refusals', 'settings', 'storage'],
  settings: [],
  metrics: ['diagnosis', 'identity', 'settings'],
  // Names turns as the metrics do.
  telemetry: ['diagnosis', 'logging', 'metrics', 'settings'],
  'stop-signals': [],
  // A log to its distinct failures, and a recording of a browser's calls to those that failed.
  'log-survey': ['diagnosis'],
  har: ['diagnosis'],
  pictures: [],
  bot: [
    'calendar',
    'diagnosis',
    'graph',
    'har',
    'identity',
    'log-survey',
    'logging',
    'pictures',
    'presentation',
    'refusals',
    'settings',
    'storage',
    'triage',
  ],
  'permissions-import': ['diagnosis'],
  'local-chat': ['logging'],
  // Local servers that speak the real protocols.
  sandbox: ['diagnosis', 'graph', 'http', 'identity', 'refusals', 'settings'],
  // The check of an installation opens what the service would open.
  cli: [
    'calendar',
    'diagnosis',
    'har',
    'identity',
    'log-survey',
    'permissions-import',
    'pictures',
    'presentation',
    'refusals',
    'sandbox',
    'settings',
    'stop-signals',
    'storage',
    'triage',
  ],
  // Puts the parts of the service together; only main starts it.
  wiring: [
    'bot',
    'diagnosis',
    'graph',
    'http',
    'identity',
    'logging',
    'metrics',
    'pictures',
    'refusals',
    'sandbox',
    'settings',
    'storage',
    'telemetry',
    'triage',
  ],
  main: [
    'diagnosis',
    'http',
    'identity',
    'local-chat',
    'logging',
    'permissions-import',
    'sandbox',
    'settings',
    'stop-signals',
    'storage',
    'telemetry',
    'wiring',
  ],
};

/** Where a room may import a few files of another only: what a result or a port is, and nothing of how it is made. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  'presentation -> identity': ['identity/health/health-report.ts', 'identity/sign-in.ts'],
  'metrics -> identity': ['identity/sign-in.ts'],
  // The scopes that why401 asks for.
  'sandbox -> identity': ['identity/sign-in.ts'],
  'logging -> diagnosis': ['diagnosis/secrets/mask-secrets.ts', 'diagnosis/secrets/secret-names.ts'],
  'metrics -> diagnosis': ['diagnosis/cause-id.ts', 'diagnosis/diagnosis.ts'],
  'telemetry -> diagnosis': ['diagnosis/cause-id.ts', 'diagnosis/diagnosis.ts'],
  'http -> diagnosis': ['diagnosis/diagnosis.ts'],
  'bot -> storage': ['storage/store.ts', 'storage/store-unavailable-error.ts', 'storage/triage-store.ts'],
  'http -> storage': ['storage/store.ts'],
  'identity -> storage': ['storage/store.ts'],
  'triage -> storage': ['storage/store.ts', 'storage/triage-store.ts'],
  'wiring -> storage': ['storage/store.ts'],
};

/** Packages that only these rooms may use: the SDK is archived, and another host may take its place. */
const FENCED: Readonly<Record<string, readonly string[]>> = {
  botbuilder: ['bot'],
  'botbuilder-dialogs': ['bot'],
  'botframework-connector': ['bot'],
  restify: ['http', 'sandbox'],
  '@azure/msal-node': ['identity'],
  luxon: ['calendar'],
  'windows-iana': ['calendar'],
  'node:sqlite': ['storage'],
  pg: ['storage'],
  pino: ['logging'],
  'prom-client': ['metrics'],
  jimp: ['pictures'],
  'tesseract.js': ['pictures'],
  fflate: ['cli'],
  '@opentelemetry/api': ['telemetry'],
  '@opentelemetry/exporter-trace-otlp-http': ['telemetry'],
  '@opentelemetry/resources': ['telemetry'],
  '@opentelemetry/sdk-trace-node': ['telemetry'],
  '@opentelemetry/semantic-conventions': ['telemetry'],
};

/** What a pure room may use from outside: nothing that reads a clock, a file or a network. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  diagnosis: ['jose'],
  presentation: ['node:util'],
  // Of node:crypto only the hash of a draft.
  calendar: ['luxon', 'windows-iana', 'node:crypto'],
  // Of node:crypto only the signature of a delivery.
  triage: ['node:crypto'],
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function roomOf(file: string): string {
  return relative(SRC, file).split(sep)[0]!.replace(/\.ts$/, '');
}

/** `botframework-connector` of `botframework-connector/lib/auth`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

interface Arrow {
  readonly from: string;
  readonly file: string;
  readonly to: string;
  readonly outside: boolean;
  /** The file that is imported, below `src`; `null` for what comes from outside. */
  readonly target: string | null;
}

const PATCHES = join(SRC, 'diagnosis', 'fix', 'patches');

/** The program itself. Patches are program text in template strings, with imports and clocks of their own. */
function programOf(file: string): string {
  const source = readFileSync(file, 'utf8');
  return file.startsWith(PATCHES) ? source.split('`', 1)[0]! : source;
}

const arrows: Arrow[] = filesBelow(SRC).flatMap((file) => {
  const found = programOf(file).matchAll(
    /(?:^|\n)\s*(?:import|export)[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? match[3]!;
    const outside = !target.startsWith('.');
    return {
      from: roomOf(file),
      file: relative(SRC, file),
      to: outside ? (target.startsWith('node:') ? target : packageOf(target)) : roomOf(resolve(dirname(file), target)),
      outside,
      target: outside ? null : relative(SRC, resolve(dirname(file), target)),
    };
  });
});

/** One way round each circle of imports, types as well: whoever reads one file of it must read them all. */
function circles(): string[] {
  const imports = new Map<string, string[]>();
  for (const { file, target } of arrows) {
    if (target !== null) imports.set(file, [...(imports.get(file) ?? []), target]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const next of imports.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return found;
}

describe('the arrows of the architecture', () => {
  it('knows every room', () => {
    expect([...new Set(filesBelow(SRC).map(roomOf))].filter((room) => MAY_IMPORT[room] === undefined)).toEqual([]);
  });

  it('points inward', () => {
    const wrong = arrows.filter(({ from, to, outside }) => !outside && from !== to && !MAY_IMPORT[from]?.includes(to));
    expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  it('lets through what a port or a result is, where only that is another room’s business', () => {
    const wrong = arrows.filter(
      ({ from, to, target }) =>
        target !== null && ONLY[`${from} -> ${to}`]?.includes(target.replaceAll(sep, '/')) === false,
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('allows nothing that is not used', () => {
    const used = new Set(arrows.map(({ from, to }) => `${from} -> ${to}`));
    const allowed = [
      ...Object.entries(MAY_IMPORT).flatMap(([from, rooms]) => rooms.map((to) => `${from} -> ${to}`)),
      ...Object.entries(FENCED).flatMap(([to, rooms]) => rooms.map((from) => `${from} -> ${to}`)),
      ...Object.entries(PURE).flatMap(([from, packages]) => packages.map((to) => `${from} -> ${to}`)),
      ...Object.keys(ONLY),
    ];
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  it('leads from no file back to itself', () => {
    expect(circles()).toEqual([]);
  });

  it('keeps the bot SDK, the server, the store and the logger behind their edges', () => {
    const wrong = arrows.filter(
      ({ from, to, outside }) => outside && FENCED[to] !== undefined && !FENCED[to].includes(from),
    );
    expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  it('keeps the diagnosis and its presentation pure', () => {
    const wrong = arrows.filter(
      ({ from, to, outside }) => outside && PURE[from] !== undefined && !PURE[from].includes(to),
    );
    expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  it('lets no pure file read the clock or chance', () => {
    const impure = Object.keys(PURE)
      .flatMap((room) => filesBelow(join(SRC, room)))
      .filter((file) => /\bDate\.now\b|new Date\(\)|\bMath\.random\b|\bperformance\.now\b/.test(programOf(file)));
    expect(impure.map((file) => relative(SRC, file))).toEqual([]);
  });
});

describe('the packages that an installation gets', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const imported = new Set(arrows.filter(({ outside, to }) => outside && !to.startsWith('node:')).map(({ to }) => to));

  it('are all that the program imports', () => {
    expect([...imported].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
  });

  it('are nothing that only tests import', () => {
    // The data of the language is a file that is looked up by its path.
    const others = Object.keys(dependencies).filter((name) => !imported.has(name));
    expect(others).toEqual(['@tesseract.js-data/eng']);
  });
});
