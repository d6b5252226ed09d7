/**
 * Makes an element. Text is only ever set as text, never as markup.
 *
 * @param {string} name
 * @param {Record<string, unknown>} [properties] properties of the element; `dataset` and `aria-…` too
 * @param {...(Node | string | null | undefined | false)} children
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'dataset') Object.assign(made.dataset, value);
    else if (key.includes('-')) made.setAttribute(key, String(value));
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** The element of the page with this id. */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`No element ${id}`);
  return found;
}

/** Two letters for a round picture. */
export function initials(name) {
  const [first = '?', second = ''] = name.split(' ');
  return `${first[0] ?? '?'}${second[0] ?? ''}`.toUpperCase();
}

export function clock(at) {
  return new Date(at).toLocaleTimeString('en-GB');
}
