/** Tell whether the terms of a language bend as English ones do. */
export function isEnglish(language: string): boolean {
  return language === 'en' || language.startsWith('en-');
}

/** Tell whether a language is written in another script than Latin, so that the words in Latin letters are borrowed. */
export function hasOtherScript(language: string): boolean {
  const primary = primaryOf(language);
  const script = primary === language ? undefined : /-([a-z]{4})(?:-|$)/i.exec(language)?.[1];
  return script === undefined ? OTHER_SCRIPTS.has(primary) : script !== 'Latn';
}

/** Cut a BCP 47 tag down to its language. */
export function primaryOf(language: string): string {
  const end = language.indexOf('-');
  return end < 0 ? language : language.slice(0, end);
}

/** Languages whose usual script is not Latin, of those that technical documents are written in. */
const OTHER_SCRIPTS = new Set(
  (
    'am ar as be bg bn bo ckb dv dz el fa gu he hi hy ja ka kk km kn ko ks ky lo mai mk ml mn mr my ne or pa ps ru sa sd ' +
    'si sr ta te tg th ti ug uk ur yi yue zh'
  ).split(' '),
);
