// The browser that shows the workbench: an installed one, or else one that can be installed here.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { Unavailable } from './script.mjs';

/** Seconds for which Debian's package manager waits where another process holds its lock. */
const lockTimeout = 300;

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const programFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

const applications = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ].flatMap((file) => programFolders.map((variable) => path.join(process.env[variable] ?? 'C:/', file))),
};

/** Start a headless browser, installing one where there is none and it may be. */
export async function launchBrowser(defer) {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? installBrowser(),
    args: ['--disable-gpu', '--no-first-run', '--disable-component-update', '--disable-sync'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  defer(() => browser.close());
  return browser;
}

function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (isProgram(named)) return named;
    throw new Unavailable(`CHROMIUM names ${named}, which is not a program.`);
  }
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => commands.map((command) => path.join(folder, command)));
  return [...onPath, ...(applications[process.platform] ?? []), downloadedBrowser()].find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function downloadedBrowser() {
  return chromium.executablePath();
}

function installBrowser() {
  if (canUseApt()) {
    console.log("No browser found: installing Debian's chromium …");
    const prefix = process.getuid() === 0 ? [] : ['sudo', '--non-interactive'];
    const apt = [...prefix, 'apt-get', '-o', `DPkg::Lock::Timeout=${lockTimeout}`];
    run([...apt, 'update']) && run([...apt, 'install', '--yes', '--no-install-recommends', 'chromium']);
  }
  if (findBrowser() === undefined) {
    console.log("No browser found: downloading Playwright's chromium …");
    run([process.execPath, createRequire(import.meta.url).resolve('playwright-core/cli.js'), 'install', 'chromium']);
  }
  const browser = findBrowser();
  if (browser === undefined) {
    throw new Unavailable('it needs Chrome, Chromium or Edge; CHROMIUM may name one in an unusual place.');
  }
  return browser;
}

/** Ubuntu's package of that name only points to a snap, which cannot read the profile of an automated run. */
function canUseApt() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  if (/^ID="?ubuntu"?$/m.test(readFileSync('/etc/os-release', 'utf8'))) return false;
  return process.getuid() === 0 || spawnSync('sudo', ['--non-interactive', 'true']).status === 0;
}

function run([command, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
