import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../server/src/analysis/checks';
import { Findings } from '../../server/src/analysis/findings';
import { Occurrences } from '../../server/src/analysis/occurrences';
import { languageOf } from '../../server/src/languages';
import { parseDocument, updateDocument } from '../../server/src/languages/document';
import { SourceReader } from '../../server/src/text/source';
import { findingsIn, policyWith, terminologyOf } from '../support/checking';

const terminology = terminologyOf(`concepts:
  - { term: allowlist, avoid: [whitelist], definition: What is let in. }
  - { term: Kubernetes, abbreviations: [K8s], definition: A system. }
  - { term: control plane, also: [steering], audience: operators, definition: What steers. }
`);
const policy = policyWith(
  checks.map(({ name }) => name),
  { audience: 'users' },
);

const pieces = fc.constantFrom(
  ...[
    'whitelist',
    'A whitelist',
    'kubernetes',
    'K8s',
    'Kubernetes (K8s)',
    'control plane',
    'steering',
    'ABC',
    'Long Form (LF)',
  ],
  ...[
    'the',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '# ',
    '> ',
    '- ',
    '`',
    '**',
    '[x]',
    '\n[x]: y\n',
    '<!-- ',
    ' -->',
    '|',
    '.',
    '\n```\n',
  ],
);
/** Long enough for several sections. */
const texts = fc.array(pieces, { minLength: 0, maxLength: 1_500 }).map((parts) => parts.join(' '));
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40), words: pieces }), {
  minLength: 1,
  maxLength: 5,
});

describe('findings', () => {
  for (const name of ['page.md', 'values.yaml']) {
    it(`after an edit of ${name} are those of the new text`, () => {
      const language = languageOf({ uri: `file:///${name}`, languageId: '' });
      assert.ok(language !== undefined);
      fc.assert(
        fc.property(texts, edits, (text, changes) => {
          const reader = new SourceReader();
          const findings = new Findings(checks, reader);
          let document = parseDocument(text, language, reader);
          let occurrences = new Occurrences(document, terminology.vocabulary, reader);
          findings.in(occurrences, { terminology, policy });
          for (const { at, cut, words } of changes) {
            const start = Math.floor(at * document.text.length);
            const oldEnd = Math.min(document.text.length, start + cut);
            const edited = document.text.slice(0, start) + words + document.text.slice(oldEnd);
            document = updateDocument(document, edited, { start, oldEnd, newEnd: start + words.length }, reader);
            occurrences = new Occurrences(document, terminology.vocabulary, reader, {
              previous: occurrences,
              keepsRegions: true,
            });
            const updated = findings.in(occurrences, { terminology, policy });
            assert.deepEqual(updated, findingsIn(edited, terminology, policy, name));
          }
        }),
        { numRuns: 150 },
      );
    });

    it(`lie inside of ${name}, in order, and their fixes are sorted and disjoint`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          let last = 0;
          for (const { span, fixes } of findingsIn(text, terminology, policy, name)) {
            assert.ok(last <= span.start && span.start <= span.end && span.end <= text.length);
            last = span.start;
            for (const { edits } of fixes) {
              let end = 0;
              for (const edit of edits) {
                assert.ok(end <= edit.span.start && edit.span.start <= edit.span.end && edit.span.end <= text.length);
                end = edit.span.end;
              }
            }
          }
        }),
        { numRuns: 100 },
      );
    });
  }

  it('are none in a document of another language than those that are checked', () => {
    const german = 'Die whitelist ist nicht für den Server und die Knoten, die auch auf dem System sind.';
    assert.equal(findingsIn(german, terminology, policyWith(['deprecated-term'], { languages: ['en'] })).length, 0);
    assert.equal(
      findingsIn(german, terminology, policyWith(['deprecated-term'], { languages: ['en', 'de'] })).length,
      1,
    );
  });
});
