import { asciiJson, quoted } from './ascii-json.ts';

/** An element of a card, or several with commas between them, as JSON in ASCII. */
export type Written = string;

/**
 * A part of a card that always looks the same but for some values: it is drawn once as an object, and from then on
 * only the values are put between the pieces of its JSON. Drawing and serialising hundreds of small objects for each
 * answer takes more than twice as long.
 *
 * @param draw is given marks in place of the values, and has to put each where a whole value of JSON stands; an array
 *   that it returns is written without its brackets
 * @returns writes the part; each value is JSON already
 */
export function form(draw: (...places: never[]) => object): (...values: readonly string[]) => Written {
  const places = Array.from({ length: draw.length }, (_, index) => `${MARK}${index}` as never);
  const [first = '', ...rest] = written(draw(...places)).split(WRITTEN_PLACE);
  const order: number[] = [];
  const pieces: string[] = [];
  for (let index = 0; index < rest.length; index += 2) {
    order.push(Number(rest[index]));
    pieces.push(rest[index + 1] ?? '');
  }
  return (...values) => {
    let json = first;
    for (let index = 0; index < order.length; index += 1) json += `${values[order[index]!]}${pieces[index]}`;
    return json;
  };
}

/** The same for a single text. */
export function textForm(draw: (text: never) => object): (text: string) => Written {
  const write = form(draw);
  return (text) => write(quoted(text));
}

/** What never changes, or is drawn so seldom that a form is not worth it. */
export function written(drawn: object): Written {
  const json = asciiJson(JSON.stringify(drawn));
  return Array.isArray(drawn) ? json.slice(1, -1) : json;
}

/** Elements as an array. Put together piece by piece: joining would copy all of it once for each level of the card. */
export function listed(elements: readonly Written[]): Written {
  let list = elements[0] ?? '';
  for (let index = 1; index < elements.length; index += 1) list += `,${elements[index]}`;
  return `[${list}]`;
}

const MARK = '\u0001';
const WRITTEN_PLACE = /"\\u0001(\d)"/;
