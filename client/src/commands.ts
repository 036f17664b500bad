import { commands, Disposable, env, type LogOutputChannel, type QuickPickItem, Range, Uri, window } from 'vscode';
import {
  CONCEPT_COMMAND,
  type ConceptAddress,
  type ConceptListItem,
  ConceptListRequest,
  ConceptLocationRequest,
  type GlossaryStatus,
  SOURCE_COMMAND,
  StatusRequest,
  SWITCH_OFF_COMMAND,
} from '../../server/src/protocol';
import { checkWorkspace } from './checkWorkspace';
import { readAddress } from './conceptAddress';
import { openConceptPage } from './conceptPages';
import { askAboutFront } from './frontDocument';
import { chooseGlossaries, glossaryItem, switchOffGlossary } from './glossarySwitches';
import { importGlossary } from './importGlossary';
import { serveImportPages } from './importPages';
import type { LanguageServer } from './languageServer';

export const RESTART_COMMAND = 'glossaryLens.restartServer';
export const LOG_COMMAND = 'glossaryLens.showLog';
export const CHECK_COMMAND = 'glossaryLens.checkWorkspace';
export const IMPORT_COMMAND = 'glossaryLens.import';
export const CHOOSE_COMMAND = 'glossaryLens.chooseGlossaries';

/** Register the commands of the manifest. */
export function registerCommands(server: LanguageServer, log: LogOutputChannel): Disposable {
  const pages = serveImportPages();
  return Disposable.from(
    pages,
    commands.registerCommand(IMPORT_COMMAND, (file?: unknown) => answered(importGlossary(server, pages, file))),
    commands.registerCommand(CONCEPT_COMMAND, (argument?: unknown) => answered(showConcept(server, argument))),
    commands.registerCommand(SOURCE_COMMAND, (argument?: unknown) => answered(openGlossary(server, argument))),
    commands.registerCommand(SWITCH_OFF_COMMAND, (key?: unknown) => answered(switchOffGlossary(server, key))),
    commands.registerCommand(CHOOSE_COMMAND, () => answered(chooseGlossaries(server))),
    commands.registerCommand(CHECK_COMMAND, () => answered(checkWorkspace(server))),
    commands.registerCommand(RESTART_COMMAND, () => answered(server.restart())),
    commands.registerCommand(LOG_COMMAND, () => log.show()),
  );
}

/** Tell somebody who waits for the server that it is started no more, and what can be done. */
export async function showFailure(reason: string): Promise<void> {
  const choice = await window.showErrorMessage(`Glossary Lens: ${reason}`, 'Restart', 'Show Log');
  if (choice === 'Restart') await commands.executeCommand(RESTART_COMMAND);
  if (choice === 'Show Log') await commands.executeCommand(LOG_COMMAND);
}

/** A command was asked for by a person, who is told if it fails. */
async function answered(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (error) {
    // Not awaited: the command is over, whether the message is answered or not.
    void showFailure(error instanceof Error ? error.message : String(error));
  }
}

/** Open the page of the concept that `argument` names; without one, of a concept that is picked. */
async function showConcept(server: LanguageServer, argument: unknown): Promise<void> {
  const address = argument === undefined ? await pickConcept(server, 'Show Concept') : readAddress(argument);
  if (address !== undefined) await openPage(address);
  else if (argument !== undefined) throw new Error('That is not the address of a concept.');
}

async function openPage(address: ConceptAddress): Promise<void> {
  if (!(await openConceptPage(address))) throw new Error('That concept is not in the glossary any more.');
}

/** Let somebody pick a concept, of one glossary if its name is given. */
async function pickConcept(server: LanguageServer, title: string, from?: string): Promise<ConceptAddress | undefined> {
  const concepts = askAboutFront(server, ConceptListRequest).then((items) =>
    items.filter(({ glossary }) => from === undefined || glossary === from).map(conceptItem),
  );
  const picked = await window.showQuickPick(concepts, {
    title,
    placeHolder: 'Type a term, an abbreviation or words of a definition',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.address;
}

function conceptItem({ address, term, otherTerms, definition, glossary }: ConceptListItem) {
  const description = [...otherTerms, glossary].join(' · ');
  return { label: term, description, detail: definition, address } satisfies QuickPickItem & {
    address: ConceptAddress;
  };
}

/** Open the place of the concept that `argument` names; without one, a glossary file, picked where there are several. */
async function openGlossary(server: LanguageServer, argument: unknown): Promise<void> {
  if (argument !== undefined) {
    const address = readAddress(argument);
    if (address === undefined) throw new Error('That is not the address of a concept.');
    await openSource(server, address);
    return;
  }
  const { glossaries } = await askAboutFront(server, StatusRequest);
  const glossary = await pickGlossary(glossaries);
  if (glossary === undefined) return;
  if (!glossary.isShipped) {
    await openFile(Uri.parse(glossary.uri));
    return;
  }
  // The shipped glossary is written in several files and read from a compiled one: a concept tells which to show.
  const address = await pickConcept(server, 'Open Glossary File', glossary.name);
  if (address !== undefined) await openSource(server, address);
}

async function openSource(server: LanguageServer, address: ConceptAddress): Promise<void> {
  const location = await server.request(ConceptLocationRequest, address);
  if (location === null) throw new Error('That concept is not in the glossary any more.');
  const { start, end } = location.range;
  await openFile(Uri.parse(location.uri), new Range(start.line, start.character, end.line, end.character));
}

/** Show a file; what lies on the web opens in a browser, as no editor opens addresses. */
async function openFile(uri: Uri, selection?: Range): Promise<void> {
  if (uri.scheme === 'https' || uri.scheme === 'http') await env.openExternal(uri);
  else await window.showTextDocument(uri, selection === undefined ? {} : { selection });
}

async function pickGlossary(glossaries: readonly GlossaryStatus[]): Promise<GlossaryStatus | undefined> {
  const [first] = glossaries;
  if (first === undefined) throw new Error('No glossary applies here. A file named glossary.yaml is found by itself.');
  if (glossaries.length === 1) return first;
  const picked = await window.showQuickPick(glossaries.map(glossaryItem), {
    title: 'Open Glossary File',
    placeHolder: 'Which glossary',
    matchOnDetail: true,
  });
  return picked?.glossary;
}
