import { expect, it } from 'vitest';
import { ROOT_CAUSES } from '../../../src/diagnosis/causes/index.ts';
import { everyWordOf, INHERITED } from '../inherited-names.ts';

/** The places of values: after an equals sign, in quotes, and ids. */
const VALUES =
  /(?<==)[^&\s"',]{1,200}|(?<=["'])[\w.:/-]{1,80}(?=["'])|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

it.each(INHERITED)('%s in the place of a value changes no paste that we have into a failure', (name) => {
  for (const { hits } of Object.values(ROOT_CAUSES))
    for (const { paste } of hits) {
      const changed = paste.replace(VALUES, name);
      expect(everyWordOf(changed), changed).not.toMatch(/native code|\[object/);
    }
});
