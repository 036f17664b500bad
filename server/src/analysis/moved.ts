import type { Span } from '../text/span';
import type { DocumentMention } from './checkedDocument';
import type { Draft, RelatedPlace } from './finding';

/** Move what a check found in a section to where the section starts, in UTF-16 units. */
export function movedDraft(draft: Draft, by: number): Draft {
  if (by === 0) return draft;
  const { fixes = [], related = [] } = draft;
  return {
    ...draft,
    span: movedSpan(draft.span, by),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ span, text }) => ({ span: movedSpan(span, by), text })),
    })),
    related: related.map((place) => movedPlace(place, by)),
  };
}

function movedPlace(place: RelatedPlace, by: number): RelatedPlace {
  return 'span' in place ? { ...place, span: movedSpan(place.span, by) } : place;
}

/** Move an abbreviation in a section to where the section starts. */
export function movedMention(mention: DocumentMention, by: number): DocumentMention {
  const { expansion } = mention;
  const span = movedSpan(mention.span, by);
  if (expansion === undefined) return { ...mention, span };
  const { text, span: own, whole } = expansion;
  return { ...mention, span, expansion: { text, span: movedSpan(own, by), whole: movedSpan(whole, by) } };
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
