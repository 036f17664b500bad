import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, unzipSync } from 'fflate';
import { parseTar } from 'nanotar';
import type { BundledGlossary, ExtensionIdentity } from '../../../server/src/cli/bundle/bundled';
import { whyNoIcon } from '../../../server/src/cli/bundle/icon';
import { npmPackage } from '../../../server/src/cli/bundle/npmPackage';
import { readmeOf } from '../../../server/src/cli/bundle/readme';
import { vsix } from '../../../server/src/cli/bundle/vsix';

const glossaries: readonly BundledGlossary[] = [
  { path: 'glossaries/acme.json', name: 'Acme & Söhne', language: 'en', concepts: 2, text: '{"concepts":[]}\n' },
  { path: 'glossaries/acme-de.json', name: 'Acme <de>', language: 'de', concepts: 1, text: '{"language":"de"}\n' },
];

const identity: ExtensionIdentity = {
  name: 'acme-glossary',
  publisher: 'acme',
  displayName: 'Acme & "friends" <glossary>',
  description: 'What we say at Acme,\nand how.',
  version: '1.2.3',
  license: 'CC-BY-4.0',
  licenseText: 'Take it.',
  readme: '# Acme\n',
  repository: 'https://example.com/acme?a=1&b=2',
  icon: png(128, 128),
  bringsGlossaryLens: true,
};

/** The head of a PNG file, which is all that is looked at. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

describe('vsix', () => {
  const files = unzipSync(vsix(identity, glossaries));
  const textOf = (name: string) => new TextDecoder().decode(files[name]);

  it('holds the glossaries, what people read, and no code', () => {
    assert.deepEqual(Object.keys(files).sort(), [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/README.md',
      'extension/glossaries/acme-de.json',
      'extension/glossaries/acme.json',
      'extension/icon.png',
      'extension/package.json',
    ]);
    assert.equal(textOf('extension/glossaries/acme.json'), glossaries[0]?.text);
    const manifest = JSON.parse(textOf('extension/package.json'));
    assert.equal('main' in manifest || 'browser' in manifest || 'activationEvents' in manifest, false);
  });

  it('contributes its glossaries, and brings Glossary Lens where that is asked for', () => {
    const manifest = JSON.parse(textOf('extension/package.json'));
    assert.deepEqual(manifest.contributes, {
      glossaryLens: {
        glossaries: [
          { path: './glossaries/acme.json', name: 'Acme & Söhne' },
          { path: './glossaries/acme-de.json', name: 'Acme <de>' },
        ],
      },
    });
    assert.deepEqual(manifest.extensionDependencies, ['glossary-lens.glossary-lens']);
    const alone = unzipSync(vsix({ ...identity, bringsGlossaryLens: false }, glossaries));
    const manifestAlone = JSON.parse(new TextDecoder().decode(alone['extension/package.json']));
    assert.equal('extensionDependencies' in manifestAlone, false);
  });

  it('is read by the tool that publishes extensions', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-vsix-'));
    const file = path.join(folder, 'acme.vsix');
    writeFileSync(file, vsix(identity, glossaries));
    const { readVSIXPackage } = createRequire(import.meta.url)('@vscode/vsce/out/zip.js');
    const { manifest, xmlManifest } = await readVSIXPackage(file);
    rmSync(folder, { recursive: true });
    assert.equal(manifest.name, 'acme-glossary');
    const [metadata] = xmlManifest.PackageManifest.Metadata;
    assert.deepEqual(
      { ...metadata.Identity[0].$ },
      {
        Language: 'en-US',
        Id: 'acme-glossary',
        Version: '1.2.3',
        Publisher: 'acme',
      },
    );
    assert.equal(metadata.DisplayName[0], 'Acme & "friends" <glossary>');
    const assets: readonly { readonly $: { readonly Path: string } }[] = xmlManifest.PackageManifest.Assets[0].Asset;
    for (const { $ } of assets) assert.ok(files[$.Path] !== undefined, `${$.Path} is in the archive`);
  });

  it('is the same bytes for the same input, in every time zone', () => {
    const known = process.env.TZ;
    const made = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((zone) => {
      process.env.TZ = zone;
      return Buffer.from(vsix(identity, glossaries)).toString('base64');
    });
    if (known === undefined) delete process.env.TZ;
    else process.env.TZ = known;
    assert.equal(new Set(made).size, 1);
  });
});

describe('npmPackage', () => {
  const made = npmPackage({ ...identity, name: '@acme/glossary' }, glossaries);
  const files = new Map(parseTar(gunzipSync(made)).map(({ name, text }) => [name, text]));

  it('holds the glossaries, what people read, and no code', () => {
    assert.deepEqual([...files.keys()].sort(), [
      'package/LICENSE.txt',
      'package/README.md',
      'package/glossaries/acme-de.json',
      'package/glossaries/acme.json',
      'package/package.json',
    ]);
    const manifest = JSON.parse(files.get('package/package.json') ?? '');
    assert.deepEqual(manifest.glossaryLens, {
      glossaries: ['./glossaries/acme.json', './glossaries/acme-de.json'],
    });
    assert.equal('main' in manifest || 'scripts' in manifest || 'bin' in manifest, false);
    assert.equal(files.get('package/glossaries/acme-de.json'), glossaries[1]?.text);
  });

  it('is the same bytes for the same input', () => {
    const again = npmPackage({ ...identity, name: '@acme/glossary' }, glossaries);
    assert.equal(Buffer.compare(Buffer.from(again), Buffer.from(made)), 0);
  });
});

describe('readmeOf', () => {
  it('lists the glossaries, whatever their names hold', () => {
    const page = readmeOf('Acme', [{ ...(glossaries[0] as BundledGlossary), name: 'a | b\n# <b>' }], true);
    assert.match(page, /\| a \\\| b \\# \\<b\\> \| en \| 2 \|/);
  });
});

describe('whyNoIcon', () => {
  const rows: readonly (readonly [title: string, bytes: Uint8Array, reason: string | undefined])[] = [
    ['a picture of the right size', png(256, 128), undefined],
    ['one that is too small', png(128, 64), 'it has 128 × 64 pixels, and galleries ask for 128 × 128 or more'],
    ['a text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>     '), 'it is no PNG file'],
    ['the beginning of a picture', png(128, 128).subarray(0, 20), 'it is no PNG file'],
    ['nothing', new Uint8Array(0), 'it is no PNG file'],
  ];
  for (const [title, bytes, reason] of rows) it(title, () => assert.equal(whyNoIcon(bytes), reason));
});
