import { commands, workspace } from 'vscode';
import { equal, match, ok } from './assert';
import { activeTab, eventually, fileUri, open } from './workbench';

const scheme = 'glossary-lens-import';

describe('an import', () => {
  const source = fileUri('words.yaml');

  before(async () => {
    const text = 'name: Words\nconcepts:\n  - { term: chargeback, definition: Money that goes back. }\n';
    await workspace.fs.writeFile(source, new TextEncoder().encode(text));
    await open('README.md');
  });

  after(() => workspace.fs.delete(source));

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
});
