/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE_LENGTH = 20_000;

/**
 * Tell in which language a text is written, of those that are known here (BCP 47 primary languages): by function words, which
 * make up a third of any text. Where they do not tell, in a few words, it is the one that is `likely`, if there is but one.
 */
export function languageOfText(text: string, likely: ReadonlySet<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const [word] of text.slice(0, SAMPLE_LENGTH).matchAll(/\p{L}+/gu)) {
    for (const language of LANGUAGES.get(word.toLowerCase()) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  if (first !== undefined && first[1] > (second?.[1] ?? 0)) return first[0];
  const [only, another] = likely;
  return another === undefined ? only : undefined;
}

/** Tell whether a word in lower case is a function word of some language: it says little by itself. */
export function isFunctionWord(word: string): boolean {
  return LANGUAGES.has(word);
}

/** Words of each language that stand in nearly every paragraph of it. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  de: 'der die das und ist nicht mit ein eine einen für auf wird werden sie sich zu von den dem im oder auch als',
  en: 'the of and to a is in that for it with are be this can you on as by or an from not',
  es: 'el la los las de que y en un una por con para se es su del no como más o al',
  fr: 'le la les des et est une pour que dans un sur avec vous par ce du pas qui au ne ou',
  hi: 'के में है की और को से का एक हैं यह पर करने लिए कि जो आप भी या',
  it: 'il di che è per una un non sono con del della le gli in si la dei come o nel',
  nl: 'de het een van en is dat op te zijn voor met die niet in aan er om ook als',
  pt: 'o a de que e do da em um para com não uma os no se na por mais as dos como ao você',
  ru: 'и в не на что с по для это как из к или от при он вы может если',
  sv: 'och att det som en på är av för med den till inte om ett har kan du',
  uk: 'і в не на що з та для це як або від до у є ви може якщо при',
};

const LANGUAGES: ReadonlyMap<string, readonly string[]> = byWord();

function byWord(): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
    for (const word of words.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
}
