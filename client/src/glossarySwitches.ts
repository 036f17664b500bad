import { ConfigurationTarget, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { type GlossaryStatus, StatusRequest } from '../../server/src/protocol';
import { describeGlossary, describePlace, disabledWith, readDisabled } from './disabledGlossaries';
import { extensionGlossaries } from './extensionGlossaries';
import { askAboutFront } from './frontDocument';
import type { LanguageServer } from './languageServer';

const SETTING = 'disabledGlossaries';

/** Switch off the glossary that a card is of; `key` comes from its link. */
export async function switchOffGlossary(server: LanguageServer, key: unknown): Promise<void> {
  const { glossaries } = await askAboutFront(server, StatusRequest);
  const glossary = glossaries.find((other) => other.key === key);
  if (typeof key !== 'string' || glossary === undefined) throw new Error('That glossary does not apply here any more.');
  const undo = await write(disabledWith(disabledNow(), glossaries, (other) => other !== glossary && !isOff(other)));
  // Not awaited: the command is over, whether the message is answered or not.
  void offerUndo(server, glossary, undo);
}

/** Let somebody choose which of the glossaries that apply to the document in front are used. */
export async function chooseGlossaries(server: LanguageServer): Promise<void> {
  const { glossaries } = await askAboutFront(server, StatusRequest);
  if (glossaries.length === 0)
    throw new Error('No glossary applies here. A file named glossary.yaml is found by itself.');
  const picked = await window.showQuickPick(glossaries.map(glossaryItem), {
    title: 'Choose Glossaries',
    placeHolder: `Those that are ticked are used ${hasWorkspace() ? 'in this workspace' : 'on this machine'}`,
    canPickMany: true,
    matchOnDetail: true,
  });
  if (picked === undefined) return;
  const on = new Set<GlossaryStatus>(picked.map(({ glossary }) => glossary));
  await write(disabledWith(disabledNow(), glossaries, (glossary) => on.has(glossary)));
}

/** Make the line of a list that shows a glossary. */
export function glossaryItem(glossary: GlossaryStatus): QuickPickItem & { readonly glossary: GlossaryStatus } {
  return {
    label: glossary.name,
    description: describeGlossary(glossary),
    detail: describePlace(glossary, placeOf(glossary)),
    picked: !isOff(glossary),
    glossary,
  };
}

/** Say where a glossary comes from. */
function placeOf({ uri, isShipped }: GlossaryStatus): string {
  if (isShipped) return 'Part of Glossary Lens';
  const bringer = extensionGlossaries().find((glossary) => Uri.parse(glossary.uri).toString() === uri);
  if (bringer !== undefined) return `Extension ${bringer.extension}`;
  return uri.startsWith('https:') ? uri : workspace.asRelativePath(Uri.parse(uri));
}

async function offerUndo(server: LanguageServer, { name }: GlossaryStatus, undo: () => Promise<void>): Promise<void> {
  const where = hasWorkspace() ? ' in this workspace' : '';
  const choice = await window.showInformationMessage(
    `Glossary Lens: "${name}" is switched off${where}.`,
    'Undo',
    'Choose Glossaries…',
  );
  if (choice === 'Undo') await undo();
  else if (choice !== undefined) await chooseGlossaries(server);
}

/** Write the setting, and give what takes that back. */
async function write(disabled: readonly string[]): Promise<() => Promise<void>> {
  const configuration = () => workspace.getConfiguration('glossaryLens');
  const target = hasWorkspace() ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const { workspaceValue, globalValue } = configuration().inspect(SETTING) ?? {};
  const before = hasWorkspace() ? workspaceValue : globalValue;
  const isSame = JSON.stringify(disabled) === JSON.stringify(disabledNow());
  if (!isSame) await configuration().update(SETTING, disabled, target);
  return async () => {
    if (!isSame) await configuration().update(SETTING, before, target);
  };
}

function disabledNow(): readonly string[] {
  return readDisabled(workspace.getConfiguration('glossaryLens').get<unknown>(SETTING));
}

function hasWorkspace(): boolean {
  return (workspace.workspaceFolders ?? []).length > 0;
}

function isOff({ isOff = false }: GlossaryStatus): boolean {
  return isOff;
}
