import type { GlossaryFormat } from './format';
import { nativeFormat } from './native';

export { isGlossaryFile } from './fileNames';

/** All formats that glossaries are read from; the first is for files whose extension is nobody's. */
export const formats: readonly [GlossaryFormat, ...GlossaryFormat[]] = [nativeFormat];

/** Find the format that reads a file, by its extension. */
export function formatOf(uri: string): GlossaryFormat {
  const path = pathOf(uri).toLowerCase();
  return formats.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension))) ?? formats[0];
}

function pathOf(uri: string): string {
  const end = uri.search(/[?#]/);
  return end === -1 ? uri : uri.slice(0, end);
}
