import type { BundledGlossary } from './bundled';

/** Write the page of a package whose makers wrote none. */
export function readmeOf(displayName: string, glossaries: readonly BundledGlossary[], isExtension: boolean): string {
  const rows = glossaries.map(({ name, language, concepts }) => `| ${cell(name)} | ${language} | ${concepts} |`);
  const use = isExtension
    ? 'Install it beside [Glossary Lens](https://marketplace.visualstudio.com/items?itemName=glossary-lens.glossary-lens): ' +
      'its terms show when you point at them in Markdown and YAML.'
    : 'Name it in `glossary-lens.yaml`, as `npm:` and the name of this package, for everybody who works on the repository.';
  const table = ['| glossary | language | concepts |', '| --- | --- | --- |', ...rows];
  return [`# ${cell(displayName)}`, use, table.join('\n')].join('\n\n').concat('\n');
}

/** Keep what a name holds from marking anything up. */
function cell(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|&!]/gu, '\\$&');
}
