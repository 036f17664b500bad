/**
 * Our own requests and notifications, beside those of the Language Server Protocol, and what our client says of itself.
 * Client and server share this file and nothing else.
 */
import type { Location, Range } from 'vscode-languageserver-protocol';

/** The method of a request with the types of its parameters and its result; no library, so that the client starts small. */
export interface RequestMethod<Params, Result> {
  readonly method: string;
  /** Never there: it carries the types. */
  readonly types?: (params: Params) => Result;
}

/** Names a concept to the server that handed the address out. */
export interface ConceptAddress {
  /** A short key of the glossary, fit for a path; only the server knows its file. */
  readonly glossary: string;
  readonly id: string;
}

/** What our own client puts into `initializationOptions.client`; other clients leave it out. */
export interface ClientIntroduction {
  /** Where the shipped glossary lies; a server that runs as a process finds it beside itself. */
  readonly shippedGlossary?: string;
  /** The client serves `CONCEPT_COMMAND`, `SOURCE_COMMAND` and `SWITCH_OFF_COMMAND` as links in cards. */
  readonly commandLinks?: boolean;
  /** Documents that stopped an earlier server, as URIs: they are left alone. */
  readonly quarantine?: readonly string[];
  /** The URI of a folder that is the extension's own: copies of glossaries on the web are kept there. */
  readonly storage?: string;
  /** The client answers `AllowHostRequest` and `TokenRequest`. */
  readonly webAccess?: boolean;
  /** False in Restricted Mode: what the workspace says must not make the server read files outside of it. */
  readonly isTrusted?: boolean;
  /** The glossaries that other extensions bring. */
  readonly extensionGlossaries?: readonly ExtensionGlossaryParams[];
}

/** A glossary that another extension brings: the URI of a file in it, its name, and the id of the extension. */
export interface ExtensionGlossaryParams {
  readonly uri: string;
  readonly name?: string;
  readonly extension: string;
}

/** Client to server: extensions were installed, removed or switched; the parameters are all the glossaries that they bring. */
export const ExtensionGlossariesNotification = 'glossaryLens/extensionGlossaries';
export interface ExtensionGlossariesParams {
  readonly extensionGlossaries: readonly ExtensionGlossaryParams[];
}

/** Opens the page of a concept; its argument is a `ConceptAddress`. */
export const CONCEPT_COMMAND = 'glossaryLens.showConcept';
/** Opens a concept's place in its glossary file; its argument is a `ConceptAddress`. */
export const SOURCE_COMMAND = 'glossaryLens.openGlossary';
/** Switches a glossary off; its argument is the key of the glossary, as `ConceptAddress` and `GlossaryStatus` have it. */
export const SWITCH_OFF_COMMAND = 'glossaryLens.switchOff';

/**
 * Client to server: the whole of a concept as Markdown, for the page that shows it. Pages live at
 * `<glossary>/<id>.md`, and a page's links to other pages are relative to that.
 */
export interface ConceptPage {
  readonly title: string;
  readonly markdown: string;
}
export const ConceptPageRequest = request<ConceptAddress, ConceptPage | null>('glossaryLens/conceptPage');

/** Client to server: where a concept is written. */
export const ConceptLocationRequest = request<ConceptAddress, Location | null>('glossaryLens/conceptLocation');

/** Client to server: all concepts that apply to a document, or to the workspace where no document is given. */
export interface ConceptListParams {
  readonly uri?: string;
}
export interface ConceptListItem {
  readonly address: ConceptAddress;
  /** The preferred term. */
  readonly term: string;
  /** The other terms that may be used, abbreviations first. */
  readonly otherTerms: readonly string[];
  /** Plain text. */
  readonly definition: string;
  readonly glossary: string;
}
export const ConceptListRequest = request<ConceptListParams, readonly ConceptListItem[]>('glossaryLens/concepts');

/** Client to server: which glossaries apply to a document. */
export interface StatusParams {
  readonly uri?: string;
}
export interface Status {
  /** How many terms are looked for, abbreviations and other ways to write them included. */
  readonly terms: number;
  /** The nearest first. */
  readonly glossaries: readonly GlossaryStatus[];
  /** Why the document is left alone, where it is. */
  readonly quarantined?: string;
}
export interface GlossaryStatus {
  readonly uri: string;
  readonly name: string;
  /** Those that count here. */
  readonly concepts: number;
  /** How many more there are, in whose stead those of nearer glossaries count; none where it is left out. */
  readonly replaced?: number;
  readonly errors: number;
  readonly isShipped: boolean;
  /** Somebody switched it off: it does not apply. */
  readonly isOff?: boolean;
  /** Of a glossary from the web: how long ago the web last said that the copy is what it has, in seconds. */
  readonly age?: number;
  /** Why it is not read, or not read anew, in plain words that read after a colon. */
  readonly failure?: string;
  /** Its key in the addresses of its concepts. */
  readonly key?: string;
}
export const StatusRequest = request<StatusParams, Status>('glossaryLens/status');

/** Client to server: check files, whether they are open or not; the findings come as diagnostics. */
export interface CheckFilesParams {
  readonly uris: readonly string[];
}
export interface CheckedFiles {
  /** How many of them could be read and are in a language that is checked. */
  readonly checked: number;
  readonly findings: number;
}
export const CheckFilesRequest = request<CheckFilesParams, CheckedFiles>('glossaryLens/checkFiles');

/** Client to server: what a file, or the files of a folder, would become as a glossary of ours. Nothing is written. */
export interface ImportParams {
  /** Of the file or the folder. */
  readonly uri: string;
  /** The files of a folder, as URIs: a concept whose id an earlier one has gets another. */
  readonly files?: readonly string[];
  /** The id of the format to read it in; it is found out where none is named. */
  readonly as?: string;
  /** Which field each column of a table stands for, by their headings. */
  readonly columns?: readonly (readonly [heading: string, field: string])[];
}
export type ImportAnswer =
  | ImportPreview
  /** `reason` says in plain words why there is nothing to be imported. */
  | { readonly kind: 'refused'; readonly reason: string };
export interface ImportPreview {
  readonly kind: 'preview';
  /** The name of the format that it is written in. */
  readonly format: string;
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  readonly concepts: number;
  readonly terms: number;
  /** What each column of a table was taken for; null for nothing. */
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
  /** The first ones; `moreProblems` counts the others. */
  readonly problems: readonly ImportProblem[];
  readonly moreProblems: number;
  /** What it holds and a glossary of ours cannot keep. */
  readonly leftOut: readonly { readonly what: string; readonly count: number }[];
  readonly sample: readonly ImportedConcept[];
  /** All that is above but the text, as a Markdown page. */
  readonly markdown: string;
  /** The glossary in our own format, in YAML; null where it cannot be written. */
  readonly yaml: string | null;
}
export interface ImportProblem {
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  /** The name of the file, of a folder. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line: number;
}
export interface ImportedConcept {
  readonly term: string;
  readonly otherTerms: readonly string[];
  /** Plain text. */
  readonly definition: string;
}
export const ImportPreviewRequest = request<ImportParams, ImportAnswer>('glossaryLens/importPreview');

/** Client to server: the change of the nearest configuration that lists a glossary; null where it cannot be changed. */
export type ListGlossaryParams = Pick<ImportParams, 'uri' | 'as' | 'columns'>;
export interface ConfigurationChange {
  readonly uri: string;
  /** The file is there already. */
  readonly exists: boolean;
  /** None where the glossary is listed already. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}
export const ListGlossaryRequest = request<ListGlossaryParams, ConfigurationChange | null>('glossaryLens/listGlossary');

/** Server to client: glossaries have changed, so a status or a page asked for earlier may be out of date. */
export const GlossariesChangedNotification = 'glossaryLens/glossariesChanged';

/** Client to server: answered at once by a server that is well. */
export const PingRequest = request<undefined, null>('glossaryLens/ping');

/** Client to server: ask again for all glossaries on the web, however fresh their copies are; as after a new token. */
export const AskAgainRequest = request<undefined, null>('glossaryLens/askAgain');

/** Server to client: may a glossary be fetched from a host? The client asks the person, once for each host and session. */
export interface AllowHostParams {
  /** `glossary.acme.com`, or `host:port`. */
  readonly host: string;
  readonly url: string;
  /** The URI of what names the glossary. */
  readonly namedBy?: string;
}
export const AllowHostRequest = request<AllowHostParams, boolean>('glossaryLens/allowHost');

/** Server to client: the access token that the person keeps for a host; null where there is none. */
export interface TokenParams {
  readonly host: string;
}
export const TokenRequest = request<TokenParams, string | null>('glossaryLens/token');

/** Server to client, where the server has no disk: see `Storage` in host.ts. */
export interface ReadStoredParams {
  readonly key: string;
}
export interface WriteStoredParams extends ReadStoredParams {
  readonly bytes: Uint8Array;
}
export const ReadStoredRequest = request<ReadStoredParams, Uint8Array | null>('glossaryLens/readStored');
export const WriteStoredRequest = request<WriteStoredParams, null>('glossaryLens/writeStored');

/** Server to client, where the server has no file system of its own: see `Files` in host.ts. */
export interface FileParams {
  readonly uri: string;
}
export type FileAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string };
export type BytesAnswer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | Exclude<FileAnswer, { kind: 'text' }>;
export const ReadFileRequest = request<FileParams, FileAnswer>('glossaryLens/readFile');
export const ReadBytesRequest = request<FileParams, BytesAnswer>('glossaryLens/readBytes');
export const ListFolderRequest = request<FileParams, readonly string[]>('glossaryLens/listFolder');
/** The names of the files and of the folders in a folder; null where there is no such folder. */
export interface ContentsAnswer {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}
export const FolderContentsRequest = request<FileParams, ContentsAnswer | null>('glossaryLens/folderContents');
export const StampFileRequest = request<FileParams, string | null>('glossaryLens/stampFile');

function request<Params, Result>(method: string): RequestMethod<Params, Result> {
  return { method };
}
