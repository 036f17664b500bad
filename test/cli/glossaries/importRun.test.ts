import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { UsageError } from '../../../server/src/cli/check/usageError';
import { type ImportOptions, type ImportParts, importGlossaries } from '../../../server/src/cli/glossaries/importRun';
import type { UpdatedGlossary } from '../../../server/src/cli/glossaries/update';
import type { GlossaryWriter } from '../../../server/src/formats/format';
import { nativeFormat } from '../../../server/src/formats/native';
import { testFolder } from '../check/folder';

const tbx = (id: string, term: string) =>
  `<tbx xml:lang="en"><text><body><conceptEntry id="${id}"><langSec xml:lang="en"><termSec><term>${term}</term></termSec></langSec>
  <langSec xml:lang="de"><termSec><term>${term} auf Deutsch</term></termSec></langSec></conceptEntry></body></text></tbx>`;

/** Writes what was asked for, on one line. */
const writerOf = (id: string): GlossaryWriter => ({
  write: ({ name, language, concepts }) => ({
    files: [
      {
        path: `x.${id}`,
        text: `${id} ${name} ${language}: ${concepts.map((concept) => `${concept.id} ${concept.terms[0].text}`).join(', ')}\n`,
      },
    ],
    leftOut: concepts.length > 1 ? [{ what: '`many`', count: concepts.length }] : [],
  }),
});

describe('an import', () => {
  const folder = testFolder({
    'a.tbx': tbx('c1', 'gear'),
    'more/b.xml': tbx('c1', 'axle'),
    'more/other.xml': '<xliff/>',
    'more/notes.json': '{}',
    'broken.tbx': '<tbx>',
    'ours.yaml': '# kept\nconcepts: []\n',
  });

  interface Outcome {
    readonly code: number | string;
    readonly printed: string;
    readonly told: readonly string[];
  }

  async function run(options: Partial<ImportOptions>, parts: Partial<ImportParts> = {}): Promise<Outcome> {
    let printed = '';
    const told: string[] = [];
    const whole: ImportOptions = {
      paths: ['a.tbx'],
      folder: folder.path,
      from: undefined,
      reading: {},
      name: undefined,
      output: undefined,
      isMerging: false,
      isForced: false,
      ...options,
    };
    const fakes: ImportParts = {
      writerOf: async (id) => writerOf(id),
      reader: { read: () => ({ glossary: undefined, problems: [], relatedNames: [] }) },
      updater: async () => () => undefined,
      print: (text) => {
        printed += text;
      },
      tell: (lines) => void told.push(...lines),
      ...parts,
    };
    const code = await importGlossaries(whole, fakes).catch((error: unknown) => {
      assert.ok(error instanceof UsageError, String(error));
      return error.message;
    });
    return { code, printed, told };
  }

  it('goes to standard output in YAML, and tells what was found and left out', async () => {
    assert.deepEqual(await run({}), {
      code: 0,
      printed: 'yaml a en: c1 gear\n',
      told: ['a.tbx: TBX, 1 concept, 1 term', '  left out: terms in `de`'],
    });
  });

  it('takes the language and the name that are asked for', async () => {
    const { printed } = await run({ reading: { language: 'de' }, name: 'Teile' });
    assert.equal(printed, 'yaml Teile de: c1 gear auf Deutsch\n');
  });

  it('goes into a file, in JSON by its extension, and into folders that are not there', async () => {
    const { code, told, printed } = await run({ output: 'new/g.JSON' });
    assert.equal(code, 0);
    assert.equal(printed, '');
    assert.equal(readFileSync(folder.file('new/g.JSON'), 'utf8'), 'json a en: c1 gear\n');
    assert.equal(told.at(-1), 'new/g.JSON: 1 concept written');
    assert.deepEqual(readdirSync(folder.file('new')), ['g.JSON']);
  });

  it('takes the glossaries of a folder as one, and nothing else that lies there', async () => {
    const { printed, told } = await run({ paths: ['a.tbx', 'more'], name: 'All' });
    assert.equal(printed, 'yaml All en: c1 gear, c1-2 axle\n');
    assert.deepEqual(told, [
      '2 files: TBX, 2 concepts, 2 terms',
      '  left out: terms in `de` (2 times)',
      '  1 id of another file got a number: taken before',
      '  left out: `many` (2 times)',
    ]);
  });

  it('does not read in a folder what it writes', async () => {
    folder.write('more/glossary.yaml', 'concepts: [{ term: pump, definition: A pump. }]\n');
    const { told } = await run({ paths: ['more'], output: 'more/glossary.yaml', isForced: true });
    assert.equal(told[0], 'more/b.xml: TBX, 1 concept, 1 term');
  });

  it('reads all files of a folder with the extensions of a format that is asked for', async () => {
    const { told } = await run({ paths: ['more'], from: 'yaml' });
    assert.deepEqual(told.slice(0, 1), ['more/notes.json: Glossary Lens, 0 concepts, 0 terms']);
  });

  it('tells what is wrong with what it wrote', async () => {
    const parts = { reader: nativeFormat, writerOf: async () => written };
    const written: GlossaryWriter = {
      write: () => ({
        files: [{ path: '', text: 'concepts:\n  - { term: axle, also: shaft }\n  - term: gear\n' }],
        leftOut: [],
      }),
    };
    const message = 'This concept has no `definition`, so it is left out';
    assert.equal((await run({}, parts)).told.at(-1), `standard output:3:11: ${message}`);
    assert.equal((await run({ output: 'new.yaml' }, parts)).told.at(-1), `new.yaml:3:11: ${message}`);
  });

  it('leaves a file alone that is there', async () => {
    const { code } = await run({ output: 'ours.yaml' });
    assert.equal(code, 'ours.yaml is there already: --merge updates it, and --force replaces it');
    assert.equal(readFileSync(folder.file('ours.yaml'), 'utf8'), '# kept\nconcepts: []\n');
  });

  it('writes over a file that is there where that is forced', async () => {
    assert.equal((await run({ output: 'ours.yaml', isForced: true })).code, 0);
    assert.equal(readFileSync(folder.file('ours.yaml'), 'utf8'), 'yaml a en: c1 gear\n');
  });

  it('writes what can be read, and fails, where another file is broken', async () => {
    const { code, printed } = await run({ paths: ['a.tbx', 'broken.tbx', 'nowhere.tbx'] });
    assert.equal(code, 2);
    assert.equal(printed, 'yaml a en: c1 gear\n');
  });

  it('writes nothing where nothing can be read', async () => {
    const { code, printed, told } = await run({ paths: ['broken.tbx'], output: 'new.yaml' });
    assert.equal(code, 2);
    assert.equal(printed, '');
    assert.ok(!existsSync(folder.file('new.yaml')));
    assert.deepEqual(told, [
      'broken.tbx: TBX, 0 concepts, 0 terms',
      'broken.tbx:1:1: This element has no end: `</tbx>` is missing',
      'glossary-lens: there is no concept to import',
    ]);
  });

  const unusable: readonly (readonly [string, Partial<ImportOptions>, Partial<ImportParts>, string])[] = [
    ['a format that is not known', { from: 'nonsense' }, {}, "there is no format 'nonsense' to read: "],
    ['a merge into nothing', { isMerging: true }, {}, '--merge needs -o, which names the glossary to update'],
    ['a folder without a glossary', { paths: ['empty'] }, {}, 'there is no glossary in empty'],
    [
      'a merge into a file that is no glossary',
      { output: 'ours.yaml', isMerging: true },
      {},
      'ours.yaml is not updated: it does not parse, or has aliases; it is left alone',
    ],
  ];
  for (const [name, options, parts, message] of unusable) {
    it(`says why it cannot be: ${name}`, async () => {
      folder.write('empty/notes.txt', '');
      const { code } = await run(options, parts);
      assert.equal(String(code).slice(0, message.length), message);
      assert.equal(readFileSync(folder.file('ours.yaml'), 'utf8'), '# kept\nconcepts: []\n');
    });
  }

  describe('into a glossary that is there', () => {
    const updated = (more: Partial<UpdatedGlossary>): Partial<ImportParts> => ({
      updater: async () => (text, concepts) => ({
        text: `${text}# ${concepts.map(({ id }) => id).join(' ')}\n`,
        added: ['c1'],
        changed: [],
        unplaced: [],
        ...more,
      }),
    });

    it('keeps what is in it, and its byte order mark', async () => {
      folder.write('ours.yaml', '\uFEFF# kept\r\nconcepts: []\r\n');
      const { code, told } = await run(
        { output: 'ours.yaml', isMerging: true },
        updated({ changed: ['a', 'b'], unplaced: ['x'] }),
      );
      assert.equal(code, 0);
      assert.equal(readFileSync(folder.file('ours.yaml'), 'utf8'), '\uFEFF# kept\r\nconcepts: []\r\n# c1\n');
      assert.deepEqual(told.slice(-2), [
        'ours.yaml: 1 concept added, 2 changed',
        '  left out: 1 concept that cannot be put there, such as x',
      ]);
    });

    it('writes it anew where it is not there yet', async () => {
      assert.equal((await run({ output: 'new.yaml', isMerging: true }, updated({}))).code, 0);
      assert.equal(readFileSync(folder.file('new.yaml'), 'utf8'), 'yaml a en: c1 gear\n');
    });
  });
});
