// Takes the picture of docs/report.md from the sample documents: `node test/cli/report/screenshot.mjs`, after a build.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../../extension/host/browser.mjs';
import { runScript } from '../../extension/host/script.mjs';

const root = path.join(import.meta.dirname, '../../..');
const picture = path.join(root, 'docs/images/report.png');
/** Pixels; as high as the figures and the charts. */
const viewport = { width: 1120, height: 1290 };
const limit = 120_000;

await runScript({ name: 'The picture of the report', limit }, async (defer) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-report-'));
  defer(() => rmSync(folder, { recursive: true }));
  const page = path.join(folder, 'report.html');
  const command = [path.join(root, 'dist/cli/main.js'), 'report', '--name', 'Acme shop', '-o', page];
  const cwd = path.join(import.meta.dirname, 'fixtures/shop');
  const { status } = spawnSync(process.execPath, command, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`The report could not be made: ${status}`);
  const browser = await launchBrowser(defer);
  const tab = await browser.newPage({ viewport });
  await tab.goto(pathToFileURL(page).href);
  await tab.screenshot({ path: picture });
  console.log(picture);
});
