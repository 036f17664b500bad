import { FilePermission, TabInputWebview, workspace } from 'vscode';
import { equal, match, ok } from './assert';
import { activeTab, commandLinks, eventually, follow, hover, open } from './workbench';

const scheme = 'glossary-lens';

describe('concept page', () => {
  it('opens from a related term of a card, as a Markdown preview', async () => {
    const card = await hover(await open('README.md'), 'Launchpad');
    const link = commandLinks(card).find(({ title }) => title === 'release captain');
    ok(link, `no link to "release captain" in\n${card.markdown}`);
    await follow(link);
    const tab = await activeTab('a Markdown preview', ({ input }) => isPreview(input));
    match(tab.label, /release.captain/i, 'the title of the tab');
  });

  it('is a read-only document of Markdown, with everything the glossary says', async () => {
    const page = await eventually('the page', () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === scheme && /release.captain/i.test(uri.path)),
    );
    const text = (await workspace.openTextDocument(page.uri)).getText();
    match(text, /^# release captain$/m, 'the heading');
    match(text, 'swaps the week, never a single day', 'the description');
    match(text, 'A fix on Friday evening', 'the example');
    match(text, 'Acme platform', 'the source');
    equal((await workspace.fs.stat(page.uri)).permissions, FilePermission.Readonly, 'the permissions');
  });

  it('links to the pages of related concepts', async () => {
    const page = workspace.textDocuments.find(({ uri }) => uri.scheme === scheme && /release.captain/i.test(uri.path));
    ok(page, 'the page is not open');
    const [, target] = /\[quiet week\]\(([^)\s]+)\)/.exec(page.getText()) ?? [];
    ok(target, `no link to "quiet week" in\n${page.getText()}`);
    const related = page.uri.with({ path: new URL(target, `x:${page.uri.path}`).pathname });
    match((await workspace.openTextDocument(related)).getText(), /^# quiet week$/m, 'the heading of the related page');
  });
});

function isPreview(input: unknown): boolean {
  return input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview');
}
