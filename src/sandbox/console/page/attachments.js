import { HOST_CONFIG, markdownToHtml } from './card-host.js';
import { element } from './element.js';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const SIGN_IN = new Set(['application/vnd.microsoft.card.oauth', 'application/vnd.microsoft.card.signin']);

/**
 * One attachment as an element.
 *
 * @param attachment as the bot sent it
 * @param acts what clicks do: execute(verb, data), submit(data), code(text), say(text)
 */
export function attachmentElement(attachment, acts) {
  const { contentType, content } = attachment;
  if (contentType === ADAPTIVE) return adaptiveCard(content, acts);
  if (SIGN_IN.has(contentType)) return signInCard(content, acts);
  if (content?.buttons !== undefined || content?.title !== undefined) return plainCard(content, acts);
  return element('p', { className: 'note' }, `[${contentType}]`);
}

function adaptiveCard(content, acts) {
  const { AdaptiveCards } = globalThis;
  if (AdaptiveCards === undefined) return cardAsText(content);
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownToHtml(text);
    result.didProcess = true;
  };
  try {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(HOST_CONFIG);
    card.onExecuteAction = (action) => act(action, acts);
    card.parse(content);
    const rendered = card.render();
    if (rendered === undefined) return cardAsText(content);
    return element('div', { className: 'card' }, rendered);
  } catch {
    return cardAsText(content);
  }
}

function act(action, acts) {
  const type = action.getJsonTypeName();
  if (type === 'Action.OpenUrl') open(action.url);
  else if (type === 'Action.Execute') acts.execute({ verb: action.verb, id: action.id, data: action.data ?? {} });
  else if (type === 'Action.Submit') acts.submit(action.data ?? {});
}

function open(url) {
  if (/^https?:\/\//i.test(url ?? '')) window.open(url, '_blank', 'noopener,noreferrer');
}

/** Where the renderer is not installed: the words of the card, and its code. */
function cardAsText(content) {
  const words = [];
  const walk = (node) => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      if (typeof node.text === 'string') words.push(node.text);
      if (typeof node.title === 'string' && node.value !== undefined) words.push(`${node.title}: ${node.value}`);
      for (const value of Object.values(node)) if (typeof value === 'object') walk(value);
    }
  };
  walk(content);
  return element('div', { className: 'card' }, element('pre', {}, words.join('\n')));
}

/** A sign-in link, and a box for the code that the sign-in page shows at its end. */
function signInCard(content, acts) {
  const [button] = content?.buttons ?? [];
  const link = /^https?:\/\//i.test(button?.value ?? '') ? button.value : undefined;
  const box = element('input', {
    placeholder: '6-digit code',
    inputMode: 'numeric',
    'aria-label': 'Code',
    autocomplete: 'off',
  });
  const form = element('form', {}, box, element('button', { type: 'submit' }, 'Redeem'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (box.value.trim() !== '') acts.code(box.value.trim());
  });
  return element(
    'div',
    { className: 'card sign-in' },
    element('p', {}, content?.text ?? 'Sign in'),
    link &&
      element(
        'a',
        { className: 'link', href: link, target: '_blank', rel: 'noopener noreferrer' },
        button.title ?? 'Sign in',
      ),
    form,
  );
}

function plainCard({ title, text, buttons = [] }, acts) {
  const press = ({ type, value }) => (/openUrl|signin/i.test(type) ? open(value) : acts.say(String(value)));
  return element(
    'div',
    { className: 'card' },
    title && element('strong', {}, title),
    text && element('p', {}, text),
    ...buttons.map((button) => element('button', { type: 'button', onclick: () => press(button) }, button.title)),
  );
}
