import { byId, clock, element } from './element.js';

const REFUSED = 400;
/** The answers of the bot stand in the chat. */
const OWN = /^\/(?:connector|relay)\//;

/** The last requests that the sandbox answered, newest first. */
export function requestsPane() {
  const list = byId('requests');
  const refusedOnly = byId('refused-only');
  let requests = [];

  function row({ at, method, path, status, code }) {
    return element(
      'li',
      {},
      element('time', {}, clock(at)),
      element(
        'span',
        { className: 'path', title: path },
        element('span', { className: 'method' }, `${method} `),
        path.split('?', 1)[0] ?? path,
      ),
      element('span', { className: status >= REFUSED ? 'status refused' : 'status' }, String(status)),
      code !== null && element('span', { className: 'code' }, code),
    );
  }

  function draw() {
    const shown = requests.filter(({ status, code }) => !refusedOnly.checked || status >= REFUSED || code !== null);
    list.replaceChildren(
      ...(shown.length > 0 ? shown.map(row) : [element('li', { className: 'none' }, 'No request yet.')]),
    );
  }

  refusedOnly.addEventListener('change', draw);
  draw();
  return {
    show(fresh) {
      const others = fresh.filter(({ path }) => !OWN.test(path));
      if (others[0]?.number === requests[0]?.number && others.length === requests.length) return;
      requests = others;
      draw();
    },
  };
}
