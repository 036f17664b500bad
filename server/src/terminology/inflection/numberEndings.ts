import type { Stemmer } from './stemmer';

/**
 * Make a stemmer of the endings in which singular and plural of a Romance language differ, all the forms that a noun has:
 * what the stemmers of search engines take off besides makes one word of `controlador`, `controlar` and `control`.
 */
export function numberStemmer(language: RomanceLanguage): Stemmer {
  const endings = NUMBER_ENDINGS[language];
  const bare = language === 'es' || language === 'pt' ? withoutStress : (word: string) => word;
  return (word) => endings.reduce((stem, [ending, replacement]) => stem.replace(ending, replacement), bare(word));
}

type RomanceLanguage = 'es' | 'fr' | 'it' | 'pt';

type Endings = readonly (readonly [ending: RegExp, replacement: string])[];

/** Taken off one after the other, from singular and plural alike, so that both come out the same. */
const NUMBER_ENDINGS: Readonly<Record<RomanceLanguage, Endings>> = {
  // contenedor(es), clase(s), voz and voces, imagen and imágenes, clúster and clusters.
  es: [
    [/s$/, ''],
    [/e$/, ''],
    [/z$/, 'c'],
  ],
  // conteneur(s), réseau(x), canal and canaux, travail and travaux.
  fr: [
    [/s$/, ''],
    [/ux$/, 'u'],
    [/(?<!e)au$|ail$/, 'al'],
  ],
  // nodo and nodi, immagine and immagini, tecnologia and tecnologie, pacco and pacchi, pod and pods.
  it: [
    [/(?<=[^aeiou])s$/, ''],
    [/[aeio]$/, ''],
    [/[hi]$/, ''],
  ],
  // contêiner(es), aplicação and aplicações, imagem and imagens, nível and níveis, perfil and perfis.
  pt: [
    [/s$/, ''],
    [/(?:ão|ãe|õe)$/, 'õ'],
    [/il$/, 'i'],
    [/l$/, 'i'],
    [/m$/, 'n'],
    [/e$/, ''],
  ],
};

/** Take off acute and circumflex, which come and go with the plural in es and pt; tilde and cedilla are parts of letters. */
function withoutStress(word: string): string {
  return /[^a-z]/.test(word)
    ? word
        .normalize('NFD')
        .replace(/[\u0301\u0302]/g, '')
        .normalize('NFC')
    : word;
}
