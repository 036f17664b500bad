/** What a column of a table may hold. */
export type ColumnField =
  | 'abbreviation'
  | 'also'
  | 'avoid'
  | 'category'
  | 'definition'
  | 'description'
  | 'id'
  | 'related'
  | 'term';

/**
 * Guess what the columns of a table hold by their headings; undefined where it is no table of terms. `columns` says what some
 * stand for; `isGlossary` that the page is one, so that `Name` and `Description` are meant so too.
 */
export function columnsOf(
  headings: readonly string[],
  columns: ReadonlyMap<string, string> | undefined,
  isGlossary: boolean,
): readonly (ColumnField | undefined)[] | undefined {
  const taken = new Set<ColumnField>();
  let isSure = isGlossary || columns !== undefined;
  const fields = headings.map((heading) => {
    const key = heading
      .toLowerCase()
      .replace(/[\s._:*-]+/g, ' ')
      .trim();
    const named = columns?.get(heading);
    const guessed = columns === undefined ? FIELDS.get(key) : undefined;
    const field = named === undefined ? guessed : FIELDS.get(named);
    const free = field === 'definition' && taken.has(field) ? 'description' : field;
    if (free === undefined || taken.has(free)) return undefined;
    taken.add(free);
    if (!WEAK.has(key)) isSure = true;
    return free;
  });
  const hasTerm = taken.has('term') || taken.has('abbreviation');
  const saysMore = taken.has('definition') || (taken.has('term') && taken.has('abbreviation'));
  return isSure && hasTerm && saysMore ? fields : undefined;
}

/** Headings that tables of many kinds have. */
const WEAK = new Set([
  'name',
  'title',
  'word',
  'short',
  'type',
  'category',
  'description',
  'details',
  'explanation',
  'id',
  'alias',
  'aliases',
]);

const FIELDS = new Map<string, ColumnField>(
  (
    [
      [
        'term',
        'term|terms|name|title|word|phrase|concept|expansion|full form|full name|long form|stands for|begriff|término|terme|termine|termo|термин|用語|术语|術語|용어|المصطلح',
      ],
      [
        'abbreviation',
        'abbreviation|abbreviations|abbr|acronym|acronyms|initialism|short|short form|abkürzung|sigle|sigla|略語|缩写|縮寫|약어',
      ],
      [
        'definition',
        'definition|definitions|meaning|description|details|explanation|what it is|what it means|bedeutung|beschreibung|definición|définition|definizione|definição|определение|定義|定义|説明|说明|說明|정의|설명|التعريف',
      ],
      ['also', 'also|also called|also known as|aka|alias|aliases|other names|synonym|synonyms'],
      ['avoid', "avoid|aliases to avoid|do not use|don't use|deprecated|forbidden"],
      ['category', 'category|domain|subject field'],
      ['related', 'related|related terms|see also'],
      ['id', 'id'],
    ] as const
  ).flatMap(([field, words]) => words.split('|').map((word) => [word, field] as const)),
);
