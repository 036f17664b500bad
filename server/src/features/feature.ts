import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import type { Edit, Finding } from '../analysis/finding';
import type { Occurrences } from '../analysis/occurrences';
import type { DiagnosticTraits } from '../findingDiagnostics';
import type { LineMap } from '../lsp';
import type { GlossaryStatus } from '../protocol';
import type { Settings } from '../settings';
import type { Terminology } from '../terminology/terminology';

/**
 * One request that the server answers: a value in the list of `index.ts`. A feature is a pure function of the context and
 * the request's parameters; it sees neither the connection nor the host, the session or another feature.
 */
export interface Feature<Params, Result> {
  /** The method of the request, ours or LSP's. */
  readonly method: string;
  /** What the server tells clients of it at `initialize`. */
  readonly capabilities: Partial<ServerCapabilities>;
  /** What the request is about: its context is made for that. */
  subject(params: Params): Subject;
  handle(context: Context, params: Params): Result;
  /** The answer is worth waiting for all glossaries, however long they take to be read; else what is there will do. */
  readonly isPatient?: true;
  /** Answered where `handle` fails, with the error in the log. */
  readonly fallback: Result;
}

/** A document, a glossary (by the key of a concept address), or nothing in particular. */
export type Subject = { readonly uri: string } | { readonly glossary: string } | undefined;

/** An immutable snapshot of all that a feature may know. */
export interface Context {
  /** The document the request is about, if it is open and not left alone. */
  readonly document: OpenDocument | undefined;
  /** What the glossaries say that apply to the subject. */
  readonly terminology: Terminology;
  /** How those glossaries are doing, the nearest first. */
  readonly glossaries: readonly GlossaryStatus[];
  /** The file that says how the document is checked, or the place for one; undefined outside of every workspace folder. */
  readonly configuration: ConfigurationFile | undefined;
  /** Give the edit that adds a concept, its definition left to be written, to the nearest glossary that can take it. */
  newConcept(term: string): NewConcept | undefined;
  /** Why the document is left alone, where it is. */
  readonly quarantined: string | undefined;
  readonly settings: Settings;
  readonly client: ClientTraits;
}

/** The edit of a glossary file that adds a concept. */
export interface NewConcept {
  readonly uri: string;
  /** The name of the glossary. */
  readonly glossary: string;
  readonly lines: LineMap;
  readonly edit: Edit;
}

/** A configuration file, or one that is not there yet: then its text is empty. */
export interface ConfigurationFile {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineMap;
  readonly exists: boolean;
}

export interface OpenDocument extends LineMap {
  readonly uri: string;
  readonly text: string;
  /** Where the terms of the terminology are used; undefined where the document is in no language that is read. */
  occurrences(): Occurrences | undefined;
  /** What checks have to say of its wording, in the order of the text. */
  findings(): readonly Finding[];
  /** What is wrong with it as a glossary, in the order of the text; nothing where it is none. */
  problems(): readonly Finding[];
  /** Give the edits that switch a check off where it finds something; undefined where no comment may stand. */
  ignoreOnLine(check: string, offset: number): readonly Edit[] | undefined;
  /** Give the edits that switch a check off in the whole document. */
  ignoreInFile(check: string, offset: number): readonly Edit[] | undefined;
}

/** What the client can do, as far as a feature cares. */
export interface ClientTraits {
  readonly hoverFormat: 'markdown' | 'plaintext';
  /** Cards may link to our own commands. */
  readonly commandLinks: boolean;
  /** `textDocument/definition` may say which part of the document the link stands for. */
  readonly definitionLinks: boolean;
  readonly diagnostics: DiagnosticTraits;
  /** Code actions may be more than commands. */
  readonly codeActions: boolean;
  /** Edits may make files. */
  readonly makesFiles: boolean;
}
