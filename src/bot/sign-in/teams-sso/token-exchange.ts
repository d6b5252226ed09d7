import { type InvokeResponse, StatusCodes, type TurnContext } from 'botbuilder';
import { type Person, personKey } from '../../../identity/person.ts';
import { plainLine } from '../../../presentation/plain-data.ts';
import type { Refusal } from '../../../refusals/refusal.ts';
import { refusalPaste } from '../../../refusals/refusal-paste.ts';
import { isObject } from '../../is-object.ts';
import { personOf } from '../../person-of.ts';
import { explained } from '../refusal-answer.ts';
import type { SignInTurnParts } from '../sign-in-parts.ts';
import { createExchangeMarker } from './exchange-marker.ts';
import { inFlight } from './in-flight.ts';

interface ExchangeRequest {
  readonly id: string;
  readonly token: string;
  readonly connectionName: string;
}

/** `null`: the exchange succeeded. */
type FailureDetail = string | null;

const LONGEST_ID = 200;
/** Assertions of Teams have two or three thousand characters. */
const LONGEST_TOKEN = 16_384;

/**
 * `signin/tokenExchange`: Teams' silent sign-in. All clients of a person send the same id at once; one exchange answers
 * all of them. 200 only once the exchange has succeeded: before that it would take the button away from the card. 412
 * makes Teams show the button; 400 is for a request that can never succeed.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
 */
export function tokenExchange(parts: SignInTurnParts): (context: TurnContext) => Promise<InvokeResponse> {
  const { signIn, turn, flow } = parts;
  const marker = createExchangeMarker(turn.store.state, turn.now);
  const shared = inFlight<FailureDetail>();
  const expected = signIn.connectionName ?? '';

  const exchange = async (person: Person, { id, token }: ExchangeRequest): Promise<FailureDetail> => {
    if (await marker.has(person, id)) return null;
    const answer = await signIn.exchange(person, token);
    if (answer.kind === 'token') {
      await marker.add(person, id);
      return null;
    }
    if (answer.refusal === undefined) return 'The exchange gave no token: the person has to sign in.';
    return failureDetail(parts, answer.refusal);
  };

  return async (context) => {
    const { value } = context.activity;
    const request = readExchange(value);
    const person = personOf(context.activity);
    if (request === undefined || person === undefined) {
      return response(StatusCodes.BAD_REQUEST, undefined, expected, 'The request has no id or no token.');
    }
    const { id } = request;
    if (request.connectionName !== expected) {
      return response(StatusCodes.BAD_REQUEST, id, expected, 'The connection is not the one that this bot uses.');
    }
    const key = `${personKey(person)}/${id}`;
    const failure = await shared(key, () => exchange(person, request));
    if (failure !== null) return response(StatusCodes.PRECONDITION_FAILED, id, expected, failure);
    // The grant is there whatever happens next, so the answer is 200 even where the chat could not be told.
    try {
      if (await turn.store.seen.claim(`token-exchange/${key}`, turn.now())) {
        await flow.continueWith(context, { kind: 'signed-in' });
      }
    } catch (err) {
      turn.logger.error({ err }, 'a silent sign-in succeeded, but what follows it failed');
    }
    return response(StatusCodes.OK, id, expected, null);
  };
}

function readExchange(value: unknown): ExchangeRequest | undefined {
  if (!isObject(value)) return undefined;
  const { id, token, connectionName } = value;
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return undefined;
  if (typeof token !== 'string' || token === '' || token.length > LONGEST_TOKEN) return undefined;
  return { id, token, connectionName: typeof connectionName === 'string' ? connectionName : '' };
}

/** Teams only logs it: one line with the cause, for whoever reads that log. */
async function failureDetail({ turn }: SignInTurnParts, refusal: Refusal): Promise<string> {
  const { read } = await explained(turn, refusalPaste(refusal), '');
  turn.logger.info({ cause: read.cause, verdict: read.verdict }, 'token exchange refused');
  return plainLine(`${read.cause}: ${read.headline}`, 300);
}

function response(
  status: number,
  id: string | undefined,
  connectionName: string,
  failureDetail: string | null,
): InvokeResponse {
  return { status, body: { ...(id === undefined ? {} : { id }), connectionName, failureDetail } };
}
