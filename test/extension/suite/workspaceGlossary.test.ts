import { DiagnosticSeverity, type TextDocument } from 'vscode';
import { equal, match, ok } from './assert';
import { edit, hover, open, positionOf, problems, write } from './workbench';

describe("the workspace's glossary", () => {
  let glossary: TextDocument;
  let original: string;

  before(async () => {
    glossary = await open('glossary.yaml');
    original = glossary.getText();
  });

  afterEach(async () => {
    await write(glossary, original);
    await problems('a glossary without problems', glossary, (found) => found.length === 0);
  });

  it('has no problems as it is', async () => {
    await hover(await open('README.md'), 'Launchpad');
    await problems('no problem', glossary, (found) => found.length === 0);
  });

  it('takes effect when it is edited', async () => {
    const readme = await open('README.md');
    await hover(readme, 'ledger lag');
    await edit(glossary, 'The seconds between a payment', 'The minutes between a payment');
    await hover(readme, 'ledger lag', { saying: 'The minutes between a payment' });
  });

  it('takes effect when a term is added', async () => {
    const readme = await open('README.md');
    await write(glossary, `${original}\n  - term: release log\n    definition: The page that lists what went out.\n`);
    const card = await hover(readme, 'release log', { saying: 'what went out' });
    equal(card.highlighted, 'release log', 'the highlighted text');
  });

  it('shows an unknown field at its place, and its good concepts still work', async () => {
    await edit(glossary, 'pronunciation: LAWNCH-pad', 'pronounciation: LAWNCH-pad');
    const [problem] = await problems('a problem', glossary, (found) => found.length > 0);
    ok(problem, 'no problem');
    equal(glossary.getText(problem.range), 'pronounciation', 'the place');
    match(problem.message, 'pronunciation', 'the suggestion');
    match((await hover(await open('README.md'), 'quiet week')).markdown, 'only fixes', 'the definition');
  });

  it('shows where it cannot be read, and keeps the last good concepts', async () => {
    const readme = await open('README.md');
    await hover(readme, 'Launchpad');
    await edit(glossary, 'also: [release page]', 'also: [release page');
    const found = await problems('an error', glossary, (all) =>
      all.some(({ severity }) => severity === DiagnosticSeverity.Error),
    );
    const line = positionOf(glossary, 'also: [release page').line;
    ok(
      found.some(({ range }) => range.start.line >= line && range.start.line <= line + 1),
      `no problem at line ${line}: ${JSON.stringify(found)}`,
    );
    match((await hover(readme, 'Launchpad')).markdown, 'The web page where Acme', 'the definition');
  });
});
