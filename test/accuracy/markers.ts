import type { Mark } from './corpus';

/** A marker in a source text: what it shows to a reader, and the entry it points at. */
export interface Marker {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  /** Undefined where the marker is no mark, but is replaced by what it shows all the same. */
  readonly conceptId: string | undefined;
}

/** Replace markers, in order and disjoint, by what they show, and tell where the marks among them stand then. */
export function replaceMarkers(
  source: string,
  markers: readonly Marker[],
): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let end = 0;
  for (const marker of markers) {
    text += source.slice(end, marker.start);
    const start = text.length;
    text += marker.shown;
    if (marker.conceptId !== undefined) marks.push({ span: trim(text, start), conceptId: marker.conceptId });
    end = marker.end;
  }
  return { text: text + source.slice(end), marks };
}

/** Leave out white space and emphasis around a mark: it is no part of what is marked. */
function trim(text: string, from: number): Mark['span'] {
  let start = from;
  let end = text.length;
  while (start < end && MARKUP.includes(text.charAt(start))) start++;
  while (end > start && MARKUP.includes(text.charAt(end - 1))) end--;
  return { start, end };
}

const MARKUP = ' \t\r\n*_`"';
