import type { ReadMessage } from '../reading/message-reader.ts';

/** A message as it was read, and the id under which feedback on it is kept. */
export interface ReadHere extends ReadMessage {
  readonly diagnosisId: string;
}
