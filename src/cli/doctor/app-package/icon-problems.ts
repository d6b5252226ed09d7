import { isObject } from '../../json-parts.ts';
import type { AppPackage, PackageProblem } from './app-package.ts';
import { pngHeader, pngPixels } from './png.ts';

/** The icons that Teams asks for, and their edge in pixels. */
const ICONS = { color: 192, outline: 32 } as const;
type IconName = keyof typeof ICONS;

const REDRAW = 'node scripts/run.mjs scripts/draw-icons.ts draws the icons of why401 again';

/** What Teams would refuse of the icons: absent, no PNG, another size, an outline that is not white on transparent. */
export function iconProblems({ manifest, files }: Pick<AppPackage, 'manifest' | 'files'>): PackageProblem[] {
  const icons = isObject(manifest.icons) ? manifest.icons : {};
  return (Object.keys(ICONS) as IconName[]).flatMap((icon) => {
    const name = icons[icon];
    if (typeof name !== 'string' || name === '') {
      return [{ name: `icons.${icon}`, problem: 'is absent', fix: 'Name the icon there and put its file beside it' }];
    }
    const bytes = files.get(name);
    if (bytes === undefined) {
      return [{ name, problem: 'is named as an icon and is not there', fix: `Put it there; ${REDRAW}` }];
    }
    const problem = iconProblem(icon, bytes);
    return problem === null ? [] : [{ name, ...problem }];
  });
}

function iconProblem(icon: IconName, bytes: Uint8Array): Omit<PackageProblem, 'name'> | null {
  const edge = ICONS[icon];
  const header = pngHeader(bytes);
  if (header === null) return { problem: 'is no PNG picture', fix: `Save it as a PNG; ${REDRAW}` };
  if (header.width !== edge || header.height !== edge) {
    return {
      problem: `has ${header.width} by ${header.height} pixels and not ${edge} by ${edge}`,
      fix: `Scale it; ${REDRAW}`,
    };
  }
  return icon === 'outline' ? outlineProblem(bytes) : null;
}

/** Teams draws the outline on a background of its own: whatever is not transparent must be white. */
function outlineProblem(bytes: Uint8Array): Omit<PackageProblem, 'name'> | null {
  const pixels = pngPixels(bytes);
  // Of a form that cannot be read here (16 bits, interlaced) only the size is known.
  if (pixels === null) return null;
  let transparent = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] === 0) transparent += 1;
    else if (pixels[at] !== 255 || pixels[at + 1] !== 255 || pixels[at + 2] !== 255) {
      return { problem: 'is not white on transparent: it has other colours', fix: `Make all of it white; ${REDRAW}` };
    }
  }
  return transparent === 0 ? { problem: 'has no transparent part', fix: `Remove its background; ${REDRAW}` } : null;
}
