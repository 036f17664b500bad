import { commands, type TextDocument, workspace } from 'vscode';
import { match } from './assert';
import { edit, fileUri, hover, open } from './workbench';

/** The address of a glossary on the web, put in when the suite is bundled; null where nothing is fetched. */
declare const WEB_GLOSSARY: string | null;

const definition = 'The way a payment takes to the bank of a shop';

interface Row {
  readonly kind: string;
  /** What is listed in `glossary-lens.yaml`. */
  readonly source: string;
  readonly files: readonly (readonly [path: string, text: string])[];
  /** What it is called there: an extension explains the same term. */
  readonly name: string;
}

const rows: readonly Row[] = [
  {
    kind: 'a package, as the command line makes it',
    source: 'npm:@partners/glossary',
    // The package is in `node_modules` of the workspace.
    files: [],
    name: 'Partners of npm',
  },
  {
    kind: 'a folder of Markdown files',
    source: 'terms/',
    files: [
      ['terms/lane.md', `---\ntitle: acquirer lane\n---\n\n${definition}.\n`],
      ['terms/fee.md', '---\ntitle: scheme fee\n---\n\nWhat a card network takes.\n'],
    ],
    name: 'Partners of a folder',
  },
  {
    kind: 'a table',
    source: 'lanes.csv',
    files: [['lanes.csv', `Term,Synonyms,Definition\nacquirer lane,acquirer route,${definition}.\n`]],
    name: 'Partners of a table',
  },
];

describe('a glossary that glossary-lens.yaml lists', () => {
  const folder = (row: Row) => `sources/${rows.indexOf(row)}`;

  before(async () => {
    for (const row of rows) {
      await write(`${folder(row)}/README.md`, 'The acquirer lane is open. The acquirer route, too.\n');
      for (const [path, text] of row.files) await write(`${folder(row)}/${path}`, text);
      await write(
        `${folder(row)}/glossary-lens.yaml`,
        `glossaries:\n  - source: ${row.source}\n    name: ${row.name}\n`,
      );
    }
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(fileUri('sources'), { recursive: true });
  });

  for (const row of rows) {
    it(`explains its terms from ${row.kind}`, async () => {
      const document = await open(`${folder(row)}/README.md`);
      const card = await hover(document, 'acquirer lane', { saying: row.name });
      match(card.markdown, definition, 'the definition');
    });
  }

  it('takes effect when its table is edited', async () => {
    const row = rows.find(({ source }) => source === 'lanes.csv');
    if (row === undefined) throw new Error('no table among the rows');
    const table = await open(`${folder(row)}/lanes.csv`);
    await edit(table, 'The way a payment takes', 'The road a payment takes');
    const document = await open(`${folder(row)}/README.md`);
    await hover(document, 'acquirer route', { saying: 'The road a payment takes' });
  });

  it('is fetched from a host that the person allows', async function () {
    if (WEB_GLOSSARY === null) return this.skip();
    await write('sources/web/README.md', 'The chargeback window is open.\n');
    await write('sources/web/glossary-lens.yaml', `glossaries:\n  - ${WEB_GLOSSARY}\n`);
    const document = await open('sources/web/README.md');
    const card = await hover(document, 'chargeback window', { saying: 'Acme on the web' });
    match(card.markdown, 'The days in which a customer may take a payment back', 'the definition');
  });
});

async function write(path: string, text: string): Promise<TextDocument['uri']> {
  const uri = fileUri(path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
