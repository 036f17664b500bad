import { FileType, ProgressLocation, type QuickPickItem, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  type ImportParams,
  type ImportPreview,
  ImportPreviewRequest,
  ListGlossaryRequest,
} from '../../server/src/protocol';
import { type ColumnFields, columnChoices, withColumn } from './importColumns';
import type { ImportPages } from './importPages';
import type { LanguageServer } from './languageServer';
import { filesBelow } from './workspaceFiles';

/** What a glossary may be written in, by extension. */
const EXTENSIONS = ['csv', 'tsv', 'json', 'yaml', 'yml', 'md', 'markdown', 'mdx', 'tbx', 'xml'];

/** Let somebody pick a file or a folder, unless `argument` is one; show what it would become, and do what they choose. */
export async function importGlossary(server: LanguageServer, pages: ImportPages, argument: unknown): Promise<void> {
  const source = argument instanceof Uri ? argument : await pickSource();
  if (source === undefined) return;
  const files = await filesOf(source);
  let columns: ColumnFields = [];
  for (;;) {
    const params: ImportParams = {
      uri: source.toString(),
      ...(files === undefined ? {} : { files }),
      ...(columns.length === 0 ? {} : { columns }),
    };
    const preview = await previewOf(server, params);
    await pages.show(source, preview.markdown);
    const action = await pickAction(source, preview);
    if (action === 'write') return writeGlossary(source, preview);
    if (action === 'list') return listGlossary(server, params);
    if (action === undefined) return;
    columns = (await changeColumns(preview, columns)) ?? columns;
  }
}

/** On some systems a dialog is for files or for folders, so that is asked first. */
async function pickSource(): Promise<Uri | undefined> {
  const items = [
    { label: 'A file…', description: 'CSV, Contextive, TBX, JSON, YAML, a page of Markdown', isFolder: false },
    { label: 'A folder…', description: 'a page of Markdown for each term', isFolder: true },
  ];
  const what = await window.showQuickPick(items, { title: 'Import a Glossary', placeHolder: 'What to import' });
  if (what === undefined) return undefined;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const picked = await window.showOpenDialog({
    canSelectFiles: !what.isFolder,
    canSelectFolders: what.isFolder,
    canSelectMany: false,
    openLabel: 'Import',
    title: 'Import a Glossary',
    ...(folder === undefined ? {} : { defaultUri: folder }),
    ...(what.isFolder ? {} : { filters: { Glossaries: EXTENSIONS, 'All files': ['*'] } }),
  });
  return picked?.[0];
}

/** List the files of a folder; undefined for a file. */
async function filesOf(source: Uri): Promise<readonly string[] | undefined> {
  const { type } = await workspace.fs.stat(source);
  if ((type & FileType.Directory) === 0) return undefined;
  const isWanted = (name: string) => EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
  const files = await filesBelow(source, isWanted);
  return files.map(String).sort();
}

async function previewOf(server: LanguageServer, params: ImportParams): Promise<ImportPreview> {
  const options = { location: ProgressLocation.Window, title: 'Glossary Lens: reading what is imported' };
  const answer = await window.withProgress(options, () => server.request(ImportPreviewRequest, params));
  if (answer.kind === 'refused') throw new Error(`Nothing to import: ${answer.reason}`);
  return answer;
}

type Action = 'write' | 'columns' | 'list';

async function pickAction(source: Uri, preview: ImportPreview): Promise<Action | undefined> {
  const { concepts, columns, yaml } = preview;
  const isInWorkspace = workspace.getWorkspaceFolder(source) !== undefined;
  const items: (QuickPickItem & { readonly action: Action })[] = [];
  if (yaml !== null && concepts > 0) {
    const detail = 'A copy in the format of Glossary Lens, to be kept from now on';
    items.push({ label: 'Write glossary.yaml…', detail, action: 'write' });
  }
  if (columns.length > 0) {
    items.push({ label: 'Change columns…', detail: 'Say what the columns stand for', action: 'columns' });
  }
  if (isInWorkspace && concepts > 0) {
    const detail = 'Keep the glossary where it is, and read it from there';
    items.push({ label: 'List it in glossary-lens.yaml', detail, action: 'list' });
  }
  if (items.length === 0) return undefined;
  const picked = await window.showQuickPick(items, {
    title: `Import: ${concepts} concept${concepts === 1 ? '' : 's'} in ${nameOf(source)}`,
    placeHolder: 'What to do with what the preview shows',
    // The preview is there to be read meanwhile.
    ignoreFocusOut: true,
  });
  return picked?.action;
}

/** Let somebody pick a column, and then what it stands for; undefined where they do not. */
async function changeColumns(preview: ImportPreview, columns: ColumnFields): Promise<ColumnFields | undefined> {
  const headings = preview.columns.map(({ heading, field }) => ({ label: heading, description: field ?? 'left out' }));
  const title = 'Change Columns';
  const column = await window.showQuickPick(headings, { title, placeHolder: 'Which column', ignoreFocusOut: true });
  if (column === undefined) return undefined;
  const choices = columnChoices.map(({ field, description }) => ({ label: field, description }));
  const placeHolder = `What "${column.label}" stands for`;
  const choice = await window.showQuickPick(choices, { title, placeHolder, ignoreFocusOut: true });
  return choice === undefined ? undefined : withColumn(columns, column.label, choice.label);
}

/** Write the glossary where somebody says; the dialog asks before a file is written over. */
async function writeGlossary(source: Uri, { yaml }: ImportPreview): Promise<void> {
  if (yaml === null) return;
  const folder = workspace.getWorkspaceFolder(source)?.uri ?? workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: 'Write the Glossary',
    saveLabel: 'Write',
    filters: { Glossary: ['yaml', 'yml'] },
    ...(folder === undefined ? {} : { defaultUri: await freeName(folder) }),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, await workspace.encode(yaml, { encoding: 'utf8' }));
  await window.showTextDocument(target);
}

/** A name that glossaries are found by, and that no file has: nobody shall write over theirs with a stroke of Enter. */
async function freeName(folder: Uri): Promise<Uri> {
  for (const name of ['glossary.yaml', 'imported.glossary.yaml']) {
    const uri = Uri.joinPath(folder, name);
    try {
      await workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
  return Uri.joinPath(folder, `imported-${Date.now()}.glossary.yaml`);
}

async function listGlossary(server: LanguageServer, { uri, as, columns }: ImportParams): Promise<void> {
  const listed = { uri, ...(as === undefined ? {} : { as }), ...(columns === undefined ? {} : { columns }) };
  const change = await server.request(ListGlossaryRequest, listed);
  if (change === null) throw new Error('The file glossary-lens.yaml cannot be changed: list the glossary by hand.');
  const file = Uri.parse(change.uri);
  const edit = new WorkspaceEdit();
  if (!change.exists) edit.createFile(file, { ignoreIfExists: true });
  for (const { range, newText } of change.edits) {
    const { start, end } = range;
    edit.replace(file, new Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await workspace.applyEdit(edit))) throw new Error('The file glossary-lens.yaml could not be changed.');
  const document = await workspace.openTextDocument(file);
  await document.save();
  await window.showTextDocument(document);
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
