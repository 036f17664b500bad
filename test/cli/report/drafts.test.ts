import assert from 'node:assert/strict';
import { draftRecords } from '../../../server/src/cli/report/drafts';
import type { AbbreviationUsage } from '../../../server/src/cli/report/usageReport';
import { nativeFormat } from '../../../server/src/formats/native';

function abbreviation(name: string, more: Partial<AbbreviationUsage> = {}): AbbreviationUsage {
  return {
    abbreviation: name,
    uses: 1,
    documents: 1,
    first: { path: 'docs/a.md', line: 3 },
    sentence: `The ${name} waits.`,
    expansion: undefined,
    ...more,
  };
}

const expansion = { text: 'pod disruption budget', place: { path: 'docs/b.md', line: 7 } };

/** Read records as a glossary, with each definition that is left empty filled in. */
function readFilled(records: string) {
  return nativeFormat.read({
    uri: 'file:///glossary.yaml',
    text: records.replaceAll(/^( {4}definition:)$/gm, '$1 what it is'),
    defaultName: '',
  });
}

describe('drafts of records', () => {
  it('say where each abbreviation is met, and leave open what only a person can tell', () => {
    const records = draftRecords([
      abbreviation('PDB', { uses: 12, documents: 3, expansion }),
      abbreviation('OMS', { uses: 2 }),
    ]);
    assert.equal(
      records,
      `concepts:
  # docs/a.md:3: The PDB waits.
  # Used 12 times in 3 documents.
  # docs/b.md:7 says what it stands for.
  - term: pod disruption budget
    abbreviations: [PDB]
    definition:

  # docs/a.md:3: The OMS waits.
  # Used 2 times in one document.
  - term: OMS
    definition:
`,
    );
  });

  it('are none of nothing', () => assert.equal(draftRecords([]), ''));

  it('are pointed at in an editor until their definitions are written', () => {
    const { glossary, problems } = nativeFormat.read({
      uri: 'file:///glossary.yaml',
      text: draftRecords([abbreviation('PDB'), abbreviation('OMS')]),
      defaultName: '',
    });
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map(({ code }) => code),
      ['missing-definition', 'missing-definition'],
    );
    assert.equal(glossary?.size ?? 0, 0);
  });

  const names: readonly string[] = [
    'PDB',
    'TCP/IP',
    'NO',
    'on',
    'null',
    '1E3',
    'R&D',
    "O'K",
    'A: B',
    'A #B',
    '- A',
    '[A]',
    '{A}',
    '*A',
    '!A',
    '"A"',
    'A\\B',
    'Ä',
    '容器',
  ];
  for (const name of names) {
    it(`are read back with the abbreviation ${name}`, () => {
      const { glossary, problems } = readFilled(
        draftRecords([abbreviation(name), abbreviation('X', { expansion: { ...expansion, text: name } })]),
      );
      assert.deepEqual(
        problems.filter(({ code }) => code !== 'duplicate-term'),
        [],
      );
      assert.deepEqual(
        glossary?.concepts.map(({ terms }) => terms.map(({ text }) => text)),
        [[name], [name, 'X']],
      );
    });
  }

  const hostile: readonly string[] = [
    'ends the comment\n- term: evil',
    'ends it\r- term: evil',
    'ends it\u2028- term: evil',
    'ends it\u0085- term: evil',
    'turns \u202e the text',
    'steers \u001b[2J the terminal',
    'half \ud800 of a pair',
  ];
  for (const text of hostile) {
    it(`are not broken by ${JSON.stringify(text)} in a sentence, a path or a long form`, () => {
      const records = draftRecords([
        abbreviation('PDB', {
          sentence: text,
          first: { path: text, line: 1 },
          expansion: { text: 'long form', place: { path: text, line: 1 } },
        }),
        abbreviation(text, { expansion: { text, place: { path: 'a.md', line: 1 } } }),
      ]);
      const { glossary, problems } = readFilled(records);
      assert.deepEqual(
        problems.filter(({ severity }) => severity === 'error').map(({ code }) => code),
        [],
      );
      assert.equal(glossary?.size, 2);
      assert.deepEqual(
        glossary?.concepts[0]?.terms.map((term) => term.text),
        ['long form', 'PDB'],
      );
      assert.doesNotMatch(records, /[^\P{C}\n]|[\u2028\u2029]/u);
    });
  }
});
