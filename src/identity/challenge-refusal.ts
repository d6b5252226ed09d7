import type { Refusal } from '../refusals/refusal.ts';

/** Graph's claims challenge that a fresh sign-in did not meet, as Graph sent it: the engine explains it. */
export function challengeRefusal(claims: string): Refusal {
  const encoded = Buffer.from(claims, 'utf8').toString('base64');
  return {
    request: { method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' },
    response: {
      status: 401,
      headers: {
        'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`,
      },
      body: '',
    },
  };
}
