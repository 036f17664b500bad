// A run of the suite in a workbench: what it reports goes to the terminal, its result is the exit code.
import process from 'node:process';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { after, Failure } from './script.mjs';

/** Milliseconds from opening the workbench to the suite's last line, enough for every test to wait in vain. */
const suiteLimit = 360_000;

/** What the suite's reporter begins its lines with, among all that VS Code logs. */
const mark = '[suite] ';

/** What a line of the suite begins with that asks for a click: the text of an entry in the list that is open, or opens. */
const choice = '[choose] ';

/** The same for Enter, in the box that has the text as its title. */
const confirmation = '[confirm] ';

/** Milliseconds until the list must be open. */
const listLimit = 15_000;

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
    const asked = line.slice(mark.length);
    if (asked.startsWith(choice)) return choose(page, asked.slice(choice.length));
    if (asked.startsWith(confirmation)) return confirm(page, asked.slice(confirmation.length));
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

/** Click an entry of a list. Where none comes, the suite misses what should follow, and says so. */
async function choose(page, text) {
  const entry = page.locator('.quick-input-widget:visible .quick-input-list-entry', { hasText: text }).first();
  await entry.click({ timeout: listLimit }).catch(() => console.log(`    no "${text}" in a list to click`));
}

async function confirm(page, title) {
  const box = page.locator('.quick-input-widget:visible', { hasText: title });
  await box
    .locator('input')
    .last()
    .press('Enter', { timeout: listLimit })
    .catch(() => console.log(`    no box "${title}" to confirm`));
}
