import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { formatNamed, formats } from '../../server/src/formats';
import { cspellWriter } from '../../server/src/formats/cspell/writer';
import type { GlossaryWriter } from '../../server/src/formats/format';
import { nativeFormat } from '../../server/src/formats/native';
import { textlintWriter } from '../../server/src/formats/textlint/writer';
import { valeWriter } from '../../server/src/formats/vale/writer';
import type { GlossaryContent } from '../../server/src/terminology/glossary';
import { anyConcepts } from './anyGlossary';

const root = path.join(import.meta.dirname, '../..');

const GLOSSARY = `name: acme platform
owner: Docs
concepts:
  - term: allowlist
    avoid: [{ term: whitelist, reason: it says nothing of what it does }, safe list]
    definition: Addresses that may reach a service.
    related: [GitHub]
  - term: GitHub
    avoid: [{ term: Github, case: exact }]
    definition: A place that keeps source code.
    description: More.
  - term: kubelet
    also: [podminder]
    abbreviations: [KBL]
    definition: It starts pods.
    category: Ours
  - term: { term: Go, case: exact }
    avoid: [{ term: GOLANG, case: exact }]
    definition: A language.
  - term: C++
    avoid: [C/C++]
    definition: A language.
  - term: control plane
    avoid: [kontroller]
    definition: It steers.
`;

function contentOf(text: string): GlossaryContent {
  const { glossary, problems } = nativeFormat.read({ uri: '', text, defaultName: '' });
  assert.deepEqual(problems, []);
  assert.ok(glossary);
  return glossary;
}

function filesOf(writer: GlossaryWriter, text = GLOSSARY): ReadonlyMap<string, string> {
  return new Map(writer.write(contentOf(text)).files.map((file) => [file.path, file.text]));
}

function leftOutOf(writer: GlossaryWriter): readonly string[] {
  return writer.write(contentOf(GLOSSARY)).leftOut.map(({ what, count }) => `${count} ${what}`);
}

const FIELDS = [
  '1 the owner',
  '6 definitions',
  '1 descriptions',
  '1 categories',
  '1 related concepts',
  '1 reasons of terms to avoid',
];

describe('what is written for Vale', () => {
  it('is a style and a vocabulary, named for the glossary', () => {
    assert.deepEqual(Object.fromEntries(filesOf(valeWriter)), {
      'config/vocabularies/AcmePlatform/accept.txt': `(?i)allowlist
(?i)allowlists
GitHub
GitHubs
(?i)kubelet
(?i)kubelets
KBL
KBLs
(?i)podminder
(?i)podminders
Go
Gos
C\\+\\+
(?i)control plane
(?i)control planes
`,
      'AcmePlatform/Terms.yml': `extends: substitution
message: Use '%s' instead of '%s'.
level: warning
ignorecase: true
action:
  name: replace
swap:
  whitelist: allowlist
  whitelists: allowlists
  safe list: allowlist
  safe lists: allowlists
  kontroller: control plane
  kontrollers: control planes
`,
      'AcmePlatform/TermsExact.yml': `extends: substitution
message: Use '%s' instead of '%s'.
level: warning
ignorecase: false
action:
  name: replace
swap:
  Github: GitHub
  Githubs: GitHubs
  GOLANG: Go
  GOLANGs: Gos
`,
      'AcmePlatform/Acronyms.yml': `extends: conditional
message: "'%s' has no explanation."
level: suggestion
ignorecase: false
first: \\b([A-Z]{3,5})\\b
second: (?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)
exceptions:
  - KBL
`,
    });
  });

  it('lists what Vale has no place for', () => {
    assert.deepEqual(leftOutOf(valeWriter), [...FIELDS, '1 terms to avoid that begin or end with a sign']);
  });

  const names: readonly (readonly [name: string, folder: string])[] = [
    ['Acme platform', 'AcmePlatform'],
    ['../../etc', 'Etc'],
    ['config', 'Glossary'],
    ['???', 'Glossary'],
    ['用語集', '用語集'],
    ['con', 'Glossary'],
  ];
  for (const [name, folder] of names) {
    it(`calls the folder of ${name} ${folder}`, () => {
      const [file] = valeWriter.write({ ...contentOf(GLOSSARY), name }).files;
      assert.equal(file?.path, `config/vocabularies/${folder}/accept.txt`);
    });
  }

  it('is YAML with patterns that find what is avoided and nothing else, whatever the terms', () => {
    fc.assert(
      fc.property(anyConcepts, (concepts) => {
        for (const { path: name, text } of valeWriter.write({ uri: '', name: 'x', language: 'en', concepts }).files) {
          if (name.endsWith('accept.txt')) {
            for (const line of text.split('\n'))
              assert.doesNotThrow(() => new RegExp(line.replace(/^\(\?i\)/, '')), line);
            continue;
          }
          const { swap } = parse(text);
          for (const [pattern, preferred] of Object.entries(swap ?? {})) {
            assert.equal(typeof preferred, 'string');
            const found = new RegExp(`^(?:${pattern})$`).exec(pattern.replaceAll(/\\(.)/g, '$1'));
            assert.ok(found, pattern);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is written for CSpell', () => {
  it('is a configuration with the words, those to avoid and those to put aside', () => {
    assert.deepEqual(JSON.parse(filesOf(cspellWriter).get('cspell.glossary.json') ?? ''), {
      version: '0.2',
      name: 'acme platform',
      words: [
        ...['C', 'GitHub', 'GitHubs', 'Go', 'Gos', 'KBL', 'KBLs', 'allowlist', 'allowlists', 'control'],
        ...['kubelet', 'kubelets', 'plane', 'planes', 'podminder', 'podminders'],
      ],
      flagWords: [
        'whitelist->allowlist',
        'whitelists->allowlists',
        'GOLANG->Go',
        'GOLANGs->Gos',
        'kontroller->control plane',
        'kontrollers->control planes',
      ],
      suggestWords: ['podminder->kubelet'],
    });
  });

  it('lists what CSpell has no place for', () => {
    assert.deepEqual(leftOutOf(cspellWriter), [
      ...FIELDS,
      '3 terms to avoid that are more than one word, or hold signs',
      '2 terms to avoid that other terms hold, or that only capitals tell apart',
    ]);
  });

  it('is accepted by CSpell, which finds what is avoided and knows the words', () => {
    withFiles(
      {
        'cspell.glossary.json': filesOf(cspellWriter).get('cspell.glossary.json') ?? '',
        'cspell.json': JSON.stringify({ version: '0.2', import: ['./cspell.glossary.json'] }),
        'page.md':
          'The kubelets and the podminder of GitHub ask the allowlist.\n\nThe Whitelist of a kontroller, and a qwrtzplk.\n',
      },
      (folder) => {
        const { stdout, stderr } = spawnSync(
          process.execPath,
          [
            path.join(root, 'node_modules/cspell/bin.mjs'),
            'lint',
            '--no-progress',
            '--no-color',
            '--show-suggestions',
            '--no-gitignore',
            'page.md',
          ],
          { cwd: folder, encoding: 'utf8' },
        );
        assert.match(stdout, /page\.md:3:5 - Forbidden word \(Whitelist\).*allowlist/i, stderr);
        assert.match(stdout, /page\.md:3:20 - Forbidden word \(kontroller\).*control plane/);
        assert.match(stdout, /page\.md:3:38 - Unknown word \(qwrtzplk\)/);
        assert.equal(stdout.trim().split('\n').length, 3, stdout);
      },
    );
  }).timeout(20_000);
});

describe('what is written for textlint', () => {
  it('is a list of names and of what to write instead', () => {
    assert.deepEqual(JSON.parse(filesOf(textlintWriter).get('terms.json') ?? ''), [
      'GitHub',
      ['whitelist', 'allowlist'],
      ['whitelists', 'allowlists'],
      ['safe list', 'allowlist'],
      ['safe lists', 'allowlists'],
      ['Github', 'GitHub'],
      ['Githubs', 'GitHubs'],
      ['kontroller', 'control plane'],
      ['kontrollers', 'control planes'],
    ]);
  });

  it('is empty where there is nothing to say', () => {
    assert.equal(filesOf(textlintWriter, '- { term: pod, definition: d }').get('terms.json'), '[]\n');
  });

  it('lists what the rule has no place for', () => {
    assert.deepEqual(leftOutOf(textlintWriter), [
      ...FIELDS,
      '6 terms that only their capitals tell apart from other words',
    ]);
  });

  it('is accepted by the rule, which finds what is avoided and mends it', () => {
    const terms = filesOf(textlintWriter).get('terms.json') ?? '';
    const { messages, output } = textlint(
      terms,
      'On github, the whitelists are long. Go on with GitHub and allowlists.\n',
    );
    assert.deepEqual(messages, [
      'Incorrect term: “github”, use “GitHub” instead',
      'Incorrect term: “whitelists”, use “allowlists” instead',
    ]);
    assert.equal(output, 'On GitHub, the allowlists are long. Go on with GitHub and allowlists.\n');
  }).timeout(20_000);

  it('is accepted by the rule whatever the terms, and finds nothing in a page without them', () => {
    const concepts = fc.sample(anyConcepts, 40).flat();
    const { files } = textlintWriter.write({ uri: '', name: 'x', language: 'en', concepts });
    const { messages } = textlint(files[0]?.text ?? '', 'Qwrtz plk.\n');
    assert.deepEqual(messages, []);
  }).timeout(20_000);
});

describe('formats for word checkers', () => {
  for (const id of ['vale', 'cspell', 'textlint']) {
    it(`${id} is written by name and never read`, async () => {
      const format = formatNamed(id);
      assert.ok(format);
      assert.equal(format.reader, undefined);
      assert.deepEqual(format.extensions, []);
      assert.equal(format.recognises({ uri: 'a.json', text: '[]' }), false);
      const writer = await format.writer?.();
      const once = writer?.write(contentOf(GLOSSARY));
      assert.ok((once?.files.length ?? 0) > 0);
      assert.deepEqual(writer?.write(contentOf(GLOSSARY)), once);
    });
  }

  it('write any glossary', () => {
    const writers = [valeWriter, cspellWriter, textlintWriter];
    fc.assert(
      fc.property(anyConcepts, (concepts) => {
        for (const writer of writers) {
          const { files } = writer.write({ uri: '', name: 'x', language: 'en', concepts });
          for (const { path: name, text } of files) {
            assert.match(name, /^[\w/.]+$/);
            if (name.endsWith('.json')) assert.doesNotThrow(() => JSON.parse(text));
          }
        }
      }),
      { numRuns: 50 },
    );
    assert.ok(formats.length > 3);
  });
});

/** Run the rule `terminology` of textlint with the given terms over a page. */
function textlint(terms: string, page: string): { readonly messages: readonly string[]; readonly output: string } {
  let result: { messages: readonly string[]; output: string } | undefined;
  withFiles({ 'terms.json': terms, 'page.md': page }, (folder) => {
    const rule = { terms: path.join(folder, 'terms.json'), defaultTerms: false };
    writeFileSync(path.join(folder, '.textlintrc.json'), JSON.stringify({ rules: { terminology: rule } }));
    const run = (...flags: readonly string[]) =>
      spawnSync(
        process.execPath,
        [
          path.join(root, 'node_modules/textlint/bin/textlint.js'),
          '--config',
          path.join(folder, '.textlintrc.json'),
          ...flags,
          path.join(folder, 'page.md'),
        ],
        { cwd: root, encoding: 'utf8' },
      );
    const { stdout, stderr } = run('--format', 'json');
    assert.ok(stdout.startsWith('['), stdout + stderr);
    const [{ messages }] = JSON.parse(stdout);
    const { stdout: output } = run('--fix', '--dry-run', '--format', 'fixed-result');
    result = { messages: messages.map(({ message }: { message: string }) => message), output };
  });
  assert.ok(result);
  return result;
}

function withFiles(files: Readonly<Record<string, string>>, use: (folder: string) => void): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'glossary-lens-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
