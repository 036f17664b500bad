// VS Code's workbench as static files, with no server behind it: extensions run in a Web Worker, the workspace is in memory.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { Failure } from './script.mjs';
import { installVSCode, markdownWebBuild, vscodeModules, vscodeRoot } from './vscode.mjs';

const contentTypes = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** code-server's workbench always connects to a server and keeps settings there; these two replacements undo both. */
const workbenchReplacements = [
  ['{...JSON.parse(o),remoteAuthority:location.host}', 'JSON.parse(o)'],
  [
    'P.file(this.userDataPath).with({scheme:J.vscodeRemote})',
    'P.file(this.userDataPath).with({scheme:J.vscodeUserData})',
  ],
];

/**
 * Serve the workbench on a free loopback port and give its address. It runs the extension in the folder `extension`
 * and, of that in the folder `suite`, the entry `tests` (a name without `.js`), beside the one in the folder `other` if given.
 */
export async function startWebHost(defer, { extension, suite, other, tests, settings = {} }) {
  await installVSCode(defer);
  const workbench = await adaptedWorkbench();
  const folders = new Map([
    ['/extension/', extension],
    ['/suite/', suite],
    ...(other === undefined ? [] : [['/other/', other]]),
    ['/vscode/node_modules/', vscodeModules],
    ['/vscode/extensions/markdown-language-features/dist/browser/', markdownWebBuild],
    ['/vscode/', vscodeRoot],
  ]);
  const server = createServer(async (request, response) => {
    const pathname = requestedPath(request);
    if (pathname === '/')
      return send(response, '.html', page(request.headers.host, { tests, settings, hasOther: other !== undefined }));
    if (pathname === '/vscode/out/vs/code/browser/workbench/workbench.js') return send(response, '.js', workbench);
    const file = await findFile(folders, pathname);
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': contentTypes[path.extname(file)] ?? 'text/plain' });
      return createReadStream(file).pipe(response);
    }
    // code-server leaves out the web builds of VS Code's own extensions; the tests need none but Markdown's.
    if (/^\/vscode\/extensions\/.*\.js$/.test(pathname)) return send(response, '.js', 'exports.activate = () => {};');
    if (process.env.VERBOSE) console.error(`Not served: ${pathname}`);
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  defer(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/`;
}

async function adaptedWorkbench() {
  let text = await readFile(path.join(vscodeRoot, 'out/vs/code/browser/workbench/workbench.js'), 'utf8');
  for (const [from, to] of workbenchReplacements) {
    if (!text.includes(from)) throw new Failure(`The web host must be adapted to this VS Code: no "${from}" in it.`);
    text = text.replace(from, () => to);
  }
  return text;
}

function requestedPath(request) {
  try {
    return decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return '';
  }
}

async function findFile(folders, pathname) {
  for (const [prefix, folder] of folders) {
    const file = path.join(folder, pathname.slice(prefix.length));
    const inside = pathname.startsWith(prefix) && file.startsWith(path.join(folder, path.sep));
    if (inside && (await stat(file).catch(() => undefined))?.isFile()) return file;
  }
  return undefined;
}

function send(response, extension, text) {
  response.writeHead(200, { 'content-type': contentTypes[extension] }).end(text);
}

function page(host, { tests, settings, hasOther }) {
  const uri = (pathname) => ({ scheme: 'http', authority: host, path: pathname });
  const configuration = {
    folderUri: { scheme: 'tmp', authority: '', path: '/acme-payments' },
    userDataPath: '/user',
    enableWorkspaceTrust: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    webviewEndpoint: `http://${host}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
    productConfiguration: { enableTelemetry: false },
    configurationDefaults: {
      'chat.disableAIFeatures': true,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'workbench.startupEditor': 'none',
      ...settings,
    },
    developmentOptions: {
      extensions: [uri('/extension'), uri('/suite'), ...(hasOther ? [uri('/other')] : [])],
      extensionTestsPath: uri(`/suite/${tests}`),
    },
  };
  const attribute = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <title>Glossary Lens</title>
  <meta id="vscode-workbench-web-configuration" data-settings="${attribute}">
  <link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vscode/out/';</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>
</html>
`;
}
