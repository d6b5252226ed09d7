import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../src/diagnosis/text/unwrap.ts';

const text = (paste: string): string => unwrap(paste).text.text;
const plain = (paste: string): string => unwrap(paste).plain.text;

describe('unwrap', () => {
  it.each([
    ['smart quotes', '“a” and ‘b’', '"a" and \'b\''],
    ['spaces that do not break, and none at all', 'a\u00a0b\u200bc\ufeff', 'a bc'],
    ['carriage returns', 'a\r\nb\rc', 'a\nb\nc'],
    ['colours of a terminal', '\x1b[31merror\x1b[0m', 'error'],
    ['control characters', 'a\x00b\x1bc', 'a b c'],
    ['HTML', '<p>a<br/>b</p><span style="x">c</span>', '\na\nb\nc'],
    [
      'a table in HTML',
      '<table><tr><td>client_id</td><td>2f4a</td></tr><tr><th>scp</th><td>User.Read</td></tr></table>',
      '\n\nclient_id\t2f4a\t\n\nscp\tUser.Read\t\n\n',
    ],
    ['entities, also escaped twice', '&quot;a&quot; &amp;quot;b&amp;quot; &#34;&#x27;', '"a" "b" "\''],
    [
      'escaped JSON',
      '{\\"error\\":\\"x\\",\\u0022a\\u0022:1}\\r\\nnext line\\tcell',
      '{"error":"x","a":1}\nnext line\tcell',
    ],
    ['JSON in JSON', '{\\\\\\"error\\\\\\":\\\\\\"x\\\\\\"}\\\\nnext', '{"error":"x"}\nnext'],
    ['cells of a CSV export', '"{""error"": ""x""}"', '"{"error": "x"}"'],
    ['marks of curl -v', '> GET / HTTP/1.1\n< HTTP/1.1 401 x\n< date: y', 'GET / HTTP/1.1\nHTTP/1.1 401 x\ndate: y'],
    ['signs of a quote', '> {\n>   "a": 1\n> }\nthanks', '{\n  "a": 1\n}\nthanks'],
    ['signs of a quote in a quote', '> > one\n> > two\n> three', 'one\ntwo\nthree'],
    ['numbers of lines', '   9 | {\n  10 |   "a": 1', '{\n  "a": 1'],
    ['tags of logcat', 'D/Msal( 123): one\nD/Msal( 123): two', 'one\ntwo'],
    ['names of containers', 'web_1  | one\nweb_1  | two', 'one\ntwo'],
  ])('undoes %s', (_name, paste, expected) => {
    expect(text(paste)).toBe(expected);
  });

  it.each([
    ['placeholders', 'Bearer <token>'],
    ['XML', '<m:ResponseCode>x</m:ResponseCode>'],
    ['folders of Windows', 'C:\\temp\\new\\report.txt'],
    ['names that look like entities', 'a&b=c&lt=d&notanentity;'],
    ['backslashes before anything else', 'a\\b \\d \\u12 \\'],
  ])('leaves %s', (_name, paste) => {
    expect(text(paste)).toBe(paste);
  });

  it.each([
    ['percent-encoding', 'a%20b%3A%C3%A9%F0%9F%98%80', 'a b:é😀'],
    ['an address inside an address', 'x%253Dy', 'x=y'],
    ['a sequence that was cut off, or was Latin-1', 'a%C3 %E9t%E9 %E2%82', 'aÃ été â\u0082'],
    ['what was encoded with the rest', 'a%C2%A0b%E2%80%9D%0D%0Ac', 'a b"\nc'],
    ['plus signs of a sentence', 'AADSTS50011:+The+reply+URL+is+wrong.', 'AADSTS50011: The reply URL is wrong.'],
    ['plus signs of a description', '#error_description=x+y&state=1', '#error_description=x y&state=1'],
  ])('decodes %s in the plain view', (_name, paste, expected) => {
    expect(plain(paste)).toBe(expected);
    expect(text(paste)).toBe(paste);
  });

  it('leaves base64 and sums alone', () => {
    const paste = 'QUJD+REVG/R0hJ+SktM+Tk9Q+UVJT/VFVW+V1hZ== 1+1=2 C++';
    expect(plain(paste)).toBe(paste);
  });

  it('maps to the person’s own text', () => {
    const paste = '<p>{\\"error\\":\\"AADSTS50011%3a+The+reply+url+is+wrong\\"}</p>';
    const views = unwrap(paste);
    const at = views.plain.text.indexOf('The reply url');
    const span = views.plain.spanOf(at, at + 'The reply url'.length);
    expect(paste.slice(span.start, span.end)).toBe('The+reply+url');
    const quote = views.text.text.indexOf('"error"');
    const quoted = views.text.spanOf(quote, quote + '"error"'.length);
    expect(paste.slice(quoted.start, quoted.end)).toBe('\\"error\\"');
  });

  it('undoes JSON.stringify up to four levels deep', () => {
    const words = fc.stringMatching(/^[a-z ,.'"{}\n=]{0,60}$/);
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (inner, depth) => {
        let paste = inner;
        for (let level = 0; level < depth; level += 1) paste = JSON.stringify(paste);
        // The quotes of each level stay; what stood in them is as it was.
        expect(text(paste)).toBe('"'.repeat(depth) + inner + '"'.repeat(depth));
      }),
    );
  });

  it('decodes a text that was encoded as a whole, and no address', () => {
    const sent = '{"error":"invalid_grant","error_description":"AADSTS50173: The grant has expired."}\nsee the log';
    expect(text(encodeURIComponent(sent))).toBe(sent);
    const address = `https://app.contoso.com/cb?error_description=${encodeURIComponent('a & b = c')}&state=1`;
    expect(text(address)).toBe(address);
    expect(text('two words%20and%20more of them, and a line that is long')).toContain('%20');
  });

  it('keeps every letter where it stood', () => {
    const pieces = fc.array(
      fc.constantFrom('abc', '\\n', '\\"', '&quot;', '%20', '%E4', '+', '<br>', '\r\n', '\u200b', '“', '""', '\\', 'é'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const paste = parts.join('');
        const views = unwrap(paste);
        for (const view of [views.text, views.plain]) {
          for (let at = view.text.indexOf('abc'); at !== -1; at = view.text.indexOf('abc', at + 1)) {
            const { start, end } = view.spanOf(at, at + 3);
            expect(paste.slice(start, end)).toBe('abc');
          }
          expect(view.lower).toHaveLength(view.text.length);
        }
      }),
    );
  });

  it('has a lower case of the same length, whatever the text', () => {
    const { lower } = unwrap('İSTANBUL Token').text;
    expect(lower).toBe('istanbul token');
  });
});
