import { strict as assert } from 'node:assert';
import type { ConfigurationChange, ImportAnswer, ImportPreview } from '../../server/src/protocol';
import { type EditorSession, startSession } from '../support/editorSession';
import { uriOf } from '../support/memoryHost';

const pods = `name: Acme
language: en
concepts:
  - term: pod
    abbreviations: [PD]
    definition: The *smallest* thing that runs.
  - term: node
    definition: A machine.
    colour: red
`;

describe('glossaryLens/importPreview', () => {
  it('says what a file would become', async () => {
    const preview = await previewOf({ '/repo/a.yaml': pods }, { uri: 'file:///repo/a.yaml' });
    const { markdown: _, yaml: __, ...facts } = preview;
    assert.deepEqual(facts, {
      kind: 'preview',
      format: 'Glossary Lens',
      name: 'Acme',
      language: 'en',
      concepts: 2,
      terms: 3,
      columns: [],
      problems: [{ severity: 'warning', message: facts.problems[0]?.message, line: 9 }],
      moreProblems: 0,
      leftOut: [],
      sample: [
        { term: 'pod', otherTerms: ['PD'], definition: 'The smallest thing that runs.' },
        { term: 'node', otherTerms: [], definition: 'A machine.' },
      ],
    });
    assert.match(facts.problems[0]?.message ?? '', /colour/);
  });

  it('puts the files of a folder together, the first first', async () => {
    const files = {
      '/repo/words/a.yaml': 'concepts: [{ term: pod, definition: One. }]',
      '/repo/words/b.yaml': 'concepts:\n  - { term: pod, definition: Two. }\n  - { term: node, definition: Three. }\n',
      '/repo/words/c.yaml': 'concepts: [',
    };
    const preview = await previewOf(files, {
      uri: 'file:///repo/words',
      files: [...Object.keys(files), '/repo/words/d.yaml'].map((path) => `file://${path}`),
    });
    assert.equal(preview.name, 'words');
    assert.deepEqual(
      preview.sample.map(({ definition }) => definition),
      ['One.', 'Two.', 'Three.'],
    );
    const problems = preview.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    assert.match(problems.join('\n'), /^d\.yaml:1: This file is not read: there is no such file$/m);
    assert.match(problems.join('\n'), /^c\.yaml:1: /m);
    assert.match(
      problems.join('\n'),
      /^b\.yaml:2: The id `pod` belongs to a concept of another file too, so this one is called `pod-2`$/m,
    );
  });

  it('shows the first problems and concepts, and counts the others', async () => {
    const concept = (number: number) => `  - { term: term ${number}, definition: It is ${number}., colour: red }\n`;
    const text = `concepts:\n${Array.from({ length: 30 }, (_, number) => concept(number)).join('')}`;
    const preview = await previewOf({ '/repo/many.yaml': text }, { uri: 'file:///repo/many.yaml' });
    assert.deepEqual(
      [preview.name, preview.concepts, preview.problems.length, preview.moreProblems, preview.sample.length],
      ['many', 30, 20, 10, 10],
    );
    assert.match(preview.markdown, /^- and 10 more$/m);
    assert.match(preview.markdown, /^## The first 10 concepts$/m);
  });

  it('has a page on which all that the file says is text', async () => {
    const hostile = 'concepts: [{ term: "[x](command:y) | <b>", definition: "![i](https://h) | `a`" }]';
    const { markdown } = await previewOf({ '/repo/[a](b).yaml': hostile }, { uri: uriOf('/repo/[a](b).yaml') });
    assert.match(markdown, /^# Import of \\\[a\\\]\(b\)\.yaml$/m);
    assert.match(markdown, /^\| \\\[x\\\]\(command:y\) \\\| \\<b> \|/m);
    assert.doesNotMatch(markdown, /[^\\]\[[^\]]*\]\(/);
  });

  const refused: readonly (readonly [name: string, params: unknown, reason: RegExp])[] = [
    ['a file that is not there', { uri: 'file:///repo/none.yaml' }, /there is no such file/],
    ['a file that cannot be read as a glossary', { uri: 'file:///repo/text.yaml' }, /no glossary/i],
    ['a folder without files', { uri: 'file:///repo', files: [] }, /no file in it/],
    ['nothing', null, /no such file/],
    ['what is no file', { uri: 7, files: 'a', columns: [[1]] }, /no such file/],
  ];
  for (const [name, params, reason] of refused) {
    it(`refuses ${name}`, async () => {
      const session = await startSession({ files: { '/repo/text.yaml': 'just words' } });
      const answer = (await session.request('glossaryLens/importPreview', params)) as ImportAnswer;
      assert.equal(answer.kind, 'refused');
      assert.match(answer.kind === 'refused' ? answer.reason : '', reason);
    });
  }

  async function previewOf(files: Readonly<Record<string, string>>, params: object): Promise<ImportPreview> {
    const session = await startSession({ files });
    const answer = (await session.request('glossaryLens/importPreview', params)) as ImportAnswer;
    assert(answer.kind === 'preview', JSON.stringify(answer));
    return answer;
  }
});

describe('glossaryLens/listGlossary', () => {
  const start = { line: 0, character: 0 };

  it('makes a configuration where there is none', async () => {
    const session = await startSession({ files: {} });
    assert.deepEqual(await change(session, 'file:///repo/docs/my%20terms.csv'), {
      uri: 'file:///repo/glossary-lens.yaml',
      exists: false,
      edits: [{ range: { start, end: start }, newText: 'glossaries:\n  - "docs/my terms.csv"\n' }],
    });
  });

  it('changes the nearest one', async () => {
    const files = { '/repo/docs/glossary-lens.yaml': 'glossaries: [a.yaml]\n', '/repo/glossary-lens.yaml': '' };
    const session = await startSession({ files });
    const { uri, exists, edits } = (await change(session, 'file:///repo/docs/words/b.yaml')) ?? {};
    assert.deepEqual(
      [uri, exists, edits?.[0]?.newText],
      ['file:///repo/docs/glossary-lens.yaml', true, ', words/b.yaml'],
    );
  });

  it('changes nothing where it is listed', async () => {
    const files = { '/repo/glossary-lens.yaml': 'glossaries: [words.yaml]\n' };
    const session = await startSession({ files });
    assert.deepEqual((await change(session, 'file:///repo/words.yaml'))?.edits, []);
  });

  it('has nowhere to list what lies outside of the workspace', async () => {
    assert.equal(await change(await startSession({ files: {} }), 'file:///elsewhere/a.yaml'), null);
  });

  async function change(session: EditorSession, uri: string): Promise<ConfigurationChange | null> {
    return (await session.request('glossaryLens/listGlossary', { uri })) as ConfigurationChange | null;
  }
});
