import type { Fault } from './fault.ts';

export const botOauthConnection: Fault = {
  cause: 'bot-oauth-connection',
  group: 'bot',
  title: 'The OAuth connection is not there',
  says: 'The bot has no OAuth connection of the name that it asks for.',
  shownBy: 'token-service',
  seenIn: 'sign-in-page',
  apply(world) {
    world.tokenService.connectionExists = false;
  },
};
