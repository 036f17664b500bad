// A run of the suite in a workbench: what it reports goes to the terminal, its result is the exit code.
import process from 'node:process';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { after, Failure } from './script.mjs';

/** Milliseconds from opening the workbench to the suite's last line, enough for every test to wait in vain. */
const suiteLimit = 360_000;

/** What the suite's reporter begins its lines with, among all that VS Code logs. */
const mark = '[suite] ';

/** Open the workbench at `address`, whose tests report through VS Code's hooks for automation; give their exit code. */
export async function runSuite(defer, address) {
  const browser = await launchBrowser(defer);
  const page = await browser.newPage({ viewport: { width: 1200, height: 750 } });
  await page.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  if (process.env.VERBOSE) page.on('console', (message) => console.error('[page]', message.text()));
  let totals = false;
  await page.exposeFunction('codeAutomationLog', (_level, args) => {
    const line = format(...args);
    if (!line.startsWith(mark)) return;
    totals ||= /\d+ passed, \d+ failed/.test(line);
    console.log(line.slice(mark.length));
  });
  const result = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.goto(address);
  const code = await Promise.race([result, after(suiteLimit, 'late')]);
  if (code === 'late') throw new Failure(`The suite did not end within ${suiteLimit / 1000} s.`);
  if (!totals) throw new Failure('VS Code ended without running the suite; VERBOSE=1 shows its log.');
  return code === 0 ? 0 : 1;
}
