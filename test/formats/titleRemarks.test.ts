import assert from 'node:assert/strict';
import { contextiveReader } from '../../server/src/formats/contextive/reader';
import { readTable } from '../../server/src/formats/csv/reader';
import type { GlossaryReader } from '../../server/src/formats/format';
import { readConceptPage } from '../../server/src/formats/frontMatter/page';
import { readJsonList } from '../../server/src/formats/jsonList/reader';
import { glossaryLimits, tableLimits } from '../../server/src/formats/limits';
import { readPage } from '../../server/src/formats/markdown/page';
import { nativeFormat } from '../../server/src/formats/native';
import { shownLeftOut } from '../support/shownConcepts';

const LOST = '1 × a remark in brackets behind a term';
const csv: GlossaryReader = { read: (source) => readTable(source, tableLimits) };
const frontMatter: GlossaryReader = { read: (source) => readConceptPage(source, glossaryLimits) };
const markdown: GlossaryReader = { read: (source) => readPage(source, glossaryLimits) };
const contextive = contextiveReader;
const jsonList: GlossaryReader = { read: (source) => readJsonList(source, tableLimits) };

function read(reader: GlossaryReader, text: string) {
  return reader.read({ uri: 'file:///words/property.md', text, defaultName: 'words' });
}

describe('a remark in brackets behind a term', () => {
  const rows: readonly (readonly [
    name: string,
    reader: GlossaryReader,
    text: string,
    category: string,
    leftOut: readonly string[],
  ])[] = [
    [
      'is the category of a term of Contextive without a context of a name',
      contextive,
      'contexts:\n- terms:\n  - name: Property (CSS)\n',
      'CSS',
      [],
    ],
    [
      'is told of where the context has a name',
      contextive,
      'contexts:\n- name: Web\n  terms:\n  - name: Property (CSS)\n',
      'Web',
      [LOST],
    ],
    [
      'is nothing new where that is the name of the context',
      contextive,
      'contexts:\n- name: CSS\n  terms:\n  - name: Property (CSS)\n',
      'CSS',
      [],
    ],
    ['is the category of a row', csv, 'Term,Definition\nProperty (CSS),One.\n', 'CSS', []],
    ['is told of where a row has one', csv, 'Term,Definition,Category\nProperty (CSS),One.,Web\n', 'Web', [LOST]],
    ['is the category of a page', frontMatter, '---\ntitle: Property (CSS)\n---\nOne.\n', 'CSS', []],
    [
      'is told of where a page has one',
      frontMatter,
      '---\ntitle: Property (CSS)\ncategory: Web\n---\nOne.\n',
      'Web',
      [LOST],
    ],
    ['is the category under a heading', markdown, '## Property (CSS)\n\nOne.\n\n## Node\n\nTwo.\n', 'CSS', []],
    [
      'is told of where there is one under the heading',
      markdown,
      '## Property (CSS)\n\nOne.\n\nCategory: Web\n\n## Node\n\nTwo.\n',
      'Web',
      [LOST],
    ],
    [
      'is the category in a table',
      markdown,
      '| Term | Definition |\n| - | - |\n| Property (CSS) | One. |\n',
      'CSS',
      [],
    ],
    ['is the category in a list', markdown, '- **Property** (CSS): One.\n- **Node**: Two.\n', 'CSS', []],
    ['is the category in a list of definitions', markdown, 'Property (CSS)\n: One.\n', 'CSS', []],
  ];
  for (const [name, reader, text, category, leftOut] of rows) {
    it(name, () => {
      const found = read(reader, text);
      const [concept] = found.glossary?.concepts ?? [];
      assert.deepEqual([concept?.terms[0].text, concept?.category], ['Property', category]);
      assert.deepEqual(shownLeftOut(found), leftOut);
    });
  }
});

describe('a term that repeats another but for its capitals', () => {
  const rows: readonly (readonly [name: string, reader: GlossaryReader, text: string, advice: string])[] = [
    [
      'may have them bind in ours',
      nativeFormat,
      '- { term: GitHub, definition: d, avoid: Github }',
      '; with `case: exact` its capitals would tell it apart',
    ],
    [
      'may have them bind in a table',
      csv,
      'Term,Avoid\nGitHub,Github\n',
      '; with `exact` in a column `case` its capitals would tell it apart',
    ],
    [
      'may have them bind in JSON',
      jsonList,
      '[{"term": "GitHub", "avoid": "Github"}]',
      '; with `"case": "exact"` its capitals would tell it apart',
    ],
    [
      'is given no advice where the format has no such field',
      contextive,
      'contexts:\n- terms:\n  - name: GitHub\n    aliases: [Github]\n',
      '',
    ],
  ];
  for (const [name, reader, text, advice] of rows) {
    it(name, () => {
      assert.deepEqual(
        read(reader, text).problems.map(({ message }) => message),
        [`\`Github\` reads like \`GitHub\` of this concept, so it is left out${advice}`],
      );
    });
  }
});
