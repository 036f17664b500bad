import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from './languages/document';

/** Applies the changes that a client tells to its documents, and keeps what they did to each since that was last asked. */
export class DocumentChanges {
  readonly #changes = new WeakMap<TextDocument, Change>();

  /** Apply changes to a document, one after the other. */
  update(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    for (const change of changes) {
      const isWhole = !('range' in change);
      const start = isWhole ? 0 : document.offsetAt(change.range.start);
      const end = isWhole ? lengthOf(document) : document.offsetAt(change.range.end);
      this.#add(document, {
        start: Math.min(start, end),
        oldEnd: Math.max(start, end),
        newEnd: Math.min(start, end) + change.text.length,
      });
      TextDocument.update(document, [change], version);
    }
    return changes.length > 0 ? document : TextDocument.update(document, [], version);
  }

  /** Tell what changed in a document since the last call, as one change that covers all; undefined for nothing. */
  take(document: TextDocument): Change | undefined {
    const change = this.#changes.get(document);
    this.#changes.delete(document);
    return change;
  }

  #add(document: TextDocument, later: Change): void {
    const earlier = this.#changes.get(document);
    this.#changes.set(document, earlier === undefined ? later : cover(earlier, later));
  }
}

/** Put two changes into one that covers both; the later one counts in the text that the earlier one left. */
function cover(earlier: Change, later: Change): Change {
  const beforeLater = Math.max(earlier.newEnd, later.oldEnd);
  return {
    start: Math.min(earlier.start, later.start),
    oldEnd: earlier.oldEnd + beforeLater - earlier.newEnd,
    newEnd: beforeLater + later.newEnd - later.oldEnd,
  };
}

function lengthOf(document: TextDocument): number {
  return document.getText().length;
}
