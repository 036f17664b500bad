import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol';

/** How an editor introduces itself, and how it answers what servers ask. */
export interface Editor {
  readonly params: Pick<InitializeParams, 'capabilities' | 'clientInfo' | 'initializationOptions'>;
  /** The version of a document when it opens. */
  readonly firstVersion: number;
  /** `rootUri` alone, as clients of old. */
  readonly hasFolders: boolean;
  readonly registrations: 'accepted' | 'refused' | 'unanswered';
  readonly configuration: 'answered' | 'refused' | 'unanswered';
}

const answering = { firstVersion: 1, hasFolders: true, registrations: 'accepted', configuration: 'answered' } as const;

/** VS Code with our own client. */
export const visualStudioCode: Editor = {
  ...answering,
  params: {
    clientInfo: { name: 'Visual Studio Code', version: '1.101.0' },
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        diagnostics: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      },
      textDocument: {
        hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
        definition: { dynamicRegistration: true, linkSupport: true },
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
        publishDiagnostics: {
          relatedInformation: true,
          versionSupport: false,
          codeDescriptionSupport: true,
          tagSupport: { valueSet: [1, 2] },
        },
        codeAction: {
          dynamicRegistration: true,
          isPreferredSupport: true,
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source.fixAll'] } },
        },
      },
    },
    initializationOptions: { client: { commandLinks: true } },
  },
};

/** Neovim 0.7: neither watches files nor answers questions for settings; versions count from 0. */
export const neovim: Editor = {
  ...answering,
  firstVersion: 0,
  params: {
    clientInfo: { name: 'Neovim', version: '0.7.2' },
    capabilities: {
      workspace: { workspaceFolders: true, applyEdit: true },
      textDocument: {
        hover: { dynamicRegistration: false, contentFormat: ['markdown', 'plaintext'] },
        definition: { linkSupport: true },
      },
    },
  },
};

/** ALE in Vim: plain text alone, and it does not say who it is. */
export const ale: Editor = {
  ...answering,
  params: {
    capabilities: {
      workspace: { applyEdit: false, workspaceFolders: false, configuration: false },
      textDocument: { hover: { contentFormat: ['plaintext'] }, definition: { linkSupport: false } },
    },
  },
};

/** CodeMirror's client: `rootUri` alone and no word on workspaces. */
export const codeMirror: Editor = {
  ...answering,
  firstVersion: 0,
  hasFolders: false,
  params: {
    clientInfo: { name: '@codemirror/lsp-client' },
    capabilities: { textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } },
  },
};

/** The least that a client may say. */
export const silentEditor: Editor = { ...answering, hasFolders: false, params: { capabilities: {} } };

/** An editor that differs from VS Code in a few things. */
export function visualStudioCodeWith(
  changes: Partial<Omit<Editor, 'params'>>,
  capabilities?: ClientCapabilities,
): Editor {
  const { params } = visualStudioCode;
  return {
    ...visualStudioCode,
    ...changes,
    params:
      capabilities === undefined ? params : { ...params, capabilities: { ...params.capabilities, ...capabilities } },
  };
}
