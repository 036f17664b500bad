import { ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import { equal, match, ok } from './assert';
import { cardAt, commandLinks, eventually, fileUri, follow, hover, open, positionOf } from './workbench';

describe('the glossary of another extension', () => {
  let document: TextDocument;

  before(async () => {
    const text = 'The settlement window is open.\n';
    await workspace.fs.writeFile(fileUri('docs/settlement.md'), new TextEncoder().encode(text));
    document = await open('docs/settlement.md');
  });

  after(() => workspace.fs.delete(fileUri('docs/settlement.md')));

  it('explains its terms, under the name that the extension gives it', async () => {
    const card = await hover(document, 'settlement window');
    match(card.markdown, 'The hours in which banks take payments', 'the definition');
    match(card.markdown, 'Other extension', 'the source');
  });

  it('is switched off from a card, for the workspace, and on again', async () => {
    const card = await hover(document, 'settlement window');
    const link = commandLinks(card).find(({ title }) => title === 'Switch off');
    ok(link, `no link that switches off in\n${card.markdown}`);
    await follow(link);
    const setting = () => workspace.getConfiguration('glossaryLens').inspect('disabledGlossaries')?.workspaceValue;
    equal(setting(), ['Other extension'], 'the setting');
    const position = positionOf(document, 'settlement window');
    await eventually('no card', async () => ((await cardAt(document, position)) === undefined ? true : undefined));
    const configuration = workspace.getConfiguration('glossaryLens');
    await configuration.update('disabledGlossaries', undefined, ConfigurationTarget.Workspace);
    await hover(document, 'settlement window');
  });
});
