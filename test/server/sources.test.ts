import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver-protocol';
import { formatNamed } from '../../server/src/formats';
import { LOOK_AGAIN } from '../../server/src/keptFiles';
import type { ConceptListItem, Status } from '../../server/src/protocol';
import { type EditorSession, type SessionOptions, startSession } from '../support/editorSession';
import { neovim, visualStudioCode } from '../support/editors';

const CONFIGURATION = '/repo/glossary-lens.yaml';
const PAGE = '/repo/docs/a.md';
const { Created, Changed, Deleted } = FileChangeType;

const pod = (meaning: string) => `concepts: [{ term: pod, definition: Means ${meaning}. }]`;
const cat = (meaning: string) => `concepts: [{ term: cat, definition: Means ${meaning}. }]`;

/** Hover, some time after what happened before. */
async function meanings(session: EditorSession, marked = 'a $0pod'): Promise<readonly string[]> {
  session.host.clock.advance(LOOK_AGAIN);
  return session.meanings(PAGE, marked);
}

/** A session in which the page is open, and all that it needs was looked at. */
async function sessionWith(options: SessionOptions): Promise<EditorSession> {
  const session = await startSession(options);
  session.open(PAGE, 'a pod');
  await session.settle();
  return session;
}

function watchedPatterns(session: EditorSession): readonly string[] {
  const options = session.registrations.get('workspace/didChangeWatchedFiles') as {
    readonly watchers: readonly { readonly globPattern: string }[];
  };
  return options.watchers.map(({ globPattern }) => globPattern);
}

describe('a folder of glossaries in an editor', () => {
  const files = {
    '/repo/terms/a.glossary.yaml': pod('first'),
    [CONFIGURATION]: 'glossaries: terms/',
  };

  it('is watched once it is named, and no more when it is not', async () => {
    const session = await sessionWith({ files });
    assert.deepEqual(watchedPatterns(session), ['**/terms/**']);
    session.open(CONFIGURATION, 'glossaries: "more [terms]/*.yaml"');
    await session.settle();
    assert.deepEqual(watchedPatterns(session), ['**/more ?terms?/**', '**/terms/**']);
    session.host.clock.advance(60_000);
    session.change(CONFIGURATION, 'glossaries: []');
    await session.settle();
    assert.equal(session.asked('client/unregisterCapability'), 2);
  });

  for (const [name, editor] of [
    ['VS Code', visualStudioCode],
    ['Neovim 0.7', neovim],
  ] as const) {
    it(`that changes is seen by ${name}: an edit, a new file, one that goes`, async () => {
      const session = await sessionWith({ files, editor });
      const seen = [await meanings(session)];
      session.host.files.write('/repo/terms/a.glossary.yaml', pod('edited'));
      session.changeFiles(Changed, '/repo/terms/a.glossary.yaml');
      seen.push(await meanings(session));
      session.host.files.write('/repo/terms/deep/b.glossary.yaml', cat('second'));
      session.changeFiles(Created, '/repo/terms/deep/b.glossary.yaml');
      seen.push(await meanings(session, 'a $0cat'));
      session.host.files.delete('/repo/terms/a.glossary.yaml');
      session.changeFiles(Deleted, '/repo/terms/a.glossary.yaml');
      seen.push(await meanings(session));
      assert.deepEqual(seen, [['first'], ['edited'], ['second'], []]);
    });
  }

  it('that is renamed as a whole is seen', async () => {
    const session = await sessionWith({ files: { ...files, [CONFIGURATION]: 'glossaries: [terms/, words/]' } });
    session.host.files.delete('/repo/terms/a.glossary.yaml');
    session.host.files.write('/repo/words/a.glossary.yaml', pod('moved'));
    session.changeFiles(Deleted, '/repo/terms');
    session.changeFiles(Created, '/repo/words');
    assert.deepEqual(await meanings(session), ['moved']);
  });

  it('counts as it stands in the editor, saved or not', async () => {
    const session = await sessionWith({ files });
    session.open('/repo/terms/a.glossary.yaml', pod('typed'));
    assert.deepEqual(await meanings(session), ['typed']);
    session.change('/repo/terms/a.glossary.yaml', pod('more'));
    assert.deepEqual(await meanings(session), ['more']);
  });

  it('has its problems in its files, and only there', async () => {
    const session = await sessionWith({
      files: { ...files, '/repo/terms/b.glossary.yaml': 'concepts: [{ term: cat }]' },
    });
    assert.deepEqual(await session.problems('/repo/terms/b.glossary.yaml'), ['missing-definition: ⟦cat⟧']);
    const withProblems = [...session.published].filter(([, all]) => (all.at(-1) ?? []).length > 0).map(([uri]) => uri);
    assert.deepEqual(withProblems, ['file:///repo/terms/b.glossary.yaml']);
    session.host.files.delete('/repo/terms/b.glossary.yaml');
    session.changeFiles(Deleted, '/repo/terms/b.glossary.yaml');
    assert.deepEqual(await session.problems('/repo/terms/b.glossary.yaml'), []);
  });

  it('has pages for its concepts, which lead to their files', async () => {
    const session = await sessionWith({ files });
    const [concept] = (await session.request('glossaryLens/concepts', { uri: `file://${PAGE}` })) as ConceptListItem[];
    assert.equal(concept?.glossary, 'terms');
    assert.match(JSON.stringify(await session.request('glossaryLens/conceptPage', concept?.address)), /Means first/);
    assert.match(
      JSON.stringify(await session.request('glossaryLens/conceptLocation', concept?.address)),
      /terms\/a\.glossary\.yaml/,
    );
  });
});

describe('glossaries that are named', () => {
  it('are watched whatever they are called, and their problems go when they are mended', async () => {
    const session = await sessionWith({
      files: { '/repo/a.yaml': 'concepts: [{ term: cat }]', [CONFIGURATION]: 'glossaries: [a.yaml, glossary.yaml]' },
    });
    assert.deepEqual(watchedPatterns(session), ['**/a.yaml']);
    assert.deepEqual(await session.problems('/repo/a.yaml'), ['missing-definition: ⟦cat⟧']);
    session.host.files.write('/repo/a.yaml', pod('mended'));
    session.changeFiles(Changed, '/repo/a.yaml');
    assert.deepEqual(await session.problems('/repo/a.yaml'), []);
  });

  it('show at their place in the configuration what is wrong with them', async () => {
    const text = 'glossaries: [terms/, npm:acme, { source: https://acme.com/a, name: A }, a.yaml, "*.csv"]';
    const session = await sessionWith({ files: { [CONFIGURATION]: text } });
    assert.deepEqual(await session.problems(CONFIGURATION), [
      'missing-source: ⟦terms/⟧',
      'missing-source: ⟦npm:acme⟧',
      'waiting-source: ⟦https://acme.com/a⟧',
      'missing-source: ⟦a.yaml⟧',
      'empty-source: ⟦"*.csv"⟧',
    ]);
  });

  it('have pages wherever they are kept', async () => {
    const session = await sessionWith({
      files: { '/elsewhere/terms.yaml': pod('far'), [CONFIGURATION]: 'glossaries: /elsewhere/terms.yaml' },
    });
    const [concept] = (await session.request('glossaryLens/concepts', { uri: `file://${PAGE}` })) as ConceptListItem[];
    assert.match(JSON.stringify(await session.request('glossaryLens/conceptPage', concept?.address)), /Means far/);
  });

  it('tell how they are doing, switched off or not', async () => {
    const session = await sessionWith({
      files: {
        '/repo/glossary.yaml': `name: Off\n${pod('off')}`,
        '/repo/docs/glossary.yaml': `name: On\n${pod('on')}`,
        [CONFIGURATION]: 'glossaries: [a.yaml, https://acme.com/a]',
      },
      settings: { disabledGlossaries: ['Off'], shippedGlossary: false },
    });
    const { glossaries, terms } = (await session.request('glossaryLens/status', { uri: `file://${PAGE}` })) as Status;
    assert.equal(terms, 1);
    assert.deepEqual(
      glossaries.map(({ uri: _, key: _key, ...status }) => status),
      [
        { name: 'On', concepts: 1, errors: 0, isShipped: false },
        {
          name: 'file:///repo/a.yaml',
          concepts: 0,
          errors: 1,
          isShipped: false,
          failure: 'there is no such file or folder',
        },
        {
          name: 'https://acme.com/a',
          concepts: 0,
          errors: 0,
          isShipped: false,
          failure: 'glossaries on the web are not read here',
        },
        { name: 'Off', concepts: 1, errors: 0, isShipped: false, isOff: true },
      ],
    );
    assert.deepEqual(await meanings(session), ['on']);
  });
});

describe('glossaries of extensions', () => {
  const glossary = { uri: 'ext:/acme/a.yaml', name: 'Acme', extension: 'acme.terms' };
  const files = { 'ext:/acme/a.yaml': pod('extension'), 'ext:/acme/b.yaml': pod('other') };

  it('are those that the client introduces itself with', async () => {
    const session = await sessionWith({
      files,
      initializationOptions: { client: { commandLinks: true, extensionGlossaries: [glossary, { uri: 7 }, null] } },
    });
    assert.deepEqual(await meanings(session), ['extension']);
  });

  it('change when the client says so, whatever it says', async () => {
    const session = await sessionWith({ files });
    const seen = [await meanings(session)];
    for (const extensionGlossaries of [[glossary], [{ ...glossary, uri: 'ext:/acme/b.yaml' }], 'none']) {
      session.notify('glossaryLens/extensionGlossaries', { extensionGlossaries });
      seen.push(await meanings(session));
    }
    assert.deepEqual(seen, [[], ['extension'], ['other'], []]);
  });
});

describe('a glossary of Contextive', () => {
  before(function () {
    if (formatNamed('contextive') !== undefined) return;
    console.log('      skipped: the format is not there');
    this.skip();
  });

  const context = (meaning: string, more = '') =>
    `${more}contexts: [{ terms: [{ name: pod, definition: Means ${meaning}. }] }]`;

  const imported = (meaning: string) => `contexts: [{ terms: [{ name: cat, definition: Means ${meaning}. }] }]`;

  it('brings what it imports, whose changes count', async () => {
    const session = await sessionWith({
      files: {
        '/repo/.contextive/definitions.yml': context('own', 'imports: [../shared/terms.yml]\n'),
        '/repo/shared/terms.yml': imported('imported'),
      },
    });
    const seen = [await meanings(session, 'a $0cat')];
    session.host.files.write('/repo/shared/terms.yml', imported('edited'));
    seen.push(await meanings(session, 'a $0cat'));
    assert.deepEqual(watchedPatterns(session), ['**/shared/terms.yml']);
    session.host.files.delete('/repo/shared/terms.yml');
    session.changeFiles(Deleted, '/repo/shared/terms.yml');
    seen.push(await meanings(session, 'a $0cat'));
    assert.deepEqual(seen, [['imported'], ['edited'], []]);
    assert.deepEqual(await meanings(session), ['own']);
    assert.deepEqual(await session.problems('/repo/.contextive/definitions.yml'), [
      'missing-source: ⟦../shared/terms.yml⟧',
    ]);
  });

  it('has contexts that hold for some paths alone', async () => {
    const text = `contexts:
  - paths: [docs]
    terms: [{ name: pod, definition: Means docs. }]
  - paths: [src]
    terms: [{ name: pod, definition: Means src. }]
`;
    const session = await sessionWith({ files: { '/repo/.contextive/definitions.yml': text } });
    assert.deepEqual(await meanings(session), ['docs']);
    assert.deepEqual(await session.meanings('/repo/src/a.md', 'a $0pod'), ['src']);
  });
});

describe('a glossary in Markdown', () => {
  before(function () {
    if (formatNamed('front-matter') !== undefined) return;
    console.log('      skipped: the format is not there');
    this.skip();
  });

  const page = (term: string, text: string) => `---\ntitle: ${term}\n---\n\n${text}\n`;

  it('may have comments for its wording, which are told of once', async () => {
    const text = '# Glossary\n\n## Cat\n\nA zarp. <!-- glossary-lens-disable-line deprecated-term -->\n';
    const session = await sessionWith({
      files: {
        '/repo/page.md': text,
        '/repo/glossary.yaml': 'concepts: [{ term: zorp, definition: Means one., avoid: [zarp] }]',
        [CONFIGURATION]: 'glossaries: page.md\nchecks: { deprecated-term: warning, unused-suppression: warning }\n',
      },
    });
    assert.deepEqual(await session.problems('/repo/page.md'), []);
    session.open('/repo/page.md', text);
    assert.deepEqual(await session.problems('/repo/page.md'), []);
  });

  it('is one glossary of all the files that a glob matches, each of which is a document as well', async () => {
    const session = await sessionWith({
      files: {
        '/repo/terms/pod.md': page('pod', 'Means first, as a cat is one.'),
        '/repo/terms/cat.md': page('cat', 'Means second.'),
        [CONFIGURATION]: 'glossaries: "terms/*.md"',
      },
    });
    assert.deepEqual(await meanings(session), ['first']);
    const { glossaries } = (await session.request('glossaryLens/status', { uri: `file://${PAGE}` })) as Status;
    assert.deepEqual(
      glossaries.filter(({ isShipped }) => !isShipped).map(({ concepts }) => concepts),
      [2],
    );
    const marked = page('pod', 'Means first, as a $0cat is one.');
    assert.deepEqual(await session.meanings('/repo/terms/pod.md', marked), ['second']);
  });
});
