import type { WebDefaults } from '../host';
import { readHost } from '../sources/web/address';

/**
 * Read what a person says of the web to all programs: `GLOSSARY_LENS_ALLOWED_HOSTS` has hosts, `GLOSSARY_LENS_TOKEN` has
 * `host=token`, both with spaces or commas between them. Tokens are read when one is asked for, and kept nowhere.
 */
export function webDefaults(environment: Readonly<Record<string, string | undefined>>): WebDefaults {
  return {
    allowedHosts: wordsOf(environment.GLOSSARY_LENS_ALLOWED_HOSTS),
    token(host) {
      for (const word of wordsOf(environment.GLOSSARY_LENS_TOKEN)) {
        const at = word.indexOf('=');
        if (at > 0 && readHost(word.slice(0, at)) === host) return word.slice(at + 1) || undefined;
      }
      return undefined;
    },
  };
}

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
}
