import { strict as assert } from 'node:assert';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { inertMessage } from '../../../server/src/cli/formats/inertText';
import { markdownFormat } from '../../../server/src/cli/formats/markdown';
import {
  commandsIn,
  finding,
  hostileChecks,
  hostilePaths,
  hostileRun,
  manyFindings,
  run,
  unseenIn,
  variedRun,
} from './runs';

const terminal = { isStyled: true, width: 80 };

describe('the format markdown', () => {
  it('counts by check, then shows findings by file', () => {
    assert.equal(
      markdownFormat.write(variedRun, terminal),
      `## Glossary Lens

4 findings in 2 of 12 files: 1 error, 1 warning, 1 information, 1 hint. 3 known findings kept quiet.

### Files that are not checked: 1

- docs/binary.md: it is not UTF-8 text

| check | errors | warnings | information | hints |
| --- | ---: | ---: | ---: | ---: |
| deprecated-term | 1 | 1 | 0 | 1 |
| undefined-abbreviation | 0 | 0 | 1 | 0 |

### docs/guide.md

- 3:8 error: Use "Kubernetes" instead of "k8s" (deprecated-term)
- 9:5 information: Nothing explains "VPA" (undefined-abbreviation)

### docs/öffnen & schließen.md

- 1:3 warning: Use "Kubernetes" instead of "k8s" (deprecated-term)
- 4:1 hint: Use "Kubernetes" instead of "k8s" (deprecated-term)
`,
    );
  });

  it('says in a line that nothing is found', () => {
    assert.equal(markdownFormat.write(run({}), terminal), '## Glossary Lens\n\n12 files checked, nothing found.\n');
  });

  it('stays shorter than GitHub takes, and says how many it leaves out', () => {
    const wide = finding('⟦x⟧', { message: '使'.repeat(400) });
    const output = markdownFormat.write(run({ 'a.md': Array.from({ length: 5_000 }, () => wide) }), terminal);
    const bytes = Buffer.byteLength(output);
    assert.ok(bytes < 1_048_576 && bytes > 900_000, `${bytes} bytes`);
    const shown = output.match(/^- 3:1 /gm)?.length ?? 0;
    assert.ok(shown > 0);
    assert.ok(
      output.endsWith(
        `_${(5_000 - shown).toLocaleString('en')} findings left out, as GitHub takes no longer summary._\n`,
      ),
    );
  });

  it('shows all that fits', () => {
    const output = markdownFormat.write(run({ 'a.md': manyFindings(100) }), terminal);
    assert.equal(output.match(/^- 3:1 /gm)?.length, 400);
    assert.ok(!output.includes('left out'));
  });

  it('lets documents and names of files mark nothing up, run no command, and steer nothing', () => {
    for (const hostile of [hostileRun, hostilePaths, hostileChecks]) {
      const output = markdownFormat.write(hostile, terminal);
      assert.deepEqual(commandsIn(output), []);
      assert.deepEqual(unseenIn(output), []);
      const { children } = fromMarkdown(output, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
      const nodes: Nodes[] = [...children];
      for (const node of nodes) if ('children' in node) nodes.push(...node.children);
      // An address that a document writes out may become a link to nothing but itself.
      const links = nodes.filter((node) => node.type === 'link');
      for (const link of links) assert.ok(link.url.endsWith(textOf(link)), link.url);
      const ours = ['link', 'heading', 'paragraph', 'text', 'list', 'listItem', 'table', 'tableRow', 'tableCell'];
      assert.deepEqual(
        nodes.filter(({ type }) => !ours.includes(type)),
        [],
      );
      assert.deepEqual(
        nodes.filter(({ type }) => type === 'listItem').map((item) => textOf(item)),
        [
          ...hostile.unreadable.map(({ path, reason }) => `${shown(path)}: ${shown(reason)}`),
          ...hostile.files.flatMap(({ findings }) =>
            findings.map(
              ({ check, start, message }) =>
                `${start.line}:${start.column} warning: ${shown(message)} (${shown(check)})`,
            ),
          ),
        ],
      );
    }
  });
});

/** A text as a reader sees it: on one line, with an escape for what is not seen. */
function shown(text: string): string {
  return inertMessage(text).replaceAll('\\u0023', '#');
}
