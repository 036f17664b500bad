import type { Mark, MarkedDocument } from './corpus';

/** A part of a page that is about one entry. */
export interface Section {
  readonly id: string;
  readonly start: number;
}

/** Cut a page that holds a whole glossary into one document for each entry, without the marks of an entry on itself. */
export function documentsOf(
  page: { readonly path: string; readonly text: string; readonly marks: readonly Mark[] },
  sections: readonly Section[],
): readonly MarkedDocument[] {
  const extension = /\.\w+$/u.exec(page.path)?.[0] ?? '';
  return sections.map(({ id, start }, index) => {
    const end = sections[index + 1]?.start ?? page.text.length;
    const marks = page.marks
      .filter(({ span, conceptId }) => start <= span.start && span.end <= end && conceptId !== id)
      .map(({ span, conceptId }) => ({ span: { start: span.start - start, end: span.end - start }, conceptId }));
    return { path: `${page.path}/${id}${extension}`, text: page.text.slice(start, end), marks, entryId: id };
  });
}
