import type { TurnContext } from 'botbuilder';
import type { HealthReport } from '../../identity/health/health-report.ts';
import type { Person } from '../../identity/person.ts';
import type { SignIn, TokenAnswer } from '../../identity/sign-in.ts';
import { healthCard, healthText } from '../../presentation/cards/health-card.ts';
import type { Answer } from '../answer.ts';
import { liveMessage } from './live-message.ts';
import type { SignInParts } from './sign-in-parts.ts';

/**
 * Runs all checks of a person's sign-in and shows them in one message that fills in.
 *
 * @param answer what asking for a token has just given, where that was asked already
 */
export async function checkSignIn(
  parts: SignInParts,
  context: TurnContext,
  person: Person,
  answer?: TokenAnswer,
): Promise<HealthReport> {
  const { graph, checks, turn } = parts;
  const signIn = answer === undefined ? parts.signIn : answeredOnce(parts.signIn, answer);
  const message = liveMessage(context, turn.logger);
  const report = await checks({
    signIn,
    graph,
    person,
    now: turn.now,
    onProgress: (soFar) => {
      if (!soFar.complete) message.show(reportAnswer(soFar));
    },
  });
  await message.finish(reportAnswer(report));
  turn.logger.info({ state: report.state, way: signIn.way }, 'sign-in checked');
  return report;
}

function reportAnswer(report: HealthReport): Answer {
  return { text: () => healthText(report), card: healthCard(report) };
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
