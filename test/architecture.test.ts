import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/**
 * Who may import whom: a part of the tree, the parts of ours and the packages that it may name. A file belongs to the
 * longest part that its path begins with. What docs/architecture.md draws, this holds.
 */
const rules: readonly {
  readonly part: string;
  readonly ours: readonly string[];
  readonly packages: readonly string[];
}[] = [
  { part: 'server/src/text/', ours: [], packages: [] },
  {
    part: 'server/src/terminology/',
    ours: ['server/src/text/'],
    packages: [
      '@orama/stemmers/*',
      'irregular-plurals',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm-strikethrough',
      'mdast-util-gfm-table',
      'micromark-extension-gfm-strikethrough',
      'micromark-extension-gfm-table',
    ],
  },
  { part: 'server/src/languages/', ours: ['server/src/text/'], packages: [] },
  {
    part: 'server/src/formats/',
    ours: ['server/src/text/', 'server/src/terminology/'],
    packages: ['jsonc-parser/*', 'vscode-uri', 'yaml'],
  },
  {
    part: 'server/src/formats/tbx/',
    ours: ['server/src/text/', 'server/src/terminology/', 'server/src/formats/'],
    packages: ['saxes'],
  },
  {
    part: 'server/src/analysis/',
    ours: ['server/src/text/', 'server/src/terminology/', 'server/src/languages/'],
    packages: [],
  },
  {
    part: 'server/src/analysis/glossaryChecks/',
    ours: [
      'server/src/text/',
      'server/src/terminology/',
      'server/src/languages/',
      'server/src/formats/',
      'server/src/analysis/',
    ],
    packages: [],
  },
  {
    part: 'server/src/configuration/',
    ours: [
      'server/src/text/',
      'server/src/formats/',
      'server/src/analysis/finding',
      'server/src/analysis/policy',
      'server/src/sources/readReferences',
      'server/src/sources/reference',
    ],
    packages: ['vscode-uri'],
  },
  {
    part: 'server/src/sources/',
    ours: [
      'server/src/text/',
      'server/src/terminology/',
      'server/src/formats/',
      'server/src/configuration/glob',
      'server/src/configuration/limits',
      'server/src/host',
      'server/src/ignoreRules',
      'server/src/keptFiles',
      'server/src/loadedGlossary',
      'server/src/turns',
      'server/src/workspaceFolders',
    ],
    packages: ['vscode-languageserver-textdocument', 'vscode-uri'],
  },
  {
    part: 'server/src/features/',
    ours: [
      'server/src/analysis/',
      'server/src/terminology/',
      'server/src/text/',
      'server/src/configuration/',
      'server/src/findingDiagnostics',
      'server/src/lsp',
      'server/src/protocol',
      'server/src/settings',
    ],
    packages: ['vscode-languageserver-protocol'],
  },
  { part: 'server/src/protocol', ours: [], packages: ['vscode-languageserver-protocol'] },
  {
    part: 'server/src/settings',
    ours: [
      'server/src/analysis/finding',
      'server/src/formats/records/languageTag',
      'server/src/sources/reference',
      'server/src/sources/web/pins',
    ],
    packages: [],
  },
  { part: 'server/src/host', ours: ['server/src/text/'], packages: [] },
  { part: 'server/src/lsp', ours: ['server/src/text/'], packages: ['vscode-languageserver-protocol'] },
  {
    part: 'server/src/',
    ours: ['server/src/'],
    packages: [
      'ignore',
      'vscode-languageserver',
      'vscode-languageserver-protocol',
      'vscode-languageserver-textdocument',
      'vscode-uri',
    ],
  },
  {
    part: 'server/src/node/',
    ours: ['server/src/clientFiles', 'server/src/host', 'server/src/server', 'server/src/sources/', 'server/src/text/'],
    packages: ['node:*', 'vscode-languageserver/node', 'vscode-uri'],
  },
  {
    part: 'server/src/browser/',
    ours: [
      'server/src/clientFiles',
      'server/src/clientStorage',
      'server/src/host',
      'server/src/server',
      'server/src/text/',
    ],
    packages: ['vscode-languageserver/browser'],
  },
  {
    part: 'server/src/cli/',
    ours: ['server/src/'],
    packages: [
      'commander',
      'fflate',
      'get-east-asian-width',
      'nanotar',
      'node:*',
      'picomatch',
      'sarif',
      'vscode-languageserver-textdocument',
      'vscode-uri',
    ],
  },
  { part: 'client/src/', ours: ['server/src/protocol'], packages: ['vscode', 'vscode-languageclient'] },
  {
    part: 'client/src/node/',
    ours: ['client/src/'],
    packages: ['node:*', 'vscode', 'vscode-languageclient/node'],
  },
  { part: 'client/src/browser/', ours: ['client/src/'], packages: ['vscode', 'vscode-languageclient/browser'] },
];

/** Only these may name an environment; the compiler holds it too, with `types: []` everywhere else. */
const entries = [
  'server/src/node/',
  'server/src/browser/',
  'server/src/cli/',
  'client/src/node/',
  'client/src/browser/',
];

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
);

function partOf(file: string): string {
  const parts = rules.map(({ part }) => part).filter((part) => file.startsWith(part));
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** The modules that a file names, ours as paths from the root. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const imports = /^(?:import|export|\})[^'\n]*\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(imports)].map(([, named, loaded]) => {
    const name = named ?? loaded ?? '';
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  });
}

function isAllowed(file: string, imported: string): boolean {
  const part = partOf(file);
  const rule = rules.find((candidate) => candidate.part === part);
  if (rule === undefined) return false;
  if (!/^(?:server|client)\//.test(imported)) {
    return rule.packages.some((name) =>
      name.endsWith('*') ? imported.startsWith(name.slice(0, -1)) : imported === name,
    );
  }
  const isInside = part.endsWith('/') && `${imported}/`.startsWith(part);
  return isInside || rule.ours.some((allowed) => `${imported}/`.startsWith(allowed));
}

describe('the architecture', () => {
  it('has files to look at', () => assert.ok(files.length > 40));

  for (const file of files) {
    it(`${file} imports only what its place allows`, () => {
      assert.deepEqual(
        importsOf(file).filter((imported) => !isAllowed(file, imported)),
        [],
      );
    });
  }

  it('keeps features apart: each imports nothing of its folder but the interface and the links', () => {
    const shared = ['server/src/features/feature', 'server/src/features/conceptLinks'];
    const list = 'server/src/features/index.ts';
    for (const file of files.filter((name) => name.startsWith('server/src/features/') && name !== list)) {
      const others = importsOf(file).filter(
        (name) => name.startsWith('server/src/features/') && !shared.includes(name),
      );
      assert.deepEqual(others, [], file);
    }
  });

  it('names an environment in the entries alone', () => {
    const inner = files.filter((file) => !entries.some((entry) => file.startsWith(entry)));
    const offenders = inner.filter((file) => importsOf(file).some((name) => name.startsWith('node:')));
    assert.deepEqual(offenders, []);
  });

  it('asks the web in two places alone', () => {
    const web = /^node:(?:https?|http2|net|tls|dns|dgram)(?:\/|$)/;
    const askers = files.filter((file) => importsOf(file).some((name) => web.test(name)));
    assert.deepEqual(askers, ['server/src/node/network.ts', 'server/src/node/proxy.ts']);
  });

  it('starts processes in one place alone, and that is git', () => {
    const starters = files.filter((file) => importsOf(file).includes('node:child_process'));
    assert.deepEqual(starters, ['server/src/cli/check/git.ts']);
  });

  it('has no circle of imports', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .map(resolve)
          .filter((name) => name !== undefined),
      ]),
    );
    assert.deepEqual(findCircle(graph), undefined);
  });

  it('has no drawer for everything', () => {
    const drawers = /(?:^|\/)(?:utils?|common|misc|helpers?|types)(?:\/|\.ts$)/;
    assert.deepEqual(
      files.filter((file) => drawers.test(file)),
      [],
    );
  });

  it('uses no name of a package that the product does not ship', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(dependencies, undefined, 'everything is bundled, so nothing is installed with it');
  });
});

function resolve(imported: string): string | undefined {
  return [`${imported}.ts`, `${imported}/index.ts`].find((name) => files.includes(name));
}

/** Find files that import each other in a circle, by taking away again and again those that import nothing left. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const left = new Map(graph);
  for (;;) {
    const free = [...left].filter(([, imports]) => imports.every((name) => !left.has(name)));
    for (const [file] of free) left.delete(file);
    if (left.size === 0) return undefined;
    if (free.length === 0) return [...left.keys()];
  }
}
