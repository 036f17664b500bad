import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { htmlReport } from '../../../../server/src/cli/report/htmlReport';
import type { ConceptUsage } from '../../../../server/src/cli/report/usageReport';
import { reportWith } from '../reports';

const programs = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];

const names = [...Array(20).keys()].map((number) => `term ${String.fromCharCode(97 + ((number * 7) % 20))}`);
const source = htmlReport.write(
  reportWith({
    concepts: names.map((term, index) => conceptOf(term, 1000 - index * 50)),
    abbreviations: [
      {
        abbreviation: 'PDB',
        uses: 1,
        documents: 1,
        first: { path: 'a.md', line: 1 },
        sentence: 'The <b>PDB</b> waits.',
        expansion: undefined,
      },
    ],
  }),
  100,
  { isStyled: false, width: 80 },
);

describe('the page in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;

  before(async function () {
    const executablePath = programs.find((program) => program !== undefined && existsSync(program));
    if (executablePath === undefined) {
      console.log('      skipped: there is no browser');
      this.skip();
    }
    const { chromium } = await import('playwright-core');
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });

  after(() => browser?.close());

  /** Do something on the page; nothing that it says or asks for may be out of order. */
  async function on(options: Parameters<Browser['newPage']>[0], act: (page: Page) => Promise<void>): Promise<void> {
    const page = await browser.newPage(options);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => complaints.push(request.url()));
    try {
      await page.setContent(source);
      await act(page);
      assert.deepEqual(complaints, []);
    } finally {
      await page.close();
    }
  }

  const rowNames = (page: Page) => page.locator('#concepts tbody th').allTextContents();

  it('shows the first rows of a long table, and all of them on demand', () =>
    on({}, async (page) => {
      assert.deepEqual(await rowNames(page), names.slice(0, 12));
      await page.getByRole('button', { name: 'Show all 20' }).click();
      assert.deepEqual(await rowNames(page), names);
    }));

  it('sorts by names and by numbers, up and down', () =>
    on({}, async (page) => {
      await page.getByRole('button', { name: 'Show all 20' }).click();
      const title = page.locator('#concepts thead th').first();
      await title.getByRole('button').click();
      assert.deepEqual(await rowNames(page), names.toSorted());
      assert.equal(await title.getAttribute('aria-sort'), 'ascending');
      await title.getByRole('button').click();
      assert.deepEqual(await rowNames(page), names.toSorted().toReversed());
      const uses = page.locator('#concepts thead').getByRole('button', { name: 'Uses' });
      await uses.click();
      assert.deepEqual(await rowNames(page), names);
      await uses.click();
      assert.deepEqual(await rowNames(page), names.toReversed());
      assert.equal(await title.getAttribute('aria-sort'), null);
    }));

  it('shows the rows that hold a text, those of a short table, too', () =>
    on({}, async (page) => {
      await page.getByRole('searchbox').fill('TERM s');
      assert.deepEqual(await rowNames(page), ['term s']);
      await page.getByRole('searchbox').fill('');
      assert.equal((await rowNames(page)).length, 12);
    }));

  it('selects or copies the records', () =>
    on({}, async (page) => {
      await page.getByText('Records to paste').click();
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('button', { name: /Copied|Selected/ }).waitFor();
      assert.match((await page.locator('pre').textContent()) ?? '', /# a\.md:1: The <b>PDB<\/b> waits\./);
    }));

  it('shows everything where no scripts run', () =>
    on({ javaScriptEnabled: false }, async (page) => {
      assert.deepEqual(await rowNames(page), names);
      assert.equal(await page.getByRole('button').count(), 0);
    }));

  for (const width of [320, 390, 768, 1440]) {
    it(`is no wider than a window of ${width} pixels`, () =>
      on({ viewport: { width, height: 800 } }, async (page) => {
        assert.ok((await page.evaluate('document.documentElement.scrollWidth')) === width);
      }));
  }

  it('allows its own look', () =>
    on({}, async (page) => {
      assert.equal(await page.evaluate('getComputedStyle(document.body).marginTop'), '0px');
    }));
});

function conceptOf(term: string, uses: number): ConceptUsage {
  const first = { path: 'docs/a.md', line: 1 };
  return { term, category: 'Terms', glossary: 'Team', uses, usesInCode: 0, documents: 1, first, terms: [] };
}
