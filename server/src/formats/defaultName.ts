import { URI, Utils } from 'vscode-uri';

/** A glossary that does not name itself is called by the first part of its file's name, `glossary.yaml` by its folder. */
export function defaultNameOf(uri: string): string {
  const file = URI.parse(uri);
  const [first = ''] = Utils.basename(file).split('.');
  const isGeneral =
    first === '' || first.toLowerCase() === 'glossary' || Utils.basename(Utils.dirname(file)).startsWith('.');
  return isGeneral ? Utils.basename(folderOf(file)) || first : first;
}

/** A hidden folder says nothing: `.contextive/definitions.yml` is called by the folder that holds it. */
function folderOf(file: URI): URI {
  const folder = Utils.dirname(file);
  return Utils.basename(folder).startsWith('.') ? Utils.dirname(folder) : folder;
}
