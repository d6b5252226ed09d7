import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HealthReport } from '../../../src/identity/health/health-report.ts';
import { healthLines } from '../../../src/presentation/terminal/health-lines.ts';
import { COLOURED } from '../../../src/presentation/terminal/style.ts';
import { healthSamples } from '../health-samples.ts';

let samples: Readonly<Record<string, HealthReport>>;
beforeAll(async () => {
  samples = await healthSamples();
});

describe('a health report in the terminal', () => {
  it('keeps to the width, sentences beside their titles', () => {
    for (const report of Object.values(samples))
      for (const line of healthLines(report, { width: 80 })) {
        // Addresses and exact values stay whole: a broken one cannot be copied.
        if (!/https?:\/\/|\{/.test(line)) expect(line.length, line).toBeLessThanOrEqual(80);
      }
    const lines = healthLines(samples.guest!, { width: 80 });
    const tenant = lines.findIndex((line) => line.includes('Tenant'));
    expect(lines[tenant + 1]).toMatch(/^ {16}\S/);
  });

  it('is coloured by meaning, with the same words', () => {
    const coloured = healthLines(samples['missing scope']!, { style: COLOURED });
    expect(coloured.join('\n')).not.toBe(healthLines(samples['missing scope']!).join('\n'));
    expect(coloured.map(stripVTControlCharacters)).toEqual(healthLines(samples['missing scope']!));
  });
});
