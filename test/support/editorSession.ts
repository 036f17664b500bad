import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver';
import type { CodeAction, Diagnostic, FileChangeType, Hover, Position, Range } from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nativeFormat } from '../../server/src/formats/native';
import { writePack } from '../../server/src/formats/pack';
import type { Host } from '../../server/src/host';
import { startServer } from '../../server/src/server';
import { type Editor, visualStudioCode } from './editors';
import { mark, unmark } from './marked';
import { createMemoryHost, type MemoryHost, uriOf } from './memoryHost';
import { type Incoming, type Response, Wire } from './wire';

/** Where the shipped glossary of a session lies; a test that wants one writes it there. */
export const SHIPPED_GLOSSARY = 'file:///opt/glossary-lens/dist/glossary.pack';

export interface SessionOptions {
  readonly editor?: Editor;
  /** The files on disk, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The shipped glossary, in the native format; null for an installation without one. */
  readonly shipped?: string | null;
  /** Workspace folders, by path; the first is the root of clients that know only one. */
  readonly folders?: readonly string[] | null;
  /** What the editor answers when it is asked for the section `glossaryLens`. */
  readonly settings?: unknown;
  /** In place of the editor's own. */
  readonly initializationOptions?: unknown;
  /** Ports of the host beside those in memory. */
  readonly ports?: Partial<Host>;
  /** What the editor answers to other questions of the server, by method. */
  readonly answers?: ReadonlyMap<string, unknown>;
}

/** Start a server in this process, introduce an editor to it, and wait until it is ready. */
export async function startSession(options: SessionOptions = {}): Promise<EditorSession> {
  const session = new EditorSession(options);
  await session.initialize();
  return session;
}

/** An editor and a server, over two streams in memory. */
export class EditorSession {
  readonly host: MemoryHost;
  readonly editor: Editor;
  /** What the editor answers when it is asked for its settings. */
  settings: unknown;
  /** The methods that the server asked to be told of, with the options. */
  readonly registrations = new Map<string, unknown>();
  /** How often the server asked something else, by method. */
  readonly #questions = new Map<string, number>();
  /** How often diagnostics were published, by URI. */
  readonly published = new Map<string, Diagnostic[][]>();
  initializeResult: unknown;
  followedProcess: number | undefined;
  readonly #options: SessionOptions;
  readonly #toServer = new PassThrough();
  readonly #toEditor = new PassThrough();
  readonly #wire = new Wire(this.#toEditor, this.#toServer, (message) => this.#receive(message));
  readonly #listeners = new Map<string, (() => void)[]>();
  readonly #documents = new Map<string, TextDocument>();

  /** Start the server; nothing is said yet. */
  constructor(options: SessionOptions = {}) {
    this.#options = options;
    this.host = { ...createMemoryHost(options.files), ...(options.ports as object) };
    const { shipped = EMPTY_GLOSSARY } = options;
    if (shipped !== null) this.host.files.writeBytes(SHIPPED_GLOSSARY, packed(shipped));
    this.editor = options.editor ?? visualStudioCode;
    this.settings = options.settings ?? null;
    const watchDog = { shutdownReceived: false, initialize: () => {}, exit: () => {} };
    const connection = createConnection(
      (logger) =>
        createProtocolConnection(
          new StreamMessageReader(this.#toServer),
          new StreamMessageWriter(this.#toEditor),
          logger,
        ),
      watchDog,
    );
    startServer(connection, this.host, {
      shippedGlossary: SHIPPED_GLOSSARY,
      version: '0.0.0',
      followProcess: (processId) => {
        this.followedProcess = processId;
      },
    });
  }

  async initialize(params: object = this.initializeParams()): Promise<void> {
    this.initializeResult = await this.request('initialize', params);
    this.notify('initialized', {});
    await this.settle();
  }

  initializeParams(): object {
    const folders = this.#options.folders === undefined ? ['/repo'] : this.#options.folders;
    const { params, hasFolders } = this.editor;
    const rootUri = folders?.[0] === undefined ? null : uriOf(folders[0]);
    const workspaceFolders = folders?.map((path) => ({ uri: uriOf(path), name: path })) ?? null;
    const { initializationOptions = params.initializationOptions } = this.#options;
    return {
      processId: null,
      rootUri,
      ...params,
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
      ...(hasFolders ? { workspaceFolders } : {}),
    };
  }

  request(method: string, params?: unknown): Promise<unknown> {
    return this.#wire.request(method, params);
  }

  exchange(request: { readonly id?: unknown; readonly method: string; readonly params?: unknown }): Promise<Response> {
    return this.#wire.exchange(request);
  }

  notify(method: string, params?: unknown): void {
    this.#wire.notify(method, params);
  }

  send(message: object): void {
    this.#wire.send(message);
  }

  /** Wait until the server has done all that was sent, and let time go on until nothing is due any more. */
  async settle(): Promise<void> {
    // The answers to what the server asks meanwhile arrive before the second one.
    await this.request('glossaryLens/ping');
    await this.request('glossaryLens/ping');
    while (this.host.clock.isWaiting) {
      const refreshed = this.#isOurs ? this.next('glossaryLens/glossariesChanged') : undefined;
      this.host.clock.advance(1000);
      await refreshed;
      await this.request('glossaryLens/ping');
    }
  }

  /** Wait for the next notification of a method. */
  next(method: string): Promise<void> {
    return new Promise((resolve) => {
      this.#listeners.set(method, [...(this.#listeners.get(method) ?? []), resolve]);
    });
  }

  open(path: string, text: string, languageId = languageIdOf(path), version = this.editor.firstVersion): void {
    const uri = uriOf(path);
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Replace the text of an open document. */
  change(path: string, text: string): void {
    const uri = uriOf(path);
    const document = this.#documents.get(uri);
    const version = (document?.version ?? 0) + 1;
    this.#documents.set(uri, TextDocument.create(uri, document?.languageId ?? '', version, text));
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  close(path: string): void {
    this.#documents.delete(uriOf(path));
    this.notify('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
  }

  /** Tell of files that changed on disk. */
  changeFiles(type: FileChangeType, ...paths: string[]): void {
    this.notify('workspace/didChangeWatchedFiles', { changes: paths.map((path) => ({ uri: uriOf(path), type })) });
  }

  hoverAt(path: string, position: unknown): Promise<Hover | null> {
    return this.request('textDocument/hover', {
      textDocument: { uri: uriOf(path) },
      position,
    }) as Promise<Hover | null>;
  }

  /** Show a text with the cursor `$0` in it, and hover there. */
  hover(path: string, marked: string): Promise<Hover | null> {
    return this.hoverAt(path, this.show(path, marked));
  }

  /** Show a text, and tell where the cursor `$0` stands in it. */
  show(path: string, marked: string): Position {
    const { text, cursor } = unmark(marked);
    const shown = this.#documents.get(uriOf(path));
    if (shown === undefined) this.open(path, text);
    else if (shown.getText() !== text) this.change(path, text);
    return TextDocument.create('', '', 0, text).positionAt(cursor ?? 0);
  }

  /** Hover at `$0`, and put `⟦…⟧` around what the answer says it is about; undefined where there is no answer. */
  async hovered(path: string, marked: string): Promise<string | undefined> {
    const hover = await this.hover(path, marked);
    return hover === null ? undefined : this.markRange(path, hover.range);
  }

  /** Put `⟦…⟧` around a range of an open document. */
  markRange(path: string, range: Range | undefined): string {
    const document = this.#documents.get(uriOf(path));
    if (document === undefined || range === undefined) throw new Error(`There is no such range in ${path}`);
    return mark(document.getText(), [{ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }]);
  }

  /** Tell how often the server asked the editor something. */
  asked(method: string): number {
    return this.#questions.get(method) ?? 0;
  }

  /** Make the edit of a code action in an open document; gives the text. */
  applied(path: string, { edit }: CodeAction): string {
    const uri = uriOf(path);
    const document = this.#documents.get(uri);
    if (document === undefined) throw new Error(`${path} is not open`);
    return TextDocument.applyEdits(document, edit?.changes?.[uri] ?? []);
  }

  /** Hover at `$0`, and list what the terms mean: the words behind `Means`, in the order of the card. */
  async meanings(path: string, marked: string): Promise<readonly string[]> {
    return meaningsIn(await this.hover(path, marked));
  }

  /** Settle, and list the problems that are shown in a file: `code: ⟦text⟧`, or the message where there is no code. */
  async problems(path: string): Promise<readonly string[]> {
    await this.settle();
    const uri = uriOf(path);
    const diagnostics = this.published.get(uri)?.at(-1) ?? [];
    const read = await this.host.files.read(uri);
    const onDisk = TextDocument.create(uri, '', 0, read.kind === 'text' ? read.text : '');
    const document = this.#documents.get(uri) ?? onDisk;
    return diagnostics.map(({ code, message, range }) => `${code ?? message}: ⟦${document.getText(range)}⟧`);
  }

  get #isOurs(): boolean {
    const { initializationOptions = this.editor.params.initializationOptions } = this.#options;
    return JSON.stringify(initializationOptions ?? null).includes('"commandLinks":true');
  }

  #receive({ id, method, params }: Incoming): void {
    if (id === undefined) this.#takeNotification(method, params);
    else this.#answer(id, method, params);
  }

  #takeNotification(method: string, params: unknown): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.published.set(uri, [...(this.published.get(uri) ?? []), diagnostics]);
    }
    const listeners = this.#listeners.get(method) ?? [];
    this.#listeners.delete(method);
    for (const resolve of listeners) resolve();
  }

  #answer(id: unknown, method: string, params: unknown): void {
    const isRegistration = method === 'client/registerCapability';
    const manner = isRegistration ? this.editor.registrations : this.editor.configuration;
    if (manner === 'unanswered') return;
    if (manner === 'refused') {
      this.send({ id, error: { code: -32601, message: `${method} is refused` } });
      return;
    }
    if (isRegistration) {
      const { registrations } = params as { registrations: { method: string; registerOptions?: unknown }[] };
      for (const { method, registerOptions } of registrations) this.registrations.set(method, registerOptions);
      this.send({ id, result: null });
      return;
    }
    if (method !== 'workspace/configuration') {
      this.#questions.set(method, this.asked(method) + 1);
      this.send({ id, result: this.#options.answers?.get(method) ?? null });
      return;
    }
    const { items } = params as { items: unknown[] };
    this.send({ id, result: items.map(() => this.settings) });
  }
}

const EMPTY_GLOSSARY = 'concepts: []';

function packed(text: string): Uint8Array {
  const { glossary } = nativeFormat.read({ uri: 'glossary/shipped.yaml', text, defaultName: 'Shipped' });
  const encoder = new TextEncoder();
  return writePack(glossary === undefined ? [] : [glossary], {
    pathOf: (uri) => `../${uri}`,
    encode: (content) => encoder.encode(content),
  });
}

/** List what a card says that the terms mean: the words behind `Means`, each once. */
export function meaningsIn(hover: Hover | null): readonly string[] {
  const text = JSON.stringify(hover?.contents ?? '');
  return [...new Set([...text.matchAll(/Means (\w+)/g)].map(([, word]) => word ?? ''))];
}

function languageIdOf(path: string): string {
  return /\.ya?ml$/.test(path) ? 'yaml' : 'markdown';
}
