import type { ColumnField } from './columnField';

/** What a heading is taken for, and how sure that is: of several columns for one field the lowest rank counts. */
export interface HeadingGuess {
  readonly field: ColumnField;
  readonly rank: number;
}

/** Guess which field a heading names, in any capitals and spelling of its words, with or without a remark in brackets. */
export function guessHeading(heading: string): HeadingGuess | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  guesses ??= makeGuesses();
  return guesses.get(plainHeading(heading)) ?? guesses.get(plainHeading(heading.replace(/[([（].*$/u, '')));
}

/** Give a heading as headings are compared: its letters and digits alone, in lower case and without accents. */
export function plainHeading(heading: string): string {
  return heading
    .slice(0, LONGEST_HEADING)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Longer ones are data. */
const LONGEST_HEADING = 60;

/** The surest names first; English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Chinese, Japanese, Korean. */
const NAMES: Readonly<Record<ColumnField, string>> = {
  term: `term, preferred term, preferred, terms, headword, prefLabel, word, phrase, name, title, concept, entry, label, keyword,
    lemma, use instead, use, say, prefer, correct, correct term; Begriff, Benennung, Bezeichnung, Vorzugsbenennung, Fachbegriff,
    Fachwort, Stichwort, Wort, Ausdruck, Titel; terme, terme préféré, mot, nom, titre, libellé; término, palabra, vocablo, nombre,
    título; termine, parola, nome; termo; woord, naam; термин, слово; 术语, 術語, 词条, 名称; 用語, 語; 용어`,
  full: `full form, full, expansion, expanded form, expanded, long form, long, stands for, spelled out, spelt out, full name, full
    term, long name, unabbreviated, in full; Langform, Vollform, steht für, ausgeschrieben, voller Name; forme longue, forme
    développée, forme complète, nom complet; forma completa, forma larga, nombre completo, desarrollo; forma estesa; volledig,
    voluit; расшифровка; 全称, 全稱; 正式名称`,
  abbreviations: `abbreviation, abbreviations, acronym, acronyms, initialism, initialisms, abbr, abbrev, abbrs, acro, short form,
    short, short name, short term; Abkürzung, Abkürzungen, Abkuerzung, Abk, Akronym, Kurzform, Kürzel, Kuerzel, Kurzbezeichnung;
    abréviation, abréviations, acronyme, acronymes, sigle, sigles, forme abrégée; abreviatura, abreviaturas, acrónimo, acrónimos,
    sigla, siglas; abbreviazione, abbreviazioni, acronimo, acronimi; abreviação, acrônimo; afkorting, afkortingen; сокращение,
    аббревиатура; 缩写, 縮寫, 简称; 略語, 略称; 약어`,
  also: `also, synonyms, synonym, aliases, alias, aka, also known as, alternatives, alternative, alternative terms, alternate
    names, alternative names, alt, alt labels, altLabel, variants, variant, other names, other terms, admitted, admitted terms,
    surface forms, plural, spellings; Synonyme, Synonyme Begriffe, auch, Varianten, alternative Bezeichnung, alternative
    Bezeichnungen; synonymes, synonyme, variantes, autres noms, alternatives; sinónimos, sinónimo, otros nombres; sinonimi,
    sinonimo, varianti; sinônimos; synoniemen, synoniem; синонимы, синоним; 同义词, 別名, 别名; 同義語, 類義語; 동의어`,
  avoid: `avoid, terms to avoid, aliases to avoid, deprecated, deprecated term, deprecated terms, forbidden, forbidden term,
    forbidden terms, do not use, don't use, not to use, disallowed, prohibited, banned, wrong, incorrect, incorrect term,
    misspellings, misspelling, instead of, not, hiddenLabel, rejected; vermeiden, nicht verwenden, verboten, verbotene Begriffe,
    unzulässig, falsch; à éviter, éviter, interdit, interdits, termes interdits, déconseillé; evitar, no usar, prohibido,
    prohibidos; evitare, non usare; vermijden, niet gebruiken; не использовать; 禁用; 非推奨`,
  meaning: `meaning, meanings, what it means; Bedeutung, Bedeutungen; signification, sens; significado, significados; significato;
    betekenis; значение; 含义, 意思; 意味; 의미`,
  definition: `definition, definitions, def, short definition, gloss, short description, summary, tooltip, definition text;
    Begriffsbestimmung, Begriffserklärung, Kurzbeschreibung, Kurzdefinition; définition, définitions; definición, definiciones;
    definizione, definizioni; definição; definitie; определение; 定义, 定義; 정의`,
  description: `description, desc, explanation, long description, details, detail, comment, comments, notes, note, remarks,
    remark, context, usage, usage note, usage notes, additional information, background, information, info, explication;
    Beschreibung, Erklärung, Erläuterung, Erläuterungen, Kommentar, Kommentare, Anmerkung, Anmerkungen, Bemerkung, Bemerkungen,
    Hinweis, Hinweise, Notiz, Notizen, Kontext; commentaire, commentaires, remarque, remarques, contexte; descripción, explicación,
    comentario, comentarios, nota, notas, observaciones, contexto; descrizione, spiegazione, commento, commenti, contesto;
    descrição, explicação; omschrijving, beschrijving, toelichting, opmerking, opmerkingen; описание, примечание; 说明, 描述, 备注;
    説明, 備考; 설명`,
  pronunciation: `pronunciation, pronounced, phonetic, phonetics, how to say it; Aussprache; prononciation; pronunciación;
    pronuncia; pronúncia; uitspraak; произношение; 发音; 発音, 読み方`,
  category: `category, categories, subject field, subject, domain, domains, topic, topics, area, field, business domain, theme,
    group, section, tags, tag; Kategorie, Kategorien, Fachgebiet, Sachgebiet, Themengebiet, Bereich, Thema, Domäne; catégorie,
    catégories, domaine, domaines, thème, sujet; categoría, categorías, dominio, ámbito, tema, área; categoria, ambito; domínio;
    categorie, domein, onderwerp; категория, область; 分类, 分類, 领域, 類別; カテゴリ, カテゴリー, 分野; 분류`,
  audience: `audience, audiences, for, readers, target audience; Zielgruppe, Zielgruppen; public, public cible; audiencia,
    público; destinatari; doelgroep; 対象`,
  plain: `plain, plain language, plain English, in plain language, in plain English, plain words; einfache Sprache, leichte
    Sprache; langage clair, langage simple; lenguaje claro; linguaggio semplice; eenvoudige taal`,
  examples: `examples, example, example sentence, example sentences, usage example, usage examples, sample, samples; Beispiel,
    Beispiele, Beispielsatz; exemple, exemples; ejemplo, ejemplos; esempio, esempi; exemplo, exemplos; voorbeeld, voorbeelden;
    пример, примеры; 例子, 示例; 例, 例文; 예`,
  related: `related, related terms, related concepts, related term, see also, see, cf, linked terms; siehe auch, siehe, verwandt,
    verwandte Begriffe, Verweise; voir aussi, voir, termes associés, termes liés, apparentés; véase también, ver también, véase,
    relacionados, términos relacionados; vedi anche, vedi, termini correlati; ver também; zie ook, verwante termen; см. также;
    相关, 相关术语; 関連, 関連語, 関連用語`,
  links: `links, link, url, urls, uri, href, website, web page, web, reference, references, source, sources, further reading,
    learn more, documentation, docs, hyperlink; Quelle, Quellen, Webseite; lien, liens, référence, références; enlace, enlaces,
    fuente, fuentes, vínculo; collegamento, fonte, fonti; fonte; bron, bronnen; ссылка, ссылки, источник; 链接, 来源; リンク, 出典`,
  id: `id, concept id, term id, entry id, identifier, slug, key, uid, uuid, anchor; Kennung, Schlüssel; identifiant; identificador;
    identificativo; идентификатор`,
  status: `status, term status, administrative status, admin status, usage status, state; Verwendung, Benennungsstatus; statut;
    estado; stato; статус; 状态; ステータス`,
  language: `language, lang, locale, language code; Sprache; langue; idioma, lengua; lingua; língua; taal; язык; 语言; 言語`,
  case: `case, case sensitive, case rule, match case; Großschreibung, Groß-/Kleinschreibung; casse; mayúsculas`,
  pos: `pos, part of speech, word class; Wortart; catégorie grammaticale, classe grammaticale; categoría gramatical; categoria
    grammaticale; woordsoort; часть речи; 词性; 品詞`,
};

/** Made with the first heading: most sessions have none. */
let guesses: ReadonlyMap<string, HeadingGuess> | undefined;

function makeGuesses(): ReadonlyMap<string, HeadingGuess> {
  const found = new Map<string, HeadingGuess>();
  for (const [field, names] of Object.entries(NAMES) as [ColumnField, string][]) {
    for (const [rank, name] of names.split(/[,;]/).entries()) {
      const plain = plainHeading(name);
      if (plain !== '' && !found.has(plain)) found.set(plain, { field, rank });
    }
  }
  return found;
}
