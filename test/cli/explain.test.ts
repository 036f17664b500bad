import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configurableChecks } from '../../server/src/analysis/checkList';
import type { CheckTraits } from '../../server/src/analysis/checks/check';
import { readCheckPage } from '../../server/src/cli/checkPages';
import { explanationOf, listOf } from '../../server/src/cli/explain';

const pages = path.join(__dirname, '../../docs/checks');

const deprecatedTerm: CheckTraits = {
  name: 'deprecated-term',
  defaultSeverity: 'warning',
  summary: 'A term that a glossary says not to use',
};
const density: CheckTraits = { name: 'term-density', defaultSeverity: 'off', summary: 'Too many terms' };

describe('explain', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-pages-'));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('lists checks in columns', () => {
    assert.equal(
      listOf([deprecatedTerm, density]),
      'deprecated-term  warning  A term that a glossary says not to use\nterm-density     off      Too many terms\n',
    );
    assert.equal(listOf([]), '');
  });

  it('shows the page of a check as plain text', async () => {
    const page =
      '# deprecated-term\n\nA term of *old*\nis used.\n\n## Wrong\n\n```markdown\n# We run **k8s**.\n```\n\n## Right\n\nUse [it](x.md).\n';
    writeFileSync(path.join(folder, 'deprecated-term.md'), page);
    assert.equal(
      await explanationOf(deprecatedTerm, folder),
      `deprecated-term
---------------

A term of old is used.

Wrong
-----

    # We run **k8s**.

Right
-----

Use it.`,
    );
  });

  it('says what it knows where there is no page', async () => {
    assert.equal(await explanationOf(density, folder), 'term-density\n------------\n\nToo many terms\n\nDefault: off');
  });

  for (const name of ['../explain.test', '', 'A', 'a/b', 'a.b', 'x'.repeat(62), 'no-such-check']) {
    it(`reads no page for the name "${name.slice(0, 20)}"`, () => assert.equal(readCheckPage(name, pages), undefined));
  }

  it('has a page for every check, which says its name and default severity', () => {
    for (const { name, defaultSeverity } of configurableChecks) {
      const page = readCheckPage(name, pages) ?? assert.fail(`docs/checks/${name}.md is missing`);
      assert.ok(page.startsWith(`# ${name}\n`), `docs/checks/${name}.md begins with its name`);
      const stated = /^\**Default:?\**:? *`?(\w+)/m.exec(page)?.[1];
      assert.equal(stated, defaultSeverity, `docs/checks/${name}.md says its default severity`);
    }
  });
});
