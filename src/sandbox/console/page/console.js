import { get, post, repeat } from './api.js';
import { chatPane } from './chat-pane.js';
import { byId, element, initials } from './element.js';
import { faultsPane } from './faults-pane.js';
import { requestsPane } from './requests-pane.js';

const STATE_MS = 1500;
const CHAT_MS = 700;

const health = byId('health');
const repair = byId('repair');
const chat = chatPane();
const requests = requestsPane();
const faults = faultsPane({ onChange: () => refreshState().catch(showProblem), onProblem: showProblem });

function showProblem(error) {
  health.textContent = error.message;
  health.classList.add('broken');
}

async function refreshState() {
  const state = await get('/api/state');
  const on = state.faults.length;
  health.textContent =
    on === 0 ? 'Everything works' : on === 1 ? `Broken: ${state.faults[0].title}` : `${on} faults are on`;
  health.classList.toggle('broken', on > 0);
  repair.hidden = on === 0;
  showPeople(state.people);
  chat.people(state.people);
  requests.show(state.requests);
  await faults.refresh();
}

function showPeople(people) {
  const list = byId('people');
  if (list.children.length === people.length) return;
  list.replaceChildren(
    ...people.map(({ name, userPrincipalName, kind, tenant }) =>
      element(
        'li',
        {},
        element('span', { className: 'avatar', 'aria-hidden': 'true' }, initials(name)),
        element('span', {}, name, element('small', { title: tenant }, userPrincipalName)),
        element('span', { className: 'tag' }, kind),
      ),
    ),
  );
}

repair.addEventListener('click', () => post('/api/repair').then(refreshState).catch(showProblem));
byId('reset').addEventListener('click', () => post('/api/reset').then(refreshState).catch(showProblem));
repeat(refreshState, STATE_MS, showProblem);
repeat(chat.refresh, CHAT_MS, () => {});
