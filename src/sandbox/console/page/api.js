/** The sandbox said no, or does not answer. `message` is for the person. */
class ApiError extends Error {}

async function ask(path, init) {
  let response;
  try {
    response = await fetch(path, { ...init, cache: 'no-store' });
  } catch {
    throw new ApiError('The sandbox does not answer. Is it still running?');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(body.says ?? body.message ?? `The sandbox answered ${response.status}.`);
  return body;
}

export const get = (path) => ask(path);

export const post = (path, body = {}) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** Calls `work` again and again while the page is looked at; a failure is handed to `onProblem` and tried again. */
export function repeat(work, everyMs, onProblem) {
  const again = async () => {
    if (document.visibilityState === 'visible') await work().catch(onProblem);
    setTimeout(again, everyMs);
  };
  again();
}
