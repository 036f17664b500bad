import { strict as assert } from 'node:assert';
import { URI } from 'vscode-uri';
import { checkFiles } from '../../../server/src/cli/check/files';
import type { RunOptions } from '../../../server/src/cli/check/options';
import { testFolder } from './folder';

describe('concepts that no document uses', () => {
  const folder = testFolder({
    'glossary-lens.yaml': 'checks:\n  unused-concept: warning\n',
    'glossary.yaml': glossary('widget', 'gizmo', 'sprocket'),
    'a.md': 'A widget.\n',
    'docs/b.md': 'In code: `gizmo`.\n',
    'docs/deep/c.yaml': 'sprocket: 1\n',
    'docs/glossary.yaml': glossary('cog'),
  });

  async function unused(options: Partial<RunOptions> = {}): Promise<readonly string[]> {
    const { results } = await checkFiles({ ...optionsFor(folder.path), ...options });
    return results.flatMap(([{ path }, result]) =>
      result.kind !== 'checked'
        ? []
        : result.findings
            .filter(({ check }) => check === 'unused-concept')
            .map(({ line, start }) => `${path}:${start.line} ${line.slice(start.column - 1)}`),
    );
  }

  const rows: readonly (readonly [string, () => Partial<RunOptions> | undefined, readonly string[]])[] = [
    ['are told of where they are defined', () => undefined, ['docs/glossary.yaml:3 cog']],
    [
      'are those that lost their last use',
      () => write('a.md', 'Nothing.\n'),
      ['docs/glossary.yaml:3 cog', 'glossary.yaml:3 widget'],
    ],
    ['are none where each is used', () => write('docs/b.md', 'A gizmo of cogs.\n'), []],
    [
      'are not told of where documents are left out',
      () => ({ names: ['docs/b.md', 'docs/glossary.yaml', 'glossary.yaml'] }),
      [],
    ],
    [
      'are told of a glossary whose folder is checked as a whole',
      () => ({ names: ['docs'] }),
      ['docs/glossary.yaml:3 cog'],
    ],
    [
      'are not told of a glossary of which only one folder is checked',
      () => ({ names: ['docs', 'glossary.yaml'] }),
      ['docs/glossary.yaml:3 cog'],
    ],
    ['are not told of by a glob', () => ({ names: ['**/*.{md,yaml}'] }), []],
    ['are not told of by a shard', () => ({ shard: { index: 1, count: 1 } }), []],
    ['are not told of where a document cannot be read', () => write('docs/d.md', new Uint8Array([0xff])), []],
    [
      'are counted in documents of a folder that does not ask for them, too',
      () => write('docs/glossary-lens.yaml', 'checks:\n  unused-concept: off\n', 'a.md', ''),
      ['glossary.yaml:3 widget'],
    ],
    [
      'are kept quiet by a comment',
      () => write('docs/glossary.yaml', `# glossary-lens-disable-file unused-concept\n${glossary('cog')}`),
      [],
    ],
    [
      'are not told of a glossary that applies to no document',
      () => write('empty/glossary.yaml', glossary('nut')),
      ['docs/glossary.yaml:3 cog'],
    ],
  ];
  for (const [name, prepare, expected] of rows) {
    it(name, async () => {
      assert.deepEqual([...(await unused(prepare()))].sort(), expected);
    });
  }

  it('are not told of where only lines that changed are looked at', async () => {
    folder.git('init', '--quiet');
    assert.deepEqual(await unused({ changedSince: 'HEAD' }), []);
  });

  it('are the same from a cache', async () => {
    const { checking } = optionsFor(folder.path);
    const cached = { cache: folder.file('.cache'), checking: { ...checking, isCaching: true } };
    assert.deepEqual(await unused(cached), ['docs/glossary.yaml:3 cog']);
    assert.deepEqual(await unused(cached), ['docs/glossary.yaml:3 cog']);
    folder.write('a.md', 'Nothing.\n');
    assert.deepEqual(await unused(cached), ['docs/glossary.yaml:3 cog', 'glossary.yaml:3 widget']);
    folder.write('docs/b.md', 'A cog.\n');
    assert.deepEqual(await unused(cached), ['glossary.yaml:3 widget', 'glossary.yaml:5 gizmo']);
  });

  it('are no concern where the check is off, and cost nothing', async () => {
    folder.write('glossary-lens.yaml', '');
    const { results } = await checkFiles(optionsFor(folder.path));
    assert.ok(results.every(([, result]) => !('uses' in result)));
  });

  function write(...files: readonly (string | Uint8Array)[]): undefined {
    for (let index = 0; index < files.length; index += 2) folder.write(String(files[index]), files[index + 1] ?? '');
  }
});

function glossary(...terms: readonly string[]): string {
  const concepts = terms.map((term) => `  - term: ${term}\n    definition: A thing.\n`);
  return `name: Parts\nconcepts:\n${concepts.join('')}`;
}

function optionsFor(folder: string): RunOptions {
  return {
    names: ['.'],
    filesFrom: undefined,
    changedSince: undefined,
    shard: undefined,
    baseline: undefined,
    updatesBaseline: false,
    format: 'json',
    output: undefined,
    color: undefined,
    standardInput: undefined,
    maxWarnings: 0,
    isQuiet: false,
    jobs: 1,
    cache: undefined,
    version: '1.0.0',
    checking: {
      folder,
      shippedGlossary: URI.file('/nowhere/glossary.pack').toString(),
      glossaries: [],
      severities: [],
      configuration: undefined,
      isCaching: false,
      fix: 'none',
    },
  };
}
