import { type Command, Disposable, LanguageStatusSeverity, languages, Uri, window } from 'vscode';
import { type Status, StatusRequest } from '../../server/src/protocol';
import { CHOOSE_COMMAND, LOG_COMMAND, RESTART_COMMAND } from './commands';
import { documentSelector, isPage } from './documents';
import type { LanguageServer } from './languageServer';
import { describeStatus, type StatusAction } from './statusText';

/** Show beside the language of a document how many terms are looked for in it, and what is wrong. */
export function showStatus(server: LanguageServer): Disposable {
  const item = languages.createLanguageStatusItem('glossaryLens', documentSelector);
  item.name = 'Glossary Lens';
  let question = 0;

  async function update(): Promise<void> {
    const number = ++question;
    const { state } = server;
    const document = window.activeTextEditor?.document;
    if (document !== undefined && (languages.match(documentSelector, document) === 0 || isPage(document))) return;
    const params = document === undefined ? {} : { uri: document.uri.toString() };
    const status = state === 'running' ? await server.request(StatusRequest, params).catch(() => undefined) : undefined;
    if (number === question) show(status);
  }

  function show(status: Status | undefined): void {
    const { text, detail, severity, isBusy, action } = describeStatus(server.state, status);
    item.text = text;
    item.detail = detail;
    item.severity = severities[severity];
    item.busy = isBusy;
    item.command = commandFor(action);
    item.accessibilityInformation = { label: `Glossary Lens: ${text}. ${detail}` };
  }

  show(undefined);
  return Disposable.from(
    item,
    server.onDidChangeState(update),
    server.onDidChangeGlossaries(update),
    window.onDidChangeActiveTextEditor(update),
  );
}

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
} as const;

function commandFor(action: StatusAction): Command {
  switch (action.kind) {
    case 'chooseGlossaries':
      return { command: CHOOSE_COMMAND, title: action.forReason ? 'Show Why' : 'Choose Glossaries' };
    case 'restart':
      return { command: RESTART_COMMAND, title: 'Restart' };
    case 'showLog':
      return { command: LOG_COMMAND, title: 'Show Log' };
    case 'openFile':
      return { command: 'vscode.open', title: 'Open Glossary', arguments: [Uri.parse(action.uri)] };
  }
}
