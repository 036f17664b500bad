import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DocumentChanges } from '../server/src/documentChanges';

const URI = 'file:///a.md';

describe('changes of a document', () => {
  it('are told as one that covers them all', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r\n', ' '), maxLength: 6 });
    const edit = fc.record({ from: fc.nat(), to: fc.nat(), text: piece });
    fc.assert(
      fc.property(piece, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        const changes = new DocumentChanges();
        const document = TextDocument.create(URI, 'markdown', 1, first);
        const before = document.getText();
        for (const { from, to, text } of edits) {
          const { length } = document.getText();
          const [one, other] = [from % (length + 1), to % (length + 1)];
          const range = {
            start: document.positionAt(Math.min(one, other)),
            end: document.positionAt(Math.max(one, other)),
          };
          changes.update(document, [{ range, text }], document.version + 1);
        }
        const change = changes.take(document);
        assert.ok(change);
        const after = document.getText();
        assert.equal(after.length - before.length, change.newEnd - change.oldEnd);
        assert.equal(after.slice(0, change.start), before.slice(0, change.start));
        assert.equal(after.slice(change.newEnd), before.slice(change.oldEnd));
        assert.equal(changes.take(document), undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('cover everything where a client sends the whole text', () => {
    const changes = new DocumentChanges();
    const document = TextDocument.create(URI, 'markdown', 1, 'old');
    changes.update(document, [{ text: 'newer' }], 2);
    assert.deepEqual(changes.take(document), { start: 0, oldEnd: 3, newEnd: 5 });
  });

  it('are none where a client sends none', () => {
    const changes = new DocumentChanges();
    const document = changes.update(TextDocument.create(URI, 'markdown', 1, 'old'), [], 2);
    assert.equal(document.version, 2);
    assert.equal(changes.take(document), undefined);
  });
});
