import { commands, type TextDocument, workspace } from 'vscode';
import { equal, match, ok } from './assert';
import { activeTab, choose, confirm, eventually, fileUri, hasHands, hover, open } from './workbench';

const scheme = 'glossary-lens-import';

describe('an import', () => {
  const source = fileUri('words.yaml');
  const table = fileUri('imports/words.csv');

  before(async () => {
    const text = 'name: Words\nconcepts:\n  - { term: chargeback, definition: Money that goes back. }\n';
    await workspace.fs.writeFile(source, new TextEncoder().encode(text));
    const rows = 'Term,Definition,Team\nscheme fee,What a card network takes.,Cards\n';
    await workspace.fs.writeFile(table, new TextEncoder().encode(rows));
    await open('README.md');
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(source);
    await workspace.fs.delete(fileUri('imports'), { recursive: true });
  });

  it('shows what would come of a file before anything is written', async function () {
    // Three waits, each with a limit of its own that tells what did not come.
    this.timeout(60_000);
    const command = commands.executeCommand('glossaryLens.import', source);
    const tab = await activeTab('the preview of the import', ({ label }) => /words\.yaml/.test(label));
    ok(tab, 'no preview');
    const page = await eventually('the page', () => workspace.textDocuments.find(({ uri }) => uri.scheme === scheme));
    match(page.getText(), /^# Import of words\.yaml$/m, 'the heading');
    match(page.getText(), 'Money that goes back', 'a concept');
    // Whoever closes the list of what to do has decided against all of it.
    let isOver = false;
    void command.then(() => {
      isOver = true;
    });
    await eventually('the end of the import', async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver || undefined;
    });
    // Not searched for: there is no search in the memory of the web host.
    const made = (await workspace.fs.readDirectory(fileUri(''))).filter(([name]) => name === 'glossary-lens.yaml');
    equal(made, [], 'files that were made');
  });

  it('takes a column for what somebody says, and lists the table with that', async function () {
    if (!hasHands) return this.skip();
    this.timeout(60_000);
    await workspace.fs.writeFile(fileUri('imports/glossary-lens.yaml'), new Uint8Array());
    const command = commands.executeCommand('glossaryLens.import', table);
    choose('Change columns…');
    choose('Team');
    choose('category');
    await page('the changed column', /\|\s*Team\s*\|\s*category\s*\|/);
    choose('List it in glossary-lens.yaml');
    await command;
    match(await textOf('imports/glossary-lens.yaml'), /"?Team"?: category/, 'the configuration');
    const document = await write('imports/README.md', 'The scheme fee rises.\n');
    const card = await hover(document, 'scheme fee');
    match(card.markdown, 'What a card network takes', 'the definition');
    match(card.markdown, 'Cards', 'the category');
  });

  it('writes a glossary beside what there is, when somebody says so', async function () {
    // For files in its memory a browser shows a dialog of its own, which a test cannot answer.
    if (!hasHands || table.scheme === 'tmp') return this.skip();
    this.timeout(60_000);
    const command = commands.executeCommand('glossaryLens.import', table);
    choose('Write glossary.yaml…');
    confirm('Write the Glossary');
    await command;
    match(await textOf('imported.glossary.yaml'), 'term: scheme fee', 'the glossary');
    await workspace.fs.delete(fileUri('imported.glossary.yaml'));
  });
});

function page(what: string, pattern: RegExp): Promise<true> {
  return eventually(what, () => {
    const pages = workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
    return pages.some((document) => pattern.test(document.getText())) || undefined;
  });
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(fileUri(path)));
}

async function write(path: string, text: string): Promise<TextDocument> {
  await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  return open(path);
}
