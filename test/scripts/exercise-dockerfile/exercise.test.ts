import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Exercised, exerciseDockerfile, isOffline } from '../../../scripts/exercise-dockerfile/exercise.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Two installs' worth of packages are unpacked and removed again. */
const SLOW = 400_000;

// The image is Linux; a shell and users are what is tried.
test.skipIf(process.platform !== 'linux')(
  'the steps of the Dockerfile build an image that runs read-only, as somebody without rights',
  async (context) => {
    const image = await exerciseDockerfile(ROOT, () => {}).catch((error: unknown): Exercised => {
      // With CI=true it has to be there: npm ci has just run.
      if (isOffline(error) && !process.env.CI) context.skip('the npm registry cannot be reached');
      throw error;
    });
    expect(image).toMatchObject({
      status: { '/healthz': 200, '/readyz': 200, '/api/messages': 401 },
      healthcheck: { running: 0, stopped: 1 },
      ended: 0,
      written: [],
    });
    expect(image.kept).toContain('data/why401.db');
    expect(image.output).toContain('"listening"');
    const dev = [
      'node',
      'vitest',
      'typescript',
      'playwright-core',
      '@microsoft/m365agentsplayground',
      '@biomejs/biome',
    ];
    expect(image.files.filter((file) => dev.some((name) => file === `app/node_modules/${name}`))).toEqual([]);
    expect(
      image.files.filter(
        (file) =>
          /^app\/(?:src|test|\.env|\.git)/.test(file) ||
          (/\.(?:map|d\.ts)$/.test(file) && file.startsWith('app/node_modules')),
      ),
    ).toEqual([]);
    expect(image.files).toEqual(
      expect.arrayContaining(['app/package.json', 'app/scripts/run.mjs', 'app/dist/main.js']),
    );
    // 195 MB in November 2026; what doubles it is looked at.
    expect(image.megabytes).toBeLessThan(300);
  },
  SLOW,
);
