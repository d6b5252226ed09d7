import { readFileSync } from 'node:fs';
import { Jimp } from 'jimp';
import { afterAll, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { createPictureReader } from '../../src/pictures/create-picture-reader.ts';
import { LARGEST_PICTURE } from '../../src/pictures/picture-reader.ts';
import { pngFile } from './png-file.ts';

const sample = (name: string): Uint8Array => readFileSync(new URL(`./samples/${name}`, import.meta.url));
const NOW = Date.UTC(2026, 2, 14, 9, 30);
/** Tesseract starts in a second, and in several where the processors are busy. */
const PATIENT = { timeout: 60_000 };
const QUICK_MS = 1_500;

describe('the words in a picture', PATIENT, () => {
  const reader = createPictureReader();
  afterAll(() => reader.close());

  it.each(['light.png', 'dark-red.png', 'light.jpg', 'light.webp', 'light.gif'])('are read from %s', async (name) => {
    const { text, problem } = await reader.read(sample(name));
    expect(problem).toBeNull();
    expect(diagnose(text, { now: NOW, pictureFrom: 0 })).toMatchObject({ cause: 'client-secret-expired' });
  });

  it('are read from a BMP', async () => {
    const bmp = await (await Jimp.fromBuffer(Buffer.from(sample('light.png')))).getBuffer('image/bmp');
    const { text } = await reader.read(bmp);
    expect(text).toContain('client secret');
  });

  it('are read in their order, several asked at once, each its own', async () => {
    const read = await Promise.all(
      ['light.png', 'white', 'light.jpg'].map((name) =>
        reader.read(name === 'white' ? pngFile({ width: 200, height: 100 }) : sample(name)),
      ),
    );
    expect(read.map(({ problem }) => problem)).toEqual([null, 'no-words', null]);
  });

  it('are none where it is not whole, and the next picture is read', async () => {
    const whole = sample('light.png');
    const broken = [whole.subarray(0, 2_000), Buffer.concat([whole.subarray(0, 500), Buffer.alloc(9_000, 7)])];
    for (const bytes of [...broken, sample('light.jpg').subarray(0, 400), sample('light.webp').subarray(0, 300)]) {
      const { text, problem } = await reader.read(bytes);
      expect(['not-a-picture', 'no-words']).toContain(problem);
      expect(text).toBe('');
    }
    expect((await reader.read(whole)).problem).toBeNull();
  });

  it('are read from both ends where there are too many for the time', async () => {
    const sheet = new Jimp({ width: 480 * 6, height: 84 * 24, color: 0xffffffff });
    const piece = await Jimp.fromBuffer(Buffer.from(sample('light.png')));
    for (let at = 0; at < 6 * 24; at += 1) sheet.composite(piece, (at % 6) * 480, Math.floor(at / 6) * 84);
    // On a busy machine the parts under way take longer than is left of the usual ten seconds.
    const patient = createPictureReader({ patienceMs: 40_000, enoughMs: 5_000 });
    const { text, problem } = await patient.read(await sheet.getBuffer('image/png'));
    await patient.close();
    expect(problem).toBeNull();
    const [before, behind] = text.split('\n…\n');
    // How much of each end is read in the time goes by the machine, one line at least: the code stands in the first line of
    // a piece, the new keys in its last.
    expect(before).toMatch(/AADSTS7\d{6}/);
    expect(behind).toMatch(/AADSTS7\d{6}|are expired|create new keys/);
  });

  it('are none where more unfolds than the header says', async () => {
    const bomb = pngFile({ width: 100, height: 100, interlaced: true, data: Buffer.alloc(300 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(400_000);
    const before = process.memoryUsage().rss;
    expect(await reader.read(bomb)).toEqual({ text: '', problem: 'not-a-picture' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('what is refused before it is looked at', () => {
  const reader = createPictureReader();
  afterAll(() => reader.close());

  it('is too large', async () => {
    expect((await reader.read(new Uint8Array(LARGEST_PICTURE + 1))).problem).toBe('too-large');
  });

  it('is no picture', async () => {
    for (const text of ['', 'hello', '<svg/>', '<!doctype html>', 'GIF89a', '%PDF-1.7']) {
      expect((await reader.read(Buffer.from(text))).problem).toBe('not-a-picture');
    }
  });

  it('has too many pixels, whatever its size in bytes, and costs no time', async () => {
    const data = Buffer.alloc(100);
    const begun = performance.now();
    for (const [width, height] of [
      [60_000, 60_000],
      [5_001, 5_000],
      [20_000, 10],
      [4_294_967_295, 4_294_967_295],
    ] as const) {
      expect((await reader.read(pngFile({ width, height, data }))).problem).toBe('too-many-pixels');
    }
    expect(performance.now() - begun).toBeLessThan(QUICK_MS);
  });

  it('is too small for a letter', async () => {
    expect((await reader.read(pngFile({ width: 40, height: 2 }))).problem).toBe('no-words');
  });
});

describe('the thread of pictures', PATIENT, () => {
  it('is ended by a picture that takes too long, and the next one has another', async () => {
    const reader = createPictureReader({ patienceMs: 1 });
    expect(await reader.read(sample('light.png'))).toEqual({ text: '', problem: 'took-too-long' });
    expect(await reader.read(sample('light.png'))).toEqual({ text: '', problem: 'took-too-long' });
    await reader.close();
  });

  it('lets only so many wait', async () => {
    const reader = createPictureReader({ mostWaiting: 2 });
    const asked = Array.from({ length: 5 }, () => reader.read(sample('light.png')));
    const problems = (await Promise.all(asked)).map(({ problem }) => problem);
    expect(problems).toEqual([null, null, 'took-too-long', 'took-too-long', 'took-too-long']);
    await reader.close();
  });

  it('ends when it is closed, whatever waits, and reads nothing more', async () => {
    const reader = createPictureReader();
    const waiting = [reader.read(sample('light.png')), reader.read(sample('light.jpg'))];
    await reader.close();
    expect((await Promise.all(waiting)).map(({ problem }) => problem)).toEqual(['took-too-long', 'took-too-long']);
    expect((await reader.read(sample('light.png'))).problem).toBe('took-too-long');
    await reader.close();
  });

  it('is closed when no picture comes, and started again by the next', async () => {
    const reader = createPictureReader({ idleMs: 50 });
    const first = await reader.read(sample('light.png'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    const second = await reader.read(sample('light.png'));
    expect(second).toEqual(first);
    await reader.close();
  });

  it('keeps the turns free while it reads', async () => {
    const reader = createPictureReader();
    await reader.read(sample('light.png'));
    // This thread's own work between two ticks: on a busy machine the ticks themselves come late.
    let longest = 0;
    let last = process.threadCpuUsage();
    const watch = setInterval(() => {
      const { user, system } = process.threadCpuUsage(last);
      longest = Math.max(longest, (user + system) / 1_000);
      last = process.threadCpuUsage();
    }, 5);
    await Promise.all(Array.from({ length: 3 }, () => reader.read(sample('light.png'))));
    clearInterval(watch);
    await reader.close();
    expect(longest).toBeLessThan(250);
  });

  it('needs no more memory after thirty pictures than after ten', { timeout: 120_000 }, async () => {
    const reader = createPictureReader({ readers: 1 });
    const names = ['light.png', 'dark-red.png', 'light.jpg', 'light.webp', 'light.gif'];
    const readSome = async (count: number): Promise<number> => {
      for (let index = 0; index < count; index += 1) await reader.read(sample(names[index % names.length]!));
      return process.memoryUsage().rss;
    };
    const after10 = await readSome(10);
    const after30 = await readSome(20);
    await reader.close();
    expect((after30 - after10) / 1024 / 1024).toBeLessThan(28);
  });
});
