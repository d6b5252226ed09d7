import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { memoryIo } from './memory-io.ts';

const AT = ['--reference', '2026-04-14T10:20:00', '--zone', 'Europe/Berlin'];

async function event(args: readonly string[], input = '') {
  const io = memoryIo(input);
  const status = await runCli(['event', ...args], io);
  return { status, out: io.out(), err: io.err() };
}

describe('event', () => {
  test('says in words what is understood', async () => {
    const { status, out } = await event(['every tuesday 9:30 standup with Bo', ...AT]);
    expect(status).toBe(0);
    expect(out).toContain('Event     Standup with Bo');
    expect(out).toContain('Tue, 21 Apr 2026, 09:30');
    expect(out).toContain('every week on tuesday');
  });

  test('asks, or says that there is nothing', async () => {
    expect((await event(['haircut on friday', ...AT])).out).toContain('At what time on Friday, 17 April 2026');
    expect((await event(['hello', ...AT])).out).toBe('Nothing to put into the calendar.\n');
    expect((await event(['réunion avec Paul demain à 14h', ...AT])).out).toContain('French');
  });

  test('lets no control character of the message through', async () => {
    expect((await event(['dinner \u001b[31mred friday 8pm', ...AT])).out).not.toContain('\u001b');
  });

  test('--json prints the contract', async () => {
    const { out } = await event(['lunch with Sam tomorrow noon at Nonna', '--json', ...AT]);
    expect(JSON.parse(out)).toEqual({
      intent: 'create-event',
      title: 'Lunch with Sam',
      start: '2026-04-15T12:00:00',
      end: null,
      allDay: false,
      attendees: ['Sam'],
      location: 'Nonna',
      online: false,
      recurrence: null,
      ask: [],
    });
  });

  test('tells of another event in the message', async () => {
    const message = 'dentist tomorrow 9am and vet on friday 4pm';
    expect((await event([message, ...AT])).out).toContain(
      'another event in it, which is not read here: vet on friday 4pm',
    );
    expect(JSON.parse((await event([message, '--json', ...AT])).out)).toMatchObject({
      title: 'Dentist',
      more: 'vet on friday 4pm',
    });
  });

  test('reads standard input where no text is named', async () => {
    expect((await event(['--json', ...AT], 'dentist thu 3pm')).out).toContain('"title":"Dentist"');
  });

  test('--jsonl answers each line; a bad one becomes an error and ends nothing', async () => {
    const lines = [
      { id: 'a', text: 'dentist tomorrow 3pm', reference: '2026-04-14T10:20:00', timeZone: 'Europe/Berlin' },
      { id: 'b', text: 'dentist', reference: 'soon', timeZone: 'Europe/Berlin' },
      { id: 'c', text: 'dentist', reference: '2026-04-14T10:20:00', timeZone: 'Mars/Base' },
      { id: 'd' },
      { text: 'x' },
    ];
    const input = [...lines.map((line) => JSON.stringify(line)), '{', '[]'].join('\n');
    const { status, out } = await event(['--jsonl'], input);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', null, null, null]);
    expect(answers[0]).toMatchObject({ intent: 'create-event', start: '2026-04-15T15:00:00' });
    for (const answer of answers.slice(1)) expect(Object.keys(answer)).toEqual(['id', 'error']);
    expect(answers[2]!.error).toContain('Mars/Base');
  });

  test('refuses what it cannot use', async () => {
    expect(await event(['x', '--zone', 'Mars/Base'])).toMatchObject({ status: 2, out: '' });
    expect(await event(['x', '--json', '--jsonl'])).toMatchObject({ status: 2 });
    expect((await event(['--help'])).out).toContain('Usage: why401 event');
  });
});
