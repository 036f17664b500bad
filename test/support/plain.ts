import type { Language } from '../../server/src/languages/language';
import { packRegions } from '../../server/src/languages/regions';

/** Plain text: all of it is one region. */
export const plain: Language = {
  id: 'plain',
  languageIds: [],
  commentStyle: 'angle',
  extensions: [],
  scan({ length }, from, state, take) {
    if (from === length) return;
    take({
      length: length - from,
      reach: Number.POSITIVE_INFINITY,
      state,
      defines: [],
      regions: () => packRegions([{ kind: 'prose', spans: [{ start: 0, end: length - from }] }]),
    });
  },
};
