import type { Request, Response, Server } from 'restify';
import { answerPage, authorize } from './authorize/authorize-endpoint.ts';
import { logout } from './authorize/logout.ts';
import { assertServing } from './conditions.ts';
import { discoveryDocument } from './discovery.ts';
import type { EntraParts } from './entra.ts';
import type { RequestIds } from './entra-refusal.ts';
import { onlyPost } from './refusals/request.ts';
import { idHeaders, requestIds } from './request-ids.ts';
import { asRefusal, sendJson, sendRefusal } from './send-answer.ts';
import { answerTokenRequest } from './token/token-endpoint.ts';

/** Adds the routes of the sandbox's Entra ID. */
export function mountEntra(server: Server, parts: EntraParts, origin: string): void {
  const tenantOf = (req: Request): string => String(req.params.tenant ?? '');
  const answering =
    (answer: (req: Request, res: Response, ids: RequestIds) => Promise<unknown>) =>
    async (req: Request, res: Response): Promise<void> => {
      const ids = requestIds(req, parts.now());
      try {
        sendJson(res, 200, await answer(req, res, ids), idHeaders(ids));
      } catch (error) {
        const refusal = asRefusal(error);
        parts.recent.refused(res, `AADSTS${refusal.aadsts}`);
        sendRefusal(res, refusal, ids);
      }
    };

  server.get(
    '/entra/:tenant/v2.0/.well-known/openid-configuration',
    answering(async (req) => {
      await assertServing(parts.world);
      return discoveryDocument(parts.world, origin, tenantOf(req));
    }),
  );
  server.get(
    '/entra/:tenant/discovery/v2.0/keys',
    answering(async () => parts.keys.jwks),
  );
  server.post(
    '/entra/:tenant/oauth2/v2.0/token',
    answering(async (req) => {
      await assertServing(parts.world);
      return answerTokenRequest(parts, origin, tenantOf(req), req);
    }),
  );
  server.get(
    '/entra/:tenant/oauth2/v2.0/token',
    answering(() => Promise.reject(onlyPost())),
  );
  const begin = async (req: Request, res: Response): Promise<void> => authorize(parts, tenantOf(req), req, res);
  server.get('/entra/:tenant/oauth2/v2.0/authorize', begin);
  server.post('/entra/:tenant/oauth2/v2.0/authorize', begin);
  server.post('/entra/:tenant/login', async (req: Request, res: Response) => answerPage(parts, req, res));
  server.get('/entra/:tenant/oauth2/v2.0/logout', async (req: Request, res: Response) => logout(parts, req, res));
}
