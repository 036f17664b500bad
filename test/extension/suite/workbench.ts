// What the tests do in VS Code, in the words of somebody who uses it.
import {
  commands,
  type Diagnostic,
  env,
  extensions,
  type Hover,
  type Location,
  type LocationLink,
  languages,
  MarkdownString,
  type Position,
  Range,
  type Tab,
  type TextDocument,
  UIKind,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { ok } from './assert';
import { say } from './report';

/** Milliseconds for which `eventually` tries, and between two of its tries. */
const patience = 15_000;
const pause = 50;

const extensionId = 'glossary-lens.glossary-lens';

/** A card as the editor shows it. */
export interface Card {
  readonly markdown: string;
  /** The text under the card's range, which VS Code highlights. */
  readonly highlighted: string;
  readonly range: Range;
  /** The commands that the card's links may run, or whether it may run any. */
  readonly trusted: readonly string[] | boolean;
}

/** A command behind a link of a card. */
export interface CommandLink {
  readonly title: string;
  readonly command: string;
  readonly args: readonly unknown[];
}

/** Give the extension under test. */
export function glossaryLens() {
  const extension = extensions.getExtension(extensionId);
  ok(extension, `${extensionId} is not installed`);
  return extension;
}

/** Give the address of a file in the workspace. */
export function fileUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  ok(folder, 'no workspace is open');
  return Uri.joinPath(folder.uri, path);
}

/** Open a file of the workspace in an editor. */
export async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(path));
  await window.showTextDocument(document);
  return document;
}

/** Give the position in the middle of the first `word` behind the first `context`. */
export function positionOf(document: TextDocument, word: string, context = ''): Position {
  const from = document.getText().indexOf(context);
  const at = document.getText().indexOf(word, from);
  ok(from >= 0 && at >= 0, `"${word}" after "${context}" is not in ${document.uri.path}`);
  return document.positionAt(at + Math.floor(word.length / 2));
}

/** Rest the mouse on a word, the first one behind `after`, until a card shows there, and one that says `saying`. */
export function hover(
  document: TextDocument,
  word: string,
  { after = '', saying = '' }: { readonly after?: string; readonly saying?: string } = {},
): Promise<Card> {
  return eventually(`a card for "${word}" ${saying && `that says "${saying}"`}`, async () => {
    const card = await cardAt(document, positionOf(document, word, after));
    return card?.markdown.includes(saying) ? card : undefined;
  });
}

/** Give the card at a position, or nothing where there is none. */
export async function cardAt(document: TextDocument, position: Position): Promise<Card | undefined> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const hover = hovers[0];
  if (hover?.range === undefined) return undefined;
  const content = hover.contents[0];
  if (!(content instanceof MarkdownString)) return undefined;
  const { isTrusted = false } = content;
  return {
    markdown: content.value,
    highlighted: document.getText(hover.range),
    range: hover.range,
    trusted: typeof isTrusted === 'boolean' ? isTrusted : isTrusted.enabledCommands,
  };
}

/** List the links of a card that run a command. */
export function commandLinks(card: Card): readonly CommandLink[] {
  return Array.from(
    card.markdown.matchAll(/\[([^\]]*)\]\(command:([^?)\s]+)\?([^)\s]*)\)/g),
    ([, title, command, args]) => {
      return { title: title ?? '', command: command ?? '', args: JSON.parse(decodeURIComponent(args ?? '')) };
    },
  );
}

/** Click a link of a card. */
export async function follow(link: CommandLink): Promise<void> {
  await commands.executeCommand(link.command, ...link.args);
}

/** Whether somebody sits before the window who clicks for the tests: the runner does in a browser. */
export const hasHands = env.uiKind === UIKind.Web;

/** Click the entry with `text` in the list that is open or opens. */
export function choose(text: string): void {
  say(`[choose] ${text}`);
}

/** Press Enter in the box called `title` that is open or opens. */
export function confirm(title: string): void {
  say(`[confirm] ${title}`);
}

/** Wait until the active tab is one that `accept` takes. */
export function activeTab(what: string, accept: (tab: Tab) => boolean): Promise<Tab> {
  return eventually(what, () => {
    const tab = window.tabGroups.activeTabGroup.activeTab;
    return tab !== undefined && accept(tab) ? tab : undefined;
  });
}

/** Go to the definition of a word. */
export async function definitionsOf(document: TextDocument, word: string, context = '') {
  const position = positionOf(document, word, context);
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return found.map((location) =>
    'targetUri' in location
      ? { uri: location.targetUri, range: location.targetSelectionRange ?? location.targetRange }
      : { uri: location.uri, range: location.range },
  );
}

/** Replace the first `from` in a file by `to`, as somebody who types, and save it. */
export async function edit(document: TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  ok(at >= 0, `"${from}" is not in ${document.uri.path}`);
  await replace(document, new Range(document.positionAt(at), document.positionAt(at + from.length)), to);
}

/** Make `text` the content of a file and save it. */
export async function write(document: TextDocument, text: string): Promise<void> {
  const end = document.positionAt(document.getText().length);
  await replace(document, new Range(document.positionAt(0), end), text);
}

/** Wait until the problems of a file are such that `accept` takes them. */
export function problems(
  what: string,
  document: TextDocument,
  accept: (problems: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return eventually(what, () => {
    const found = languages.getDiagnostics(document.uri);
    return accept(found) ? found : undefined;
  });
}

/** Try until `probe` gives something and give that; fail with the name of what did not come. */
export async function eventually<T>(what: string, probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${patience / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function replace(document: TextDocument, range: Range, text: string): Promise<void> {
  const change = new WorkspaceEdit();
  change.replace(document.uri, range, text);
  ok(await workspace.applyEdit(change), `${document.uri.path} could not be edited`);
  ok(await document.save(), `${document.uri.path} could not be saved`);
}
