import { ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import { equal, match, ok } from './assert';
import { cardAt, commandLinks, eventually, fileUri, follow, hover, open, positionOf } from './workbench';

describe('the glossary of another extension', () => {
  let document: TextDocument;

  before(async () => {
    const text = 'The acquirer lane is open.\n';
    await workspace.fs.writeFile(fileUri('docs/acquirer.md'), new TextEncoder().encode(text));
    document = await open('docs/acquirer.md');
  });

  after(() => workspace.fs.delete(fileUri('docs/acquirer.md')));

  it('explains its terms, under the name that the extension gives it', async () => {
    const card = await hover(document, 'acquirer lane');
    match(card.markdown, 'The way a payment takes to the bank of a shop', 'the definition');
    match(card.markdown, 'Card partners', 'the source');
  });

  it('says at the foot of a card who keeps it', async () => {
    const { markdown } = await hover(document, 'acquirer lane');
    const foot = markdown.slice(markdown.lastIndexOf('---'));
    match(foot, '[Partner desk](https://partners.acme.example', 'the owner');
    match(foot, /\\?#partners/, 'the way to reach them');
  });

  it('is switched off from a card, for the workspace, and on again', async () => {
    const card = await hover(document, 'acquirer lane');
    const link = commandLinks(card).find(({ title }) => title === 'Switch off');
    ok(link, `no link that switches off in\n${card.markdown}`);
    await follow(link);
    const setting = () => workspace.getConfiguration('glossaryLens').inspect('disabledGlossaries')?.workspaceValue;
    equal(setting(), ['Card partners'], 'the setting');
    const position = positionOf(document, 'acquirer lane');
    await eventually('no card', async () => ((await cardAt(document, position)) === undefined ? true : undefined));
    const configuration = workspace.getConfiguration('glossaryLens');
    await configuration.update('disabledGlossaries', undefined, ConfigurationTarget.Workspace);
    await hover(document, 'acquirer lane');
  });
});
