import {
  type CodeAction,
  commands,
  DiagnosticTag,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { equal, match, ok } from './assert';
import { edit, eventually, fileUri, open, problems, write } from './workbench';

const PAGE = 'docs/handover.md';

describe('findings about wording', () => {
  let page: TextDocument;
  let original: string;

  before(async () => {
    page = await open(PAGE);
    original = page.getText();
  });

  afterEach(() => write(page, original));

  it('show where they are, in prose alone', async () => {
    const found = await problems('four findings', page, (all) => all.length === 4);
    equal(
      found.map(({ range }) => page.getText(range)).join(', '),
      'deploy portal, pod group, freeze week, LaunchPad',
      'the words',
    );
  });

  it('say what to write and why, strike through, and link to the page of the check', async () => {
    const [first] = await problems('four findings', page, (all) => all.length === 4);
    ok(first, 'no finding');
    match(first.message, 'Use "Launchpad" instead of "deploy portal": it was switched off in spring', 'the message');
    equal(first.tags?.[0], DiagnosticTag.Deprecated, 'the tag');
    const code = first.code;
    ok(typeof code === 'object', 'no link');
    equal(code.value, 'deprecated-term', 'the check');
    match(code.target.path, 'checks/deprecated-term.md', 'the page');
    match(first.relatedInformation?.[0]?.location.uri.path ?? '', 'glossary.yaml', 'the concept');
  });

  it('are mended one by one', async () => {
    const [first] = await problems('four findings', page, (all) => all.length === 4);
    ok(first, 'no finding');
    const fix = await actionAt(page, 'Replace with "Launchpad"');
    ok(fix.edit, 'no edit');
    ok(await workspace.applyEdit(fix.edit), 'the edit is refused');
    match(page.getText(), 'The new captain opens the Launchpad on Monday', 'the text');
    await problems('three findings', page, (all) => all.length === 3);
  });

  it('are mended all at once', async () => {
    await problems('four findings', page, (all) => all.length === 4);
    const [fixAll] = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      page.uri,
      new Range(0, 0, 0, 0),
      'source.fixAll.glossaryLens',
    );
    ok(fixAll?.edit, 'no edit');
    ok(await workspace.applyEdit(fixAll.edit), 'the edit is refused');
    await problems('no finding', page, (all) => all.length === 0);
    match(page.getText(), '> "The deploy portal never slept."', 'the quotation');
    match(page.getText(), '`deploy portal --help`', 'the code');
  });

  it('follow the text', async () => {
    await edit(page, 'a freeze week', 'a quiet week');
    await problems('three findings', page, (all) => all.length === 3);
  });

  it('are shown for files that are not open, on request', async () => {
    const other = fileUri('docs/not-open.md');
    const create = new WorkspaceEdit();
    create.createFile(other, { contents: new TextEncoder().encode('The deploy portal.\n') });
    ok(await workspace.applyEdit(create), 'the file is not made');
    await commands.executeCommand('glossaryLens.checkWorkspace');
    await eventually('a finding', async () => {
      return languages.getDiagnostics(other).length === 1 ? true : undefined;
    });
    const remove = new WorkspaceEdit();
    remove.deleteFile(other);
    ok(await workspace.applyEdit(remove), 'the file is not removed');
  });
});

/** Give the action of a title at the first finding of a document. */
async function actionAt(document: TextDocument, title: string): Promise<CodeAction> {
  return eventually(`the action "${title}"`, async () => {
    const [first] = languages.getDiagnostics(document.uri);
    if (first === undefined) return undefined;
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      first.range,
    );
    return actions.find((action) => action.title === title);
  });
}
