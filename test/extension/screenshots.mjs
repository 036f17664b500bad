// Takes the pictures of the documentation in the Node extension host: `node test/extension/screenshots.mjs [folder]`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './build.mjs';
import { launchBrowser } from './host/browser.mjs';
import { startNodeHost } from './host/nodeHost.mjs';
import { Failure, installAndSuiteLimit, runScript } from './host/script.mjs';
import { copyWorkspace } from './host/workspace.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { extension: { type: 'string', default: projectRoot } },
});
const pictures = path.resolve(positionals[0] ?? path.join(projectRoot, 'docs/images'));

const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Light Modern',
  'workbench.iconTheme': 'vs-seti',
  'workbench.layoutControl.enabled': false,
};
const windowSize = { width: 1000, height: 640 };

/** Milliseconds until VS Code must show something, and for which a mouse rests before it is moved again. */
const showLimit = 60_000;
const restTime = 2_000;
/** Milliseconds without a change after which the look of a window counts as settled. */
const stillness = 3_000;

await runScript({ name: 'The screenshots', limit: installAndSuiteLimit }, async (defer) => {
  const folder = copyWorkspace(defer);
  const host = await startNodeHost(defer, { settings, unattended: true });
  const browser = await launchBrowser(defer);
  const development = path.resolve(values.extension);
  mkdirSync(pictures, { recursive: true });

  const open = async (file) => {
    const page = await browser.newPage({ viewport: windowSize, deviceScaleFactor: 2 });
    await page.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    await page.goto(host.address({ folder, development, file: path.join(folder, file) }));
    await page.locator('.view-line').first().waitFor({ timeout: showLimit });
    await page.keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden', timeout: showLimit });
    await page.waitForFunction(isSettled, stillness, { timeout: showLimit });
    return page;
  };
  const save = async (page, name) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(pictures, name), animations: 'disabled' });
    console.log(path.join(pictures, name));
  };

  const readme = await open('README.md');
  const card = await hover(readme, 'K8s', 'Kubernetes');
  await save(readme, 'card.png');
  await card.getByText('pod', { exact: true }).click();
  await conceptPage(readme, 'pod');
  await save(readme, 'concept-page.png');
  await readme.close();

  const deployment = await open('deployment.yaml');
  await hover(deployment, 'pods', 'pod');
  await save(deployment, 'card-yaml.png');
  await deployment.close();

  for (const [file, place, word, title, picture] of [
    ['docs/every-release.md', 'Week 1300', 'load balancer', 'load balancer', 'card-large.png'],
    ['chart/templates/deployment.yaml', '', 'rolling update', 'rolling update', 'card-helm.png'],
    ['docs/ja/README.md', '', 'コントローラ', 'コントローラー', 'card-japanese.png'],
    ['docs/ar/README.md', '', 'موازن الأحمال', 'موازن الأحمال', 'card-arabic.png'],
  ]) {
    const page = await open(file);
    if (place !== '') await goTo(page, place);
    await hover(page, word, title);
    await save(page, picture);
    await page.close();
  }

  const handover = await open('docs/handover.md');
  await handover.locator('.squiggly-warning').first().waitFor({ timeout: showLimit });
  await goTo(handover, 'pod group');
  await quickFixes(handover, 'Replace with');
  await save(handover, 'findings.png');
  await handover.close();

  breakGlossary(path.join(folder, 'glossary.yaml'));
  const glossary = await open('glossary.yaml');
  await glossary.locator('.squiggly-error, .squiggly-warning').first().waitFor({ timeout: showLimit });
  await glossary.keyboard.press('Control+Shift+M');
  await glossary.locator('.markers-panel').getByText('pronunciation').first().waitFor({ timeout: showLimit });
  await save(glossary, 'problem.png');
  return 0;
});

/** Bring the first place with `text` to the screen, as people do: by searching for it. */
async function goTo(page, text) {
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+F');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.view-line', { hasText: text }).first().waitFor({ timeout: showLimit });
}

/** Whether the look of the window is settled: themes arrive one after the other, and each fades into the next. */
function isSettled(stillness) {
  const look = document.querySelector('.monaco-workbench').className;
  if (look !== globalThis.lastLook) Object.assign(globalThis, { lastLook: look, lookSince: performance.now() });
  return look.includes('vscode-theme-') && performance.now() - globalThis.lookSince > stillness;
}

/** Rest the mouse on `word` until a card with the heading `title` shows. */
async function hover(page, word, title) {
  const card = page.locator('.monaco-hover:visible', { has: page.getByRole('heading', { name: title }) }).first();
  const deadline = Date.now() + showLimit;
  while (Date.now() < deadline) {
    const { x, y } = await placeOf(page, word);
    await page.mouse.move(x + 200, y + 200);
    await page.mouse.move(x, y, { steps: 4 });
    const shown = await card.waitFor({ timeout: restTime }).then(
      () => true,
      () => false,
    );
    if (shown) return card;
  }
  throw new Failure(`No card came for ${word}.`);
}

/** Ask for the fixes at the cursor until the menu has one that begins with `title`. */
async function quickFixes(page, title) {
  const fix = page.getByText(title).first();
  const deadline = Date.now() + showLimit;
  while (Date.now() < deadline) {
    await page.keyboard.press('Control+.');
    const shown = await fix.waitFor({ timeout: restTime }).then(
      () => true,
      () => false,
    );
    if (shown) return;
    await page.keyboard.press('Escape');
  }
  throw new Failure(`No fix came that begins with ${title}.`);
}

/** Give the middle of the first `word` in the open editor, in pixels of the page. */
function placeOf(page, word) {
  return page.evaluate((text) => {
    const walker = document.createTreeWalker(document.querySelector('.view-lines'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // The editor writes spaces as no-break ones.
      const at = node.textContent.replaceAll('\u00a0', ' ').indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`"${text}" is not on the screen`);
  }, word);
}

/** Wait until the Markdown preview shows the page of a concept; it lives in a frame within a frame. */
async function conceptPage(page, title) {
  await page
    .frameLocator('iframe.webview.ready')
    .frameLocator('#active-frame')
    .getByRole('heading', { name: title, level: 1 })
    .waitFor({ timeout: showLimit });
  await page.mouse.move(windowSize.width / 2, windowSize.height - 5);
}

function breakGlossary(file) {
  const text = readFileSync(file, 'utf8');
  const broken = text.replace('pronunciation: LAWNCH-pad', 'pronounciation: LAWNCH-pad');
  if (broken === text) throw new Failure(`${file} has changed: there is nothing to break in it.`);
  writeFileSync(file, broken);
}
