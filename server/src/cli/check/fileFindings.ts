import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Finding, Fix, RelatedPlace } from '../../analysis/finding';
import type { Span } from '../../text/span';
import type { FileFinding, FileFix, Place, RelatedFilePlace } from '../checkRun';
import { fingerprintOf } from './fingerprint';
import { shownPath } from './targets';

/** A longer line, in UTF-16 units, is left out of a report: it would be written again for each finding in it. */
const LONGEST_LINE = 1000;

/** Put findings in a text into lines and columns. `path` is that of the file, `folder` the working directory. */
export function fileFindings(
  findings: readonly Finding[],
  text: string,
  { path, folder }: { readonly path: string; readonly folder: string },
): readonly FileFinding[] {
  if (findings.length === 0) return [];
  const places = new Places(text);
  return findings.map(({ check, severity, message, span, fixes: [best], related }) => {
    const start = places.at(span.start);
    const line = places.line(start.line);
    return {
      check,
      severity,
      message,
      start,
      end: places.at(span.end),
      line,
      fix: best === undefined ? undefined : fileFix(best, places),
      related: related.map((place) => relatedPlace(place, path, folder, places)),
      fingerprint: fingerprintOf(check, text.slice(span.start, Math.min(span.end, span.start + LONGEST_LINE)), line),
    };
  });
}

/** Give the last line that a finding has a character on. */
export function lastLine({ start, end }: Pick<FileFinding, 'start' | 'end'>): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

/** The lines of a text, counted from 1. */
class Places {
  readonly #document: TextDocument;

  constructor(text: string) {
    this.#document = TextDocument.create('', '', 0, text);
  }

  at(offset: number): Place {
    const { line, character } = this.#document.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  }

  /** Give a line without its end; empty where it is too long. */
  line(number: number): string {
    const start = this.#document.offsetAt({ line: number - 1, character: 0 });
    const end = this.#document.offsetAt({ line: number, character: 0 });
    if (end - start > LONGEST_LINE) return '';
    return this.#document
      .getText()
      .slice(start, end)
      .replace(/[\r\n]+$/, '');
  }
}

function fileFix({ title, isSafe, edits }: Fix, places: Places): FileFix {
  const placed = ({ span, text }: { readonly span: Span; readonly text: string }) => ({
    start: places.at(span.start),
    end: places.at(span.end),
    text,
  });
  return { title, isSafe, edits: edits.map(placed) };
}

function relatedPlace(place: RelatedPlace, path: string, folder: string, places: Places): RelatedFilePlace {
  if ('span' in place) return { message: place.message, path, start: places.at(place.span.start) };
  const uri = URI.parse(place.uri);
  const shown = uri.scheme === 'file' ? shownPath(uri.fsPath, folder) : place.uri;
  return { message: place.message, path: shown, start: { line: place.line + 1, column: 1 } };
}
