import { describe, expect, it } from 'vitest';
import { sandboxAnswer, sandboxRequest } from '../../../src/bot/commands/sandbox.ts';
import type { SandboxControls, SandboxFault } from '../../../src/bot/sandbox-controls.ts';

describe('sandboxRequest', () => {
  it.each([
    ['break wrong-audience', { kind: 'break', cause: 'wrong-audience' }],
    ['Break Client Secret Expired', { kind: 'break', cause: 'client-secret-expired' }],
    ['repair', { kind: 'repair', cause: null }],
    ['repair everything', { kind: 'repair', cause: null }],
    ['repair wrong audience', { kind: 'repair', cause: 'wrong-audience' }],
    ['faults', { kind: 'faults' }],
    ['break', { kind: 'faults' }],
    ['What can I break?', { kind: 'faults' }],
    ['it breaks with AADSTS50011', null],
    ['break "AADSTS50011": {"error": 1}', null],
    ['faults in my app', null],
  ])('%s', (text, request) => {
    expect(sandboxRequest(text)).toEqual(request);
  });
});

describe('sandboxAnswer', () => {
  const fault = (cause: string, on: boolean): SandboxFault => ({
    cause,
    group: 'token',
    title: cause,
    tryIt: 'Try it.',
    on,
  });
  const controls = (faults: SandboxFault[], mended: SandboxFault[] = []): SandboxControls => ({
    faults: () => faults,
    break: () => ({ kind: 'broken', says: 'Broken: it.' }),
    repair: () => mended,
  });

  it('says what is broken and what could be', () => {
    const { text } = sandboxAnswer(controls([fault('a', true), fault('b', false)]), { kind: 'faults' });
    expect(text).toContain('- a: Try it.');
    expect(text).toContain('one of: b.');
  });

  it('says what was mended, or that it was not broken', () => {
    const repair = { kind: 'repair', cause: 'a' } as const;
    expect(sandboxAnswer(controls([], [fault('a', false)]), repair).text).toBe('Repaired: a.');
    expect(sandboxAnswer(controls([]), repair).text).toContain('Nothing is broken');
    expect(sandboxAnswer(controls([fault('b', true)]), repair).text).toContain('Broken now: b');
  });
});
