import { get, post } from './api.js';
import { attachFile } from './attach-file.js';
import { attachmentElement } from './attachments.js';
import { byId, clock, element, initials } from './element.js';

const PLACES = [
  ['personal', 'Personal chat'],
  ['group', 'Group chat'],
  ['team-channel', 'Team channel'],
];
const SIGN_IN_CODE = 'signin/verifyState';
const CARD_ACTION = 'adaptiveCard/action';

/** The chat with the bot, as one of the sample people. */
export function chatPane() {
  const list = byId('messages');
  const person = byId('person');
  const text = byId('text');
  const problem = byId('chat-problem');
  const threadNote = byId('thread');
  const mention = byId('mention');
  let place = 'personal';
  let others = [];
  let thread = null;
  let version = 0;
  let messages = new Map();
  let notes = new Map();
  let waiting = false;
  let looked = Promise.resolve();

  const speaker = () => ({ person: person.value, place, ...(thread === null ? {} : { thread }) });

  async function send(path, body, from = speaker()) {
    problem.hidden = true;
    try {
      const { status, message, notShown } = await post(path, { ...from, ...body });
      if (message !== undefined && body.replyToId !== undefined) notes.set(body.replyToId, message);
      if (status === null) throw new Error('The bot does not answer. Is it running?');
      if (status >= 400 && notShown !== true) throw new Error(refusalOf(body, status));
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
    await refresh();
    draw();
  }

  function refusalOf({ name }, status) {
    return name === SIGN_IN_CODE
      ? `The bot did not take the code (${status}). Is it the code of this person’s sign-in?`
      : `The bot answered ${status}.`;
  }

  const attached = attachFile((words) => {
    problem.textContent = words;
    problem.hidden = false;
  });
  const say = (words) => send('/api/chat/message', { text: words, mention: mention.checked });

  const actsOf = (message) => {
    const within = message.thread === null ? {} : { thread: message.thread };
    return {
      execute: ({ verb, id, data }) =>
        send('/api/chat/invoke', {
          ...within,
          name: CARD_ACTION,
          replyToId: message.id,
          value: { action: { type: 'Action.Execute', verb, id, data }, trigger: 'manual' },
        }),
      submit: (value) => send('/api/chat/message', { ...within, value, replyToId: message.id }),
      code: (state) => send('/api/chat/invoke', { ...within, name: SIGN_IN_CODE, value: { state } }),
      say,
    };
  };

  function row(message) {
    const { id, from, name, at, deleted, edited } = message;
    const bot = from === 'bot';
    const kind = bot ? 'bot' : from === person.value ? 'mine' : '';
    const inThread = message.thread !== null && message.thread !== id;
    return element(
      'li',
      { className: `message ${kind} ${inThread ? 'in-thread' : ''}`, dataset: { id } },
      element('span', { className: 'avatar', 'aria-hidden': 'true' }, bot ? '401' : initials(name)),
      element(
        'span',
        { className: 'who' },
        name,
        element('time', {}, clock(at)),
        edited && element('time', {}, 'edited'),
      ),
      element(
        'div',
        { className: 'content' },
        deleted && element('p', { className: 'bubble deleted' }, 'This message was deleted.'),
        message.text !== '' && element('p', { className: 'bubble' }, message.text),
        ...message.attachments.map((attachment) => attachmentElement(attachment, actsOf(message))),
        notes.has(id) && element('p', { className: 'note', role: 'status' }, notes.get(id)),
        hasThreads() &&
          !inThread &&
          element(
            'button',
            { type: 'button', className: 'reply', onclick: () => replyTo(message) },
            'Reply in this thread',
          ),
      ),
    );
  }

  /** Channels have threads: the page's own, and those of other clients. */
  const hasThreads = () => place !== 'personal' && place !== 'group';

  /** In a team channel replies stand below the message that began their thread. */
  function inOrder() {
    const all = [...messages.values()];
    if (!hasThreads()) return all;
    const roots = all.filter((message) => message.thread === null || message.thread === message.id);
    const known = new Set(roots.map(({ id }) => id));
    const below = (id) => all.filter((message) => message.thread === id && message.id !== id);
    const lost = all.filter(({ id, thread: of }) => !known.has(id) && !known.has(of));
    return [...roots.flatMap((root) => [root, ...below(root.id)]), ...lost];
  }

  /** Messages that did not change keep their element: what was typed into a card stays. */
  function draw() {
    const drawn = new Map([...list.children].map((item) => [item.dataset.key, item]));
    const items = inOrder().map((message) => {
      const key = `${person.value}/${message.id}/${message.version}/${notes.get(message.id) ?? ''}`;
      const kept = drawn.get(key);
      if (kept !== undefined) return kept;
      const made = row(message);
      made.dataset.key = key;
      return made;
    });
    const follow = waiting || seesLatest();
    list.replaceChildren(...(items.length > 0 ? items : [empty()]));
    if (follow) showLatest();
    offer();
  }

  /** At the end, or where the last message begins. */
  function seesLatest() {
    const { top, bottom } = list.getBoundingClientRect();
    const begins = list.lastElementChild?.getBoundingClientRect().top ?? 0;
    const atEnd = list.scrollTop + list.clientHeight > list.scrollHeight - 80;
    return atEnd || (begins >= top && begins < bottom);
  }

  /** The end; of a message that is taller than the pane its beginning, which says most. */
  function showLatest() {
    const last = list.lastElementChild;
    list.scrollTop = list.scrollHeight;
    const hidden = list.getBoundingClientRect().top - (last?.getBoundingClientRect().top ?? 0);
    if (hidden > 0) list.scrollTop -= hidden + 8;
  }

  function empty() {
    return element(
      'li',
      { className: 'empty' },
      hasThreads()
        ? 'Nothing was said here yet. Post an error as two or three people, with or without naming the bot, and watch the incident grow.'
        : 'Nothing was said here yet. Break something on the left, then ask the bot to check your sign-in.',
    );
  }

  function offer() {
    const last = inOrder().at(-1);
    const offers =
      last?.from === 'bot' && last.suggestions.length > 0 ? last.suggestions : hasThreads() ? DESK_STARTERS : STARTERS;
    byId('offers').replaceChildren(
      ...offers.map((words) => element('button', { type: 'button', onclick: () => say(words) }, words)),
    );
  }

  /** One after the other: an answer that a newer one overtook would look as if the sandbox had begun afresh. */
  function refresh() {
    looked = looked.catch(() => {}).then(look);
    return looked;
  }

  async function look() {
    const asked = `${person.value} ${place}`;
    const query = new URLSearchParams({ person: person.value, place, since: String(version) });
    const answer = await get(`/api/chat?${query}`);
    // Somebody else or another place was chosen meanwhile, or the sandbox began afresh.
    if (asked !== `${person.value} ${place}`) return;
    if (answer.version < version) forget();
    version = answer.version;
    showOthers(answer.others ?? []);
    for (const message of answer.messages) messages.set(message.id, message);
    if (answer.messages.length > 0) draw();
  }

  function forget() {
    version = 0;
    messages = new Map();
    notes = new Map();
  }

  function choose(nextPlace) {
    place = nextPlace;
    replyTo(null);
    forget();
    for (const button of byId('places').children)
      button.setAttribute('aria-pressed', String(button.dataset.place === place));
    byId('mention-field').hidden = place === 'personal';
    draw();
    refresh().catch(() => {});
  }

  function replyTo(message) {
    thread = message === null ? null : (message.thread ?? message.id);
    threadNote.hidden = message === null;
    if (message === null) return;
    const stop = element('button', { type: 'button', onclick: () => replyTo(null) }, 'new thread instead');
    threadNote.replaceChildren(`Replying to ${message.name}’s thread · `, stop);
    text.focus();
  }

  /** A team channel of the Agents Playground, once the bot was seen there. */
  function showOthers(found) {
    const changed = found.length !== others.length || found.some(({ name }, index) => name !== others[index].name);
    if (!changed) return;
    others = found;
    showPlaces();
  }

  function showPlaces() {
    const places = [...PLACES, ...others.map((other) => [other.place, other.name])];
    byId('places').replaceChildren(
      ...places.map(([id, label]) =>
        element(
          'button',
          {
            type: 'button',
            dataset: { place: id },
            'aria-pressed': String(id === place),
            title: PLACES.some(([own]) => own === id) ? '' : `${label}, in the other chat window`,
            onclick: () => choose(id),
          },
          label,
        ),
      ),
    );
  }

  showPlaces();
  person.addEventListener('change', () => choose(place));
  text.addEventListener('input', () => {
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight + 2}px`;
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    byId('compose').requestSubmit();
  });
  byId('compose').addEventListener('submit', async (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === '' && !attached.any()) return;
    text.value = '';
    text.style.height = 'auto';
    waiting = true;
    // As it was said: somebody else may be chosen while a file is on its way.
    const from = speaker();
    const mentions = mention.checked;
    const attachments = await attached.take();
    await send('/api/chat/message', { text: words, mention: mentions, attachments }, from);
    waiting = false;
  });

  return {
    people(people) {
      if (person.options.length === people.length) return;
      person.replaceChildren(
        ...people.map(({ oid, name, kind }) => element('option', { value: oid }, optionOf(name, kind))),
      );
      choose('personal');
    },
    refresh: () => (person.value === '' ? Promise.resolve() : refresh()),
  };
}

const STARTERS = ['check my sign-in', 'sign in', 'sign out', 'help'];
const DESK_STARTERS = ['board', 'cases', 'agents add me', 'help'];

function optionOf(name, kind) {
  return kind === 'member' ? name : `${name} (${kind})`;
}
