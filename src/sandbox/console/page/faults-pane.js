import { get, post } from './api.js';
import { byId, element } from './element.js';

const HEADINGS = {
  token: 'The token as the API sees it',
  'getting-the-token': 'Getting the token',
  'person-and-policy': 'The person and the tenant’s policy',
  bot: 'The bot and its channel',
  service: 'Not the sign-in',
};

/** All faults with their switches, by group, narrowed by the search. */
export function faultsPane({ onChange, onProblem }) {
  const list = byId('faults');
  const search = byId('search');
  let faults = [];

  async function toggle(fault, on) {
    try {
      await post(on ? '/api/break' : '/api/repair', { cause: fault.cause });
    } catch (error) {
      onProblem(error);
    }
    await refresh();
    onChange();
  }

  function row(fault) {
    const box = element('input', {
      type: 'checkbox',
      className: 'switch',
      checked: fault.on,
      'aria-label': `Break: ${fault.title}`,
      onchange: () => toggle(fault, box.checked),
    });
    return element(
      'label',
      { className: 'fault', title: fault.says, dataset: { cause: fault.cause } },
      element('span', { className: 'title' }, fault.title),
      box,
      element('span', { className: 'cause' }, fault.cause),
      fault.on && element('p', { className: 'more' }, fault.says, element('span', {}, fault.tryIt)),
    );
  }

  function draw() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = faults.filter((fault) => {
      const text = `${fault.cause} ${fault.title} ${fault.says}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const groups = Object.entries(HEADINGS).map(([group, heading]) => {
      const members = shown.filter((fault) => fault.group === group);
      if (members.length === 0) return null;
      return element('section', { className: 'group' }, element('h3', {}, heading), ...members.map(row));
    });
    const found = groups.filter((group) => group !== null);
    list.replaceChildren(
      ...(found.length > 0 ? found : [element('p', { className: 'none' }, 'Nothing of that name.')]),
    );
  }

  async function refresh() {
    const { faults: fresh } = await get('/api/faults');
    if (JSON.stringify(fresh) === JSON.stringify(faults)) return;
    faults = fresh;
    draw();
  }

  search.addEventListener('input', draw);
  return { refresh };
}
