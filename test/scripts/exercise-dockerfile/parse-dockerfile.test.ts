import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DockerfileError, parseDockerfile } from '../../../scripts/exercise-dockerfile/parse-dockerfile.ts';

test('stages, instructions, comments and long lines', () => {
  const stages = parseDockerfile(`
# a comment
FROM node:24-slim AS build
WORKDIR /app
COPY package.json \\
  # in between
  package-lock.json ./
RUN npm ci && \\
  npm test
FROM node:24-slim
ENV NODE_ENV=production
COPY --from=build --chown=node:node /app/x /data
VOLUME /data
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "x"]
CMD ["node", "y"]
`);
  expect(stages).toEqual([
    {
      name: 'build',
      base: 'node:24-slim',
      instructions: [
        { kind: 'WORKDIR', path: '/app' },
        {
          kind: 'COPY',
          from: undefined,
          owner: undefined,
          sources: ['package.json', 'package-lock.json'],
          target: './',
        },
        { kind: 'RUN', command: 'npm ci && npm test' },
      ],
    },
    {
      name: undefined,
      base: 'node:24-slim',
      instructions: [
        { kind: 'ENV', name: 'NODE_ENV', value: 'production' },
        { kind: 'COPY', from: 'build', owner: 'node:node', sources: ['/app/x'], target: '/data' },
        { kind: 'VOLUME', path: '/data' },
        { kind: 'USER', user: 'node' },
        { kind: 'EXPOSE', port: 3978 },
        { kind: 'HEALTHCHECK', command: ['node', 'x'] },
        { kind: 'CMD', command: ['node', 'y'] },
      ],
    },
  ]);
});

describe('what is not exercised is not passed over', () => {
  test.each([
    'ADD https://example.org/x /x',
    'ARG VERSION',
    'ENTRYPOINT ["node"]',
    'CMD node x',
    'CMD []',
    'COPY --link a b',
    'COPY a',
    'ENV A B',
    'run npm ci',
  ])('%s', (line) => {
    expect(() => parseDockerfile(`FROM node:24-slim\n${line}`)).toThrow(DockerfileError);
  });

  test('an instruction before the first stage', () => {
    expect(() => parseDockerfile('RUN npm ci')).toThrow(DockerfileError);
  });
});

describe('our own Dockerfile', () => {
  const text = readFileSync(new URL('../../../Dockerfile', import.meta.url), 'utf8');
  const last = parseDockerfile(text).at(-1)?.instructions ?? [];

  test('runs as somebody without rights, says how it is checked, and writes into its volume only', () => {
    expect(last.filter(({ kind }) => ['USER', 'VOLUME', 'EXPOSE'].includes(kind))).toEqual([
      { kind: 'VOLUME', path: '/data' },
      { kind: 'USER', user: 'node' },
      { kind: 'EXPOSE', port: 3978 },
    ]);
    expect(last.some(({ kind }) => kind === 'HEALTHCHECK')).toBe(true);
  });

  test('runs nothing and holds no secret in its last stage', () => {
    expect(last.filter(({ kind }) => kind === 'RUN')).toEqual([]);
    expect(text).not.toMatch(/^ENV .*(?:SECRET|PASSWORD|TOKEN|KEY)/m);
  });

  test('has the Node.js of .nvmrc', () => {
    const major = readFileSync(new URL('../../../.nvmrc', import.meta.url), 'utf8')
      .trim()
      .replace(/^v/, '')
      .split('.')[0];
    expect(parseDockerfile(text).map(({ base }) => base)).toEqual([`node:${major}-slim`, `node:${major}-slim`]);
  });
});
