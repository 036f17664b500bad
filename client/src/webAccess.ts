import { ConfigurationTarget, commands, Disposable, type ExtensionContext, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  AllowHostRequest,
  AskAgainRequest,
  ReadStoredRequest,
  TokenRequest,
  WriteStoredRequest,
} from '../../server/src/protocol';
import { AccessTokens, tokenProblem } from './accessTokens';
import { HostConsent, readHost } from './hostConsent';
import type { LanguageServer } from './languageServer';
import { storedBytes } from './storedBytes';

export const SET_TOKEN_COMMAND = 'glossaryLens.setAccessToken';
export const REMOVE_TOKEN_COMMAND = 'glossaryLens.removeAccessToken';

/** What the person says of the web, for all servers of a session. */
export interface WebAccess {
  /** Answer what a server asks of the person. */
  serve(client: BaseLanguageClient): void;
  /** Register the commands for access tokens. */
  register(server: LanguageServer): Disposable;
}

/** Ask the person about hosts, keep their tokens, and copies of what was fetched. */
export function createWebAccess(context: ExtensionContext): WebAccess {
  const consent = createConsent(context);
  const tokens = createTokens(context);
  const stored = storedBytes(context.globalStorageUri);
  return {
    serve(client) {
      client.onRequest<boolean, void>(AllowHostRequest.method, (params: unknown) => consent.mayFetch(params));
      client.onRequest<string | null, void>(TokenRequest.method, (params: unknown) => tokens.tokenFor(params));
      client.onRequest<Uint8Array | null, void>(ReadStoredRequest.method, (params: unknown) => stored.read(params));
      client.onRequest<null, void>(WriteStoredRequest.method, (params: unknown) => stored.write(params));
    },
    register: (server) =>
      Disposable.from(
        commands.registerCommand(SET_TOKEN_COMMAND, () => setToken(tokens, server)),
        commands.registerCommand(REMOVE_TOKEN_COMMAND, () => removeToken(tokens, server)),
      ),
  };
}

function createConsent({ globalState }: ExtensionContext): HostConsent {
  const refused = () => globalState.get<readonly string[]>(REFUSED, []);
  return new HostConsent({
    isTrusted: () => workspace.isTrusted,
    async ask(host, namedBy) {
      const by = namedBy === undefined ? '' : `, named by ${namedBy}`;
      const question = `Glossary Lens would like to fetch a glossary from ${host}${by}.`;
      const choice = await window.showInformationMessage(question, 'Allow', 'Never', 'Not Now');
      if (choice === 'Allow') return 'allow';
      return choice === 'Never' ? 'never' : undefined;
    },
    async allow(host) {
      const settings = workspace.getConfiguration('glossaryLens');
      const { globalValue = [] } = settings.inspect<readonly string[]>('allowedHosts') ?? {};
      const hosts = Array.isArray(globalValue) ? globalValue : [];
      if (hosts.includes(host)) return;
      await settings.update('allowedHosts', [...hosts, host], ConfigurationTarget.Global);
    },
    refused,
    refuse: async (host) => globalState.update(REFUSED, [...refused(), host]),
  });
}

function createTokens({ globalState, secrets }: ExtensionContext): AccessTokens {
  return new AccessTokens({
    isTrusted: () => workspace.isTrusted,
    secrets,
    hosts: () => globalState.get<readonly string[]>(TOKEN_HOSTS, []),
    keepHosts: (hosts) => globalState.update(TOKEN_HOSTS, hosts),
  });
}

const REFUSED = 'glossaryLens.refusedHosts';
const TOKEN_HOSTS = 'glossaryLens.tokenHosts';

async function setToken(tokens: AccessTokens, server: LanguageServer): Promise<void> {
  const title = 'Set Access Token';
  const written = await window.showInputBox({
    title,
    prompt: 'The host that the token is for. It is sent nowhere else',
    placeHolder: 'glossary.acme.com',
    validateInput: (text) => (readHost(text) === undefined ? 'Enter a host, such as glossary.acme.com' : undefined),
  });
  const host = readHost(written);
  if (host === undefined) return;
  const token = await window.showInputBox({
    title,
    prompt: `The access token for ${host}`,
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => tokenProblem(text.trim()),
  });
  if (token === undefined) return;
  await tokens.set(host, token.trim());
  void window.showInformationMessage(`Glossary Lens keeps an access token for ${host}.`);
  await askAgain(server);
}

async function removeToken(tokens: AccessTokens, server: LanguageServer): Promise<void> {
  const { hosts } = tokens;
  if (hosts.length === 0) {
    void window.showInformationMessage('Glossary Lens keeps no access tokens.');
    return;
  }
  const host = await window.showQuickPick(hosts, { title: 'Remove Access Token', placeHolder: 'Of which host' });
  if (host === undefined) return;
  await tokens.remove(host);
  void window.showInformationMessage(`Glossary Lens keeps no access token for ${host} any more.`);
  await askAgain(server);
}

/** A server that is gone asks anew when it comes back. */
async function askAgain(server: LanguageServer): Promise<void> {
  await server.request(AskAgainRequest, undefined).catch(() => {});
}
