import type { CauseId } from '../../diagnosis/cause-id.ts';
import type { Verdict } from '../../diagnosis/diagnosis.ts';
import type { Store } from '../../storage/store.ts';
import type { BotLogger } from '../adapter/bot-logger.ts';
import type { AttachmentParts } from '../attachments/attachment-parts.ts';
import type { MessageReader } from '../reading/message-reader.ts';
import type { RecentKeys } from './recent-keys.ts';
import type { ReportTaker } from './report-taker.ts';

/** What the turns work with; made once, by createBot. */
export interface TurnParts {
  readonly store: Store;
  readonly logger: BotLogger;
  /** The warnings of live credentials that this instance gave: there is one for a message, also while the store is down. */
  readonly warned: RecentKeys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly reader: MessageReader;
  /** Told of every diagnosis and how long reading and keeping took, in milliseconds. */
  readonly onDiagnosed?: ((cause: CauseId, verdict: Verdict, ms: number) => void) | undefined;
  /** Whether people can sign in: cards then offer to check that. */
  readonly signsIn: boolean;
  /** Whether the sandbox's switches are at hand: the help names them. */
  readonly hasSandbox: boolean;
  /** Whether team channels have a helpdesk: the help there names its commands. */
  readonly hasDesk?: boolean;
  /** The bot's app id, for conversations that it begins itself; empty for a local bot. */
  readonly appId: string;
  /** Reads files and pictures; absent where nothing is fetched. */
  readonly attachments?: AttachmentParts | undefined;
  /** Makes cases of reports that are read after their turn; absent where there is no helpdesk. */
  readonly reports?: ReportTaker | undefined;
}
