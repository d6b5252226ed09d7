import { pictureSecrets } from '../../../diagnosis/ocr/picture-secrets.ts';
import { maskSecrets } from '../../../diagnosis/secrets/mask-secrets.ts';
import { plainData } from '../../plain-data.ts';
import { type CardElement, container, dataText, ownText } from '../elements.ts';

/** As much as shows whether the picture was read right; the whole page of a browser is no use below a diagnosis. */
const LONGEST = 700;

export const PICTURE_LEAD = 'I read this in your picture; a letter or digit may be wrong:';

/** What was read in a picture, as data: secrets masked, bounded. */
export function pictureWords(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  // A token is never read without a slip, so its form alone does not tell it any more.
  const masked = maskSecrets(hidden(lines));
  return plainData(masked, LONGEST);
}

/** The words of a picture for a card. */
export function pictureQuote(text: string): CardElement {
  return container(
    [
      ownText(PICTURE_LEAD, { size: 'Small', isSubtle: true }),
      dataText(pictureWords(text), { fontType: 'Monospace', size: 'Small' }, { spacing: 'Small' }),
    ],
    { style: 'emphasis', spacing: 'Medium' },
  );
}

function hidden(text: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end, by } of pictureSecrets(text)) {
    shown += text.slice(from, start) + by;
    from = end;
  }
  return shown + text.slice(from);
}
