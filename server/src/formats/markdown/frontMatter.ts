/** What stands above a page between `---` lines. */
export interface FrontMatter {
  /** Its YAML; empty, at the start of the text, where there is none. */
  readonly start: number;
  readonly yamlEnd: number;
  /** Where the page begins. */
  readonly end: number;
  /** Its title as one line says it, without quotes. */
  readonly title: string | undefined;
}

/** Find the front matter of a page by its lines; blank lines and a mark of byte order may stand before it. */
export function openFrontMatter(text: string): FrontMatter {
  const opening = /^[\uFEFF\s]{0,20}---[ \t]*\r?\n/.exec(text.slice(0, 200))?.[0];
  const none = { start: 0, yamlEnd: 0, end: text.startsWith('\uFEFF') ? 1 : 0, title: undefined };
  if (opening === undefined) return none;
  const start = opening.length;
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m;
  for (let lineStart = start; lineStart < text.length && lineStart - start < LONGEST; ) {
    const lineBreak = text.indexOf('\n', lineStart);
    const lineEnd = lineBreak < 0 ? text.length : lineBreak;
    if (lineEnd - lineStart < 50 && closing.test(text.slice(lineStart, lineEnd))) {
      const end = Math.min(lineEnd + 1, text.length);
      return { start, yamlEnd: lineStart, end, title: titleIn(text.slice(start, lineStart)) };
    }
    lineStart = lineEnd + 1;
  }
  return none;
}

/** More characters are no front matter: a rule at the start of a page, and another one at its end. */
const LONGEST = 100_000;

/** The names that glossaries give the title, in the languages that they are translated into. */
export const TITLES = [
  'title',
  'term',
  'शीर्षक',
  'título',
  'titulo',
  'titre',
  'titel',
  'titolo',
  'заголовок',
  '标题',
  '標題',
  'タイトル',
  '제목',
] as const;

function titleIn(yaml: string): string | undefined {
  for (const line of yaml.split('\n')) {
    const colon = line.slice(0, 30).indexOf(':');
    const key = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!TITLES.some((title) => title === key)) continue;
    const value = line.slice(colon + 1, colon + 500).trim();
    return value.replace(/^(["'])(.*)\1$/, '$2') || undefined;
  }
  return undefined;
}

/** Tell whether the name of a file or its title says that it is a whole glossary. */
export function isGlossaryTitle(uri: string, title: string | undefined): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
  return GLOSSARY.test(name.slice(0, 100)) || GLOSSARY.test((title ?? '').slice(0, 100));
}

const GLOSSARY =
  /^(?:(?:the |our |project |domain |product )?(?:glossary|glossaries|glossaire|glosario|glossário|glossar|terms|terminology|terms and definitions|definitions|acronyms|abbreviations|vocabulary|ubiquitous language)(?: of terms)?|context|用語集|用語|术语|术语表|詞彙表|용어집|용어|глоссарий|শব্দকোষ)$/iu;
