import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../src/bot/html-paste.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { expectWithin } from '../processor-time.ts';

const CLAIMS = `GET https://graph.microsoft.com/v1.0/me/events -> 401 Unauthorized

jwt.ms shows:
{
  "aud": "api://2f4a1c88-6d0e-4b7b-9c55-0e1d6b3a7f21",
  "iss": "https://sts.windows.net/5a1c9b54-6d1e-4a0e-9d70-2b0a2f1c4e77/",
  "scp": "access_as_user",
  "ver": "1.0"
}`;
const indented = (line: string): string => line.replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length));
const each = (wrap: (line: string) => string, between = ''): string =>
  CLAIMS.split('\n').map(indented).map(wrap).join(between);

describe('the lines of a message are those that its author sees', () => {
  it.each([
    ['a paragraph each', each((line) => `<p>${line === '' ? '&nbsp;' : line}</p>`, '\n')],
    ['a division each', `<div>${each((line) => `<div>${line === '' ? '<br>' : line}</div>`)}</div>`],
    ['line breaks', `<p>${each((line) => line, '<br>')}</p>`],
    ['line breaks in a wrapped source', `<p>\n${each((line) => line, '<br>\n')}\n</p>\n`],
    ['a list', `<ul>\n${each((line) => `<li>${line === '' ? '&nbsp;' : line}</li>`, '\n')}\n</ul>`],
    ['preformatted', `<pre>${CLAIMS}</pre>`],
    [
      'code in it',
      `<pre class="language-json"><code><span>${each((line) => line, '</span><br><span>')}</span></code></pre>`,
    ],
    ['a code block', `<codeblock class="Json"><code>${each((line) => line, '<br>')}</code></codeblock>`],
    ['a cell of a table', `<table><tbody><tr><td>${each((line) => `<p>${line}</p>`)}</td></tr></tbody></table>`],
  ])('%s', (_, html) => {
    const text = textOfHtml(html);
    expect(text.replace(/\n\s*\n/g, '\n')).toBe(CLAIMS.replace('\n\n', '\n'));
    expect(diagnose(text, { now: 0 })).toMatchObject({ cause: 'wrong-audience', verdict: 'certain' });
  });

  it.each([
    ['a<p>b</p>c', 'a\nb\nc'],
    ['<p>a</p><p>&nbsp;</p><p>b</p>', 'a\n \nb'],
    ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['<p>a<br></p><p>b</p>', 'a\nb'],
    ['<div><p>a</p></div>\n<div> <span> </span><p>b</p></div>', 'a\nb'],
    [
      '<table><tr><td><p>a</p></td>\n<td><p>b</p></td></tr>\n<tr><td>c</td><td>d</td></tr></table>e',
      'a\tb\t\nc\td\t\ne',
    ],
    ['<pre>a\n\n  b</pre><p>c</p>', 'a\n\n  b\nc'],
    ['<b>a</b> <i>b</i>', 'a b'],
    ['<p>a <emoji id="cry" alt="x"></emoji><img alt="y" src="z">b</p>', 'a b'],
    ['Bearer <token>\n<p>', 'Bearer <token>'],
    ['a\nb', 'a\nb'],
    ['1 < 2 & 3', '1 < 2 & 3'],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});

it('takes linear time', () => {
  for (const piece of ['<', '<p', '<p>', '</pre>', '<td>', '<br>\n', '<p ', ' \n', '<pre>\n', '<tr>x'])
    expectWithin(1_500, () => textOfHtml(piece.repeat(Math.ceil(500_000 / piece.length))));
});
