import assert from 'node:assert/strict';
import { edited, editsOf } from '../../../server/src/analysis/fixing';
import { duplicateTerm } from '../../../server/src/analysis/glossaryChecks/duplicateTerm';
import type { GlossaryCheck } from '../../../server/src/analysis/glossaryChecks/glossaryCheck';
import { missingDefinition } from '../../../server/src/analysis/glossaryChecks/missingDefinition';
import { misspeltField } from '../../../server/src/analysis/glossaryChecks/misspeltField';
import { fixed } from '../../support/checking';
import { checkedGlossary, expectFound } from '../../support/glossaryChecking';

describe('checks of what the reader finds', () => {
  const rows: readonly (readonly [name: string, check: GlossaryCheck, marked: string])[] = [
    [
      'two concepts with one term',
      duplicateTerm,
      '- { term: pod, definition: d }\n- { term: ⟦Pod⟧, definition: d, colour: red }',
    ],
    [
      'a concept without a definition',
      missingDefinition,
      '- { term: ⟦pod⟧ }\n- { term: x, definition: d, exmaples: e }',
    ],
    ['a field with a wrong letter', misspeltField, '- { term: pod, definition: d, ⟦exmaples⟧: e, colour: red }'],
    ['a text that does not parse', missingDefinition, '- { term: pod'],
  ];
  for (const [name, check, marked] of rows) it(name, () => void expectFound(check, marked));

  it('point to the other concept', () => {
    const [draft] = expectFound(duplicateTerm, '- { term: pod, definition: d }\n- { term: ⟦pod⟧, definition: d }');
    assert.deepEqual(draft?.related, [{ message: 'The other concept has it here', span: { start: 10, end: 13 } }]);
  });
});

describe('misspelt-field is mended', () => {
  const rows: readonly (readonly [name: string, text: string, safely: string, byHand?: string])[] = [
    ['a wrong letter', '- { term: a, definiton: d }', '- { term: a, definition: d }'],
    ['capitals', '- { term: a, Definition: d }', '- { term: a, definition: d }'],
    ['in double quotes', '[{ "term": "a", "definiton": "d" }]', '[{ "term": "a", "definition": "d" }]'],
    ['in single quotes', "- { term: a, 'definiton': d }", "- { term: a, 'definition': d }"],
    ['of a file', 'nmae: x\nconcepts: []', 'name: x\nconcepts: []'],
    [
      'of a term',
      '- { term: a, definition: d, also: { term: b, csae: fold } }',
      '- { term: a, definition: d, also: { term: b, case: fold } }',
    ],
    [
      'not another name, without a look',
      '- { term: a, definition: d, synonyms: b }',
      '- { term: a, definition: d, synonyms: b }',
      '- { term: a, definition: d, also: b }',
    ],
    [
      'not one that begins alike, without a look',
      '- { term: a, definition: d, case_sensitive: true }',
      '- { term: a, definition: d, case_sensitive: true }',
      '- { term: a, definition: d, case: true }',
    ],
    [
      'not where the field is there already',
      '- { term: a, definition: d, definiton: e }',
      '- { term: a, definition: d, definiton: e }',
    ],
    [
      'not two to one field',
      '- { term: a, definition: d, exmaples: e, exampels: f }',
      '- { term: a, definition: d, examples: e, exampels: f }',
    ],
    ['not what is written with escapes', '- { term: a, "defin\\u0069ton": d }', '- { term: a, "defin\\u0069ton": d }'],
    ['not a field of nowhere', '- { term: a, definition: d, colour: e }', '- { term: a, definition: d, colour: e }'],
  ];
  for (const [name, text, safely, byHand = safely] of rows) {
    it(name, () => {
      const findings = [...misspeltField.find(checkedGlossary(text))].map((draft) => ({
        check: 'misspelt-field',
        severity: 'warning' as const,
        fixes: [],
        related: [],
        isDeprecated: false,
        ...draft,
      }));
      assert.equal(fixed(text, findings), safely);
      const all = editsOf(findings, () => true);
      assert.equal(edited(text, all), byHand);
    });
  }

  it('says what it does', () => {
    const [draft] = [...misspeltField.find(checkedGlossary('- { term: a, "definiton": d }'))];
    assert.equal(draft?.fixes?.[0]?.title, 'Replace with "definition"');
  });
});
