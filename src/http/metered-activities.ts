import type { ActivityHandler } from './service-server.ts';

/** `refused`: the caller is not the channel. `failed`: the channel got no answer, and may deliver again. */
export type ActivityOutcome = 'done' | 'refused' | 'failed';

export type OnActivity = (
  activity: { readonly type?: string; readonly name?: string },
  outcome: ActivityOutcome,
  ms: number,
) => void;

/** Times each activity and tells what became of it. */
export function meteredActivities(onActivity: ActivityHandler, tell: OnActivity): ActivityHandler {
  return async (req, res) => {
    const begun = performance.now();
    try {
      await onActivity(req, res);
    } catch (error) {
      tell(kindOf(req.body), 'failed', performance.now() - begun);
      throw error;
    }
    tell(kindOf(req.body), outcomeOf(res.statusCode), performance.now() - begun);
  };
}

function outcomeOf(status: number): ActivityOutcome {
  if (status >= 500) return 'failed';
  return status === 400 || status === 401 || status === 403 ? 'refused' : 'done';
}

function kindOf(body: unknown): { type?: string; name?: string } {
  if (typeof body !== 'object' || body === null) return {};
  const { type, name } = body as { type?: unknown; name?: unknown };
  return { ...(typeof type === 'string' ? { type } : {}), ...(typeof name === 'string' ? { name } : {}) };
}
