import type { TurnContext } from 'botbuilder';
import type { HealthReport } from '../../identity/health/health-report.ts';
import type { Person } from '../../identity/person.ts';
import type { SignIn, TokenAnswer } from '../../identity/sign-in.ts';
import { healthCard, healthText } from '../../presentation/cards/sign-in/health-card.ts';
import type { HealthAnswerOptions } from '../../presentation/health-answer.ts';
import type { Answer } from '../answer.ts';
import { liveMessage } from './live-message.ts';
import type { SignInParts } from './sign-in-parts.ts';

export interface CheckOptions {
  /** What asking for a token has just given, where that was asked already. */
  readonly answer?: TokenAnswer;
  /** The last word on the report before it is shown in whole. */
  readonly conclude?: (report: HealthReport) => Promise<HealthReport>;
  /** Whether a message that asks to sign in is sent right after the report. */
  readonly signInFollows?: (report: HealthReport) => boolean;
}

/** Runs all checks of a person's sign-in and shows them in one message that fills in. */
export async function checkSignIn(
  parts: SignInParts,
  context: TurnContext,
  person: Person,
  { answer, conclude, signInFollows = () => false }: CheckOptions = {},
): Promise<HealthReport> {
  const { graph, checks, turn } = parts;
  const signIn = answer === undefined ? parts.signIn : answeredOnce(parts.signIn, answer);
  const message = liveMessage(context, turn.logger);
  const checked = await checks({
    signIn,
    graph,
    person,
    now: turn.now,
    onProgress: (soFar) => {
      if (!soFar.complete) message.show(reportAnswer(soFar));
    },
  });
  const report = (await conclude?.(checked)) ?? checked;
  await message.finish(reportAnswer(report, { signInFollows: signInFollows(report) }));
  turn.logger.info({ state: report.state, way: signIn.way }, 'sign-in checked');
  return report;
}

function reportAnswer(report: HealthReport, options: HealthAnswerOptions = {}): Answer {
  return { text: () => healthText(report, options), card: healthCard(report, options) };
}

/** A token service that does not answer takes seconds to fail; asking twice would outlast the channel's patience. */
function answeredOnce(signIn: SignIn, answer: TokenAnswer): SignIn {
  let first: TokenAnswer | undefined = answer;
  return {
    way: signIn.way,
    ...(signIn.connectionName === undefined ? {} : { connectionName: signIn.connectionName }),
    async token(person, request) {
      const known = request === undefined ? first : undefined;
      first = undefined;
      return known ?? signIn.token(person, request);
    },
    invite: (person, request) => signIn.invite(person, request),
    redeem: (person, code) => signIn.redeem(person, code),
    exchange: (person, assertion) => signIn.exchange(person, assertion),
    signOut: (person) => signIn.signOut(person),
  };
}
