import { xmlDocument, xmlElement, xmlText } from '../formats/xml';
import type { ExtensionIdentity } from './bundled';

/** What a manifest says besides who made the extension. Paths are those in the archive. */
export interface VsixContents {
  readonly engine: string;
  readonly keywords: readonly string[];
  readonly categories: readonly string[];
  readonly dependencies: readonly string[];
  readonly readme: string;
  readonly license: string | undefined;
  readonly icon: string | undefined;
}

/** Write the manifest of a VSIX archive, which galleries and editors read before the extension's own. */
export function vsixManifest(identity: ExtensionIdentity, contents: VsixContents): string {
  const { name, displayName, description, version, publisher, repository } = identity;
  const { license, icon } = contents;
  const properties = [
    property('Code.Engine', contents.engine),
    property('Code.ExtensionDependencies', contents.dependencies.join(',')),
    property('Code.ExtensionPack', ''),
    // An extension without code runs everywhere.
    property('Code.ExtensionKind', 'ui,workspace,web'),
    ...(repository === undefined ? [] : [property('Services.Links.Source', repository)]),
    property('Services.GitHubFlavoredMarkdown', 'true'),
    property('Services.Content.Pricing', 'Free'),
  ];
  const metadata = [
    xmlElement('Identity', { Language: 'en-US', Id: name, Version: version, Publisher: publisher }),
    textElement('DisplayName', displayName),
    textElement('Description', description),
    textElement('Tags', [...contents.keywords, '__web_extension'].join(',')),
    textElement('Categories', contents.categories.join(',')),
    textElement('GalleryFlags', 'Public'),
    xmlElement('Properties', {}, properties),
    ...(license === undefined ? [] : [textElement('License', license)]),
    ...(icon === undefined ? [] : [textElement('Icon', icon)]),
  ];
  const assets = [
    asset('Code.Manifest', 'extension/package.json'),
    asset('Services.Content.Details', contents.readme),
    ...(license === undefined ? [] : [asset('Services.Content.License', license)]),
    ...(icon === undefined ? [] : [asset('Services.Icons.Default', icon)]),
  ];
  const target = xmlElement('InstallationTarget', { Id: 'Microsoft.VisualStudio.Code' });
  return xmlDocument(
    xmlElement('PackageManifest', { Version: '2.0.0', xmlns: SCHEMA }, [
      xmlElement('Metadata', {}, metadata),
      xmlElement('Installation', {}, [target]),
      xmlElement('Dependencies', {}),
      xmlElement('Assets', {}, assets),
    ]),
  );
}

const SCHEMA = 'http://schemas.microsoft.com/developer/vsx-schema/2011';

function property(id: string, value: string): string {
  return xmlElement('Property', { Id: `Microsoft.VisualStudio.${id}`, Value: value });
}

function asset(type: string, path: string): string {
  return xmlElement('Asset', { Type: `Microsoft.VisualStudio.${type}`, Path: path, Addressable: 'true' });
}

/** White space between tags would count. */
function textElement(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

/** Write the list of media types that an archive of this kind must have. */
export function contentTypes(): string {
  const types = [
    ['json', 'application/json'],
    ['md', 'text/markdown'],
    ['png', 'image/png'],
    ['txt', 'text/plain'],
    ['vsixmanifest', 'text/xml'],
  ];
  const defaults = types.map(([extension, type]) =>
    xmlElement('Default', { Extension: `.${extension}`, ContentType: type ?? '' }),
  );
  return xmlDocument(
    xmlElement('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, defaults),
  );
}
