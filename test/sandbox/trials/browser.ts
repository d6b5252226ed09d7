import { Parser } from 'htmlparser2';

/** A page as a person sees it: its words and its forms. */
export interface Page {
  readonly kind: 'page';
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly forms: readonly Form[];
}

/** The browser was sent to an address outside the sandbox's Entra ID: the client's redirect address. */
export interface Landing {
  readonly kind: 'landing';
  readonly url: URL;
  /** What was posted there (`response_mode=form_post`) or stands in the query or the fragment. */
  readonly parameters: URLSearchParams;
}

export interface Form {
  readonly method: string;
  readonly action: string;
  readonly fields: ReadonlyMap<string, { readonly type: string; readonly value: string }>;
  /** Submit buttons: name, value and words. */
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly label: string }[];
}

const MOST_REDIRECTS = 10;

/** As much of a browser as signing in takes: cookies, redirections, forms. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  /** Addresses that end the walk. */
  readonly #isLanding: (url: URL) => boolean;

  constructor(isLanding: (url: URL) => boolean) {
    this.#isLanding = isLanding;
  }

  open(url: string): Promise<Page | Landing> {
    return this.#walk(new URL(url), 'GET', undefined);
  }

  submit(page: Page, form: Form, values: Readonly<Record<string, string>>): Promise<Page | Landing> {
    const data = new URLSearchParams();
    for (const [name, { value }] of form.fields) data.set(name, value);
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    const to = new URL(form.action, page.url);
    if (form.method === 'POST') return this.#walk(to, 'POST', data);
    to.search = data.toString();
    return this.#walk(to, 'GET', undefined);
  }

  async #walk(start: URL, startMethod: string, startBody: URLSearchParams | undefined): Promise<Page | Landing> {
    let [url, method, body] = [start, startMethod, startBody];
    for (let step = 0; step < MOST_REDIRECTS; step += 1) {
      if (this.#isLanding(url)) return { kind: 'landing', url, parameters: body ?? parametersOf(url) };
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body === undefined ? {} : { body }),
      });
      for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
      const location = response.headers.get('location');
      const html = await response.text();
      if (location === null) return { kind: 'page', url, status: response.status, ...pageOf(html) };
      [url, method, body] = [new URL(location, url), 'GET', undefined];
    }
    throw new Error('Too many redirections');
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

function parametersOf(url: URL): URLSearchParams {
  return new URLSearchParams(url.search === '' ? url.hash.slice(1) : url.search);
}

interface OpenForm {
  method: string;
  action: string;
  fields: Map<string, { type: string; value: string }>;
  buttons: { name: string; value: string; label: string }[];
}

function pageOf(html: string): { text: string; forms: Form[] } {
  const forms: OpenForm[] = [];
  const words: string[] = [];
  let open: OpenForm | undefined;
  let hidden = 0;
  let button: { name: string; value: string; label: string } | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'style' || name === 'script' || name === 'title') hidden += 1;
      if (name === 'form') {
        open = {
          method: (attributes.method ?? 'get').toUpperCase(),
          action: attributes.action ?? '',
          fields: new Map(),
          buttons: [],
        };
        forms.push(open);
      }
      const type = attributes.type ?? (name === 'button' ? 'submit' : 'text');
      if (name === 'button' && type === 'submit') {
        button = { name: attributes.name ?? '', value: attributes.value ?? '', label: '' };
        open?.buttons.push(button);
      } else if (name === 'input' && attributes.name !== undefined && type !== 'submit') {
        open?.fields.set(attributes.name, { type, value: attributes.value ?? '' });
      }
      if (/^(?:p|div|h\d|li|dt|dd|tr|br|pre)$/.test(name)) words.push('\n');
    },
    ontext(text) {
      if (hidden > 0) return;
      words.push(text);
      if (button !== undefined) button.label += text;
    },
    onclosetag(name) {
      if (name === 'style' || name === 'script' || name === 'title') hidden -= 1;
      if (name === 'form') open = undefined;
      if (name === 'button') button = undefined;
    },
  });
  parser.end(html);
  const text = words
    .join('')
    .replaceAll(/[ \t\r]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
  return { text, forms };
}
