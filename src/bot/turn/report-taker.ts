import type { Activity, TurnContext } from 'botbuilder';
import type { ReadHere } from './read-here.ts';

/** The helpdesk of a team channel, for what is read only after the turn of its message: the words in a picture. */
export interface ReportTaker {
  /** Whether a message stands where reports become cases. */
  takes(activity: Activity): boolean;
  /**
   * Keeps a report and answers it in its thread.
   *
   * @param context of the message: its id, its author, its thread
   * @param read in the form `case`
   */
  take(context: TurnContext, read: ReadHere): Promise<void>;
}
