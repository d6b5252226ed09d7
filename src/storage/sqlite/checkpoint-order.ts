/** What the thread of the turns and the thread of the checkpoints say to each other. */
export type CheckpointOrder = 'checkpoint' | 'close';
export type CheckpointAnswer = 'done';

/** How long a write waits for another instance. It blocks the event loop, and a turn should answer within a second. */
export const BUSY_TIMEOUT_MS = 2_000;
