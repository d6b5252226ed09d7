/** What a person does on the sandbox's sign-in pages. */
export interface Walker {
  readonly userPrincipalName: string;
  /** Left out: the person is picked with a click. */
  readonly password?: string;
  /** Consent: accepted unless false. */
  readonly accept?: boolean;
  /** The second factor: approved unless false. */
  readonly approve?: boolean;
  /** Cookies of earlier sign-ins, and of this one afterwards. */
  readonly cookies?: Map<string, string>;
}

export type WalkEnd =
  /** Where the app would be called; not followed. */
  | { readonly redirectedTo: string }
  /** response_mode=form_post: where the browser would send a form, and its fields. */
  | { readonly postedTo: string; readonly fields: Readonly<Record<string, string>> }
  /** A page that the person cannot get past. */
  | { readonly page: string; readonly status: number };

const MOST_PAGES = 6;

/** Walks through the pages of the sandbox's Entra ID as a browser would, and stops before the app is called. */
export async function signInAtPage(authorizeUrl: string, walker: Walker): Promise<WalkEnd> {
  const cookies = walker.cookies ?? new Map<string, string>();
  let response = await send(authorizeUrl, cookies);
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const location = response.headers.get('location');
    if (location !== null) return { redirectedTo: location };
    const page = await response.text();
    const answer = answerTo(page, walker);
    if (answer === 'form-post') return formPost(page);
    if (answer === undefined || page.includes('role="alert"')) return { page, status: response.status };
    const { action, fields } = answer;
    response = await send(new URL(action, authorizeUrl).href, cookies, fields);
  }
  throw new Error('The sign-in pages do not end');
}

/** The text of a page as a person would copy it. */
export function textOfPage(page: string): string {
  const body = page
    .replace(/[\s\S]*<main>/, '')
    .replaceAll(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/g, '')
    .replaceAll(/<\/(?:p|h1|h2|dd|li)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '');
  return unescaped(body)
    .replaceAll(/\n\s*\n+/g, '\n')
    .trim();
}

function answerTo(
  page: string,
  walker: Walker,
): { action: string; fields: Record<string, string> } | 'form-post' | undefined {
  if (page.includes('data-step="form-post"')) return 'form-post';
  const name = walker.userPrincipalName;
  if (page.includes('data-step="password"')) {
    if (walker.password !== undefined) {
      return filled(page, 'password', { username: name, password: walker.password });
    }
    return filled(page, 'person', { person: name });
  }
  if (page.includes('data-step="second-factor"')) {
    return filled(page, 'second-factor', { answer: walker.approve === false ? 'decline' : 'approve' });
  }
  if (page.includes('data-step="consent"')) {
    return filled(page, 'consent', { answer: walker.accept === false ? 'decline' : 'accept' });
  }
  return undefined;
}

function filled(
  page: string,
  step: string,
  fields: Record<string, string>,
): { action: string; fields: Record<string, string> } {
  const form = new RegExp(`<form[^>]*action="([^"]*)"[^>]*data-step="${step}">([\\s\\S]*?)</form>`).exec(page);
  return { action: unescaped(form?.[1] ?? ''), fields: { ...hidden(form?.[2] ?? ''), ...fields } };
}

function hidden(form: string): Record<string, string> {
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map((input) => [input[1] ?? '', unescaped(input[2] ?? '')]));
}

function formPost(page: string): WalkEnd {
  const action = /<form method="post" action="([^"]*)"/.exec(page)?.[1] ?? '';
  return { postedTo: unescaped(action), fields: hidden(page) };
}

async function send(url: string, cookies: Map<string, string>, form?: Record<string, string>): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: cookie === '' ? {} : { cookie },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const equals = pair.indexOf('=');
    cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return response;
}

function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => characters[name] ?? '');
}
