/** What a server under load says to the bench that started it. */
export interface Ready {
  readonly port: number;
}

export interface Memory {
  /** Bytes. */
  readonly rss: number;
}

/** Tells the bench where the server listens, answers its questions for memory, and ends with it. */
export function serve(port: number): void {
  process.on('message', () => {
    const memory: Memory = { rss: process.memoryUsage.rss() };
    process.send?.(memory);
  });
  process.on('disconnect', () => process.exit(0));
  const ready: Ready = { port };
  process.send?.(ready);
}
