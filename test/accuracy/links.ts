import type { Mark } from './corpus';
import { replaceMarkers } from './markers';

/** Find the links of a Markdown text whose address `idOf` knows as an entry: their texts are the marks. The links stay. */
export function linkMarks(text: string, idOf: (address: string) => string | undefined): readonly Mark[] {
  const markers = [...text.matchAll(/(?<!!)\[([^[\]]+)\]\(\s*([^\s()]+)[^()]*\)/gu)].flatMap((match) => {
    const [, shown = '', address = ''] = match;
    const conceptId = idOf(address);
    const start = match.index + 1;
    return conceptId === undefined ? [] : [{ start, end: start + shown.length, shown, conceptId }];
  });
  return replaceMarkers(text, markers).marks;
}
