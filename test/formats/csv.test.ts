import assert from 'node:assert/strict';
import { formatOf } from '../../server/src/formats';
import { readTable } from '../../server/src/formats/csv/reader';
import { tableRows } from '../../server/src/formats/csv/table';
import { definitionPlace, type ReadOptions, termPlace } from '../../server/src/formats/format';
import { tableLimits } from '../../server/src/formats/limits';
import { shownConcepts, shownLeftOut, shownProblems } from '../support/shownConcepts';

function read(text: string, { uri = 'file:///terms.csv', options }: { uri?: string; options?: ReadOptions } = {}) {
  return readTable({ uri, text, defaultName: 'terms', ...(options === undefined ? {} : { options }) }, tableLimits);
}

function saying(columns: Readonly<Record<string, string>>): { options: ReadOptions } {
  return { options: { columns: new Map(Object.entries(columns)) } };
}

describe('rows of a table', () => {
  const rows: readonly (readonly [name: string, text: string, expected: readonly (readonly string[])[]])[] = [
    ['nothing', '', []],
    [
      'line ends of all kinds',
      'a,b\r\nc,d\re,f\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['no line end at the end', 'a,b', [['a', 'b']]],
    [
      'empty cells',
      ',\na,,',
      [
        ['', ''],
        ['a', '', ''],
      ],
    ],
    ['an empty line', 'a\n\nb', [['a'], [''], ['b']]],
    ['spaces around cells', ' a , b ', [['a', 'b']]],
    ['delimiters and line ends in quotes', '"a,b","c\r\nd"', [['"a,b"', '"c\r\nd"']]],
    ['quotes in quotes', '"a ""b"" c",d', [['"a ""b"" c"', 'd']]],
    ['quotes in quotes alone', '"""kde""",d', [['"""kde"""', 'd']]],
    ['spaces around quotes', ' "a" , "b"', [['"a"', '"b"']]],
    ['empty quotes', '"",""""', [['""', '""""']]],
    ['quotes amid a cell', 'a "b" c,d', [['a "b" c', 'd']]],
    [
      'a quote that closes amid a cell',
      '"12" screen,d\n"e",f',
      [
        ['"12" screen', 'd'],
        ['"e"', 'f'],
      ],
    ],
    [
      'a quote that is never closed',
      'a,"b\nc,d',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
    ],
    [
      'a stray quote among others',
      '"""""k",b\nc,d',
      [
        ['"""""k"', 'b'],
        ['c', 'd'],
      ],
    ],
  ];
  for (const [name, text, expected] of rows) {
    it(name, () => {
      const syntax = { delimiter: ',', start: 0, mostCells: 10 };
      const found = Array.from(
        tableRows(text, syntax, () => {}),
        ({ cells }) => cells.map(({ span }) => text.slice(span.start, span.end)),
      );
      assert.deepEqual(found, expected);
    });
  }

  it('tell of quotes that are no quotes, at the one that opens', () => {
    const told: string[] = [];
    const text = '"a" b,c\n"d""e",f\ng,"h\ni';
    for (const _ of tableRows(text, { delimiter: ',', start: 0, mostCells: 10 }, (kind, at) =>
      told.push(`${kind} ${at}`),
    ));
    assert.deepEqual(told, ['stray 0', `unclosed ${text.indexOf('"h')}`]);
  });
});

describe('a table', () => {
  const rows: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'of terms and definitions',
      'Term,Abbreviation,Definition\nCentral processing unit,CPU,Runs programs.\nBus,,Moves data.\n',
      ['Central processing unit (CPU): Runs programs.', 'Bus: Moves data.'],
    ],
    [
      'of all kinds of terms',
      'Term;Abbreviations;Also;Avoid\nallowlist;AL | alist;safe list;whitelist, green list\n',
      ['allowlist (AL, alist) = safe list ≠ whitelist ≠ green list'],
    ],
    ['of terms alone', 'Term\nPod\nNode\n', ['Pod', 'Node']],
    ['with semicolons', 'Term;Definition\nPod;One, or several.\n', ['Pod: One, or several.']],
    ['with semicolons and commas in a column of aliases', 'term;aliases\nPod;pods, podlet\n', ['Pod = pods = podlet']],
    ['with tabs', 'Term\tDefinition\nPod\tOne, or; several.\n', ['Pod: One, or; several.']],
    ['with bars', 'Term|Definition\nPod|One, or several.\n', ['Pod: One, or several.']],
    ['that says its delimiter', 'sep=;\r\nPod, or two;One.\r\n', ['Pod, or two: One.']],
    ['behind a byte order mark', '\ufeffTerm,Definition\nPod,One.\n', ['Pod: One.']],
    ['behind comments', '# -*- coding: utf-8 -*-\n# ours\n\nTerm,Definition\nPod,One.\n', ['Pod: One.']],
    ['with a column of numbers', '#,Term,Definition\n1,Pod,One.\n', ['Pod: One.']],
    [
      'without headings',
      'Pod,A group of containers.\nNode,A machine.\n',
      ['Pod: A group of containers.', 'Node: A machine.'],
    ],
    ['without headings, of abbreviations', 'CPU,Central processing unit\n', ['Central processing unit (CPU)']],
    [
      'with a cell over several lines',
      'Term,Definition\nPod,"One.\nOr two."\nNode,A machine.',
      ['Pod: One.\nOr two.', 'Node: A machine.'],
    ],
    ['with quotes in cells', 'Term,Definition\n"""kde""",A desktop.\n', ['kde: A desktop.']],
    ['with quotes around one of several values', 'Term,Aliases\nPod,"""a;b""; c"\n', ['Pod = a;b = c']],
    ['with rows of different lengths', 'Term,Definition\nPod\nNode,A machine.,more\n', ['Pod', 'Node: A machine.']],
    ['with empty rows', 'Term,Definition\n,\n\nPod,One.\n  , \n', ['Pod: One.']],
    ['with several terms in a cell', 'Term,Definition\nPod; pods | podlet,One.\n', ['Pod = pods = podlet: One.']],
    [
      'with an abbreviation in brackets',
      'Term,Definition\nRole-Based Access Control (RBAC),Who may.\n',
      ['Role-Based Access Control (RBAC): Who may.'],
    ],
    [
      'with an abbreviation among the aliases',
      'Term,Synonyms\nCentral processing unit,CPU; processor\n',
      ['Central processing unit (CPU) = processor'],
    ],
    [
      'with what might be an abbreviation among terms that are sorted',
      'term,also\nCentral processing unit,CPU\n',
      ['Central processing unit = CPU'],
    ],
    ['with a description and no definition', 'Term,Description\nPod,One.\n', ['Pod: One.']],
    [
      'in German',
      'Begriff;Abkürzung;Erklärung\nArbeitsspeicher;RAM;Hält Daten.\n',
      ['Arbeitsspeicher (RAM): Hält Daten.'],
    ],
    [
      'in French',
      'Terme,Sigle,Définition\nmémoire vive,RAM,Garde les données.\n',
      ['mémoire vive (RAM): Garde les données.'],
    ],
    ['in Spanish', 'Término,Sinónimos,Definición\nmemoria,RAM,Guarda datos.\n', ['memoria = RAM: Guarda datos.']],
    ['with remarks behind headings', 'Term (EN),Definition [short]\nPod,One.\n', ['Pod: One.']],
    [
      'with reserved names',
      'Term,Definition\n__proto__,One.\nconstructor,Two.\n',
      ['__proto__: One.', 'constructor: Two.'],
    ],
    [
      'with commands of spreadsheets',
      "Term,Definition\n=cmd|' /C calc'!A0,One.\n'-r,Two.\n",
      ["=cmd = ' /C calc'!A0: One.", '-r: Two.'],
    ],
    [
      'with a merge conflict',
      'Term,Definition\n<<<<<<< a\nPod,One.\n=======\nPod,Two.\n>>>>>>> b\nNode,A machine.\n',
      ['Pod: One.', 'Node: A machine.'],
    ],
  ];
  for (const [name, text, expected] of rows) {
    it(name, () => assert.deepEqual(shownConcepts(read(text)), expected));
  }

  const acronyms: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'what they stand for is the term',
      'Acronym,Meaning\nCPU,Central processing unit\n',
      ['Central processing unit (CPU)'],
    ],
    [
      'so it is under "Definition"',
      'Acronym,Definition\nCPU,Central processing unit\n',
      ['Central processing unit (CPU)'],
    ],
    [
      'so it is beside a title',
      'Title,Meaning,Notes\nCPU,Central processing unit,Runs programs.\n',
      ['Central processing unit (CPU): Runs programs.'],
    ],
    [
      'a definition stays one',
      'Acronym,Definition\nEXT4,Linux file system\nB2B,B2B lets you share apps with others.\n',
      ['EXT4: Linux file system', 'B2B: B2B lets you share apps with others.'],
    ],
    [
      'a definition beside a term stays one',
      'Term,Definition\nCPU,Central processing unit\n',
      ['CPU: Central processing unit'],
    ],
    [
      'a name in full is the term whatever it looks like',
      'Acronym,Full form,Definition\nK8s,Kubernetes,Runs containers.\nX,Quite another thing,Else.\n',
      ['Kubernetes (K8s): Runs containers.', 'Quite another thing (X): Else.'],
    ],
    [
      'a name in full that the term does not shorten stands beside it',
      'Term,Full name\nAda,Augusta King\n',
      ['Ada = Augusta King'],
    ],
    [
      'several meanings stay apart',
      'Acronym,Meaning\nADR,Adverse drug reaction\nADR,Architecture decision record\n',
      ['Adverse drug reaction (ADR)', 'Architecture decision record (ADR)'],
    ],
    [
      'a remark behind the name defines it',
      'Acronym,Meaning\nTJC,The Joint Commission (formerly JCAHO)\n',
      ['The Joint Commission (TJC): formerly JCAHO'],
    ],
    [
      'a full stop is no part of the name',
      'Acronym,Meaning\nFTP,File Transfer Protocol.\nBDI,"Birch Davis, Inc."\n',
      ['File Transfer Protocol (FTP)', 'Birch Davis, Inc. (BDI)'],
    ],
    [
      'a name without a short form is a term',
      'Acronym,Meaning,Notes\nRPO,Recovery Point Objective,How much may be lost.\n,Blue-green deployment,Two environments.\n',
      ['Recovery Point Objective (RPO): How much may be lost.', 'Blue-green deployment: Two environments.'],
    ],
    [
      'a name without a short form says one in brackets',
      'Acronym,Meaning\n,Service Level Objective (SLO)\n,Canary (deployment)\n',
      ['Service Level Objective (SLO)', 'Canary: deployment'],
    ],
    [
      'a sentence without a short form is no name',
      'Acronym,Meaning\n,This is a remark. It names nothing.\nCPU,Central processing unit\n',
      ['Central processing unit (CPU)'],
    ],
    [
      'a meaning beside a column of terms names nothing',
      'Term,Abbreviation,Meaning\n,,A machine\nPod,,A group\n',
      ['Pod: A group'],
    ],
    ['a short form without a meaning is a term', 'Acronym,Meaning,Notes\nPKCS,,A standard.\n', ['PKCS: A standard.']],
    [
      'an abbreviation of a term stays one',
      'Term,Abbreviation,Meaning\nprocessor,CPU,Central processing unit\n',
      ['processor (CPU): Central processing unit'],
    ],
  ];
  for (const [name, text, expected] of acronyms) {
    it(`of acronyms: ${name}`, () => assert.deepEqual(shownConcepts(read(text)), expected));
  }

  const merged: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'rows of one id are one concept',
      'id,term,status,definition\n1,whitelist,deprecated,\n1,allowlist,preferred,What may pass.\n1,safe list,admitted,\n',
      ['allowlist = safe list ≠ whitelist: What may pass.'],
    ],
    [
      'a status in the words of TBX',
      'id,term,status\n1,a,supersededTerm-admn-sts\n1,b,preferredTerm-admn-sts\n',
      ['b ≠ a'],
    ],
    ['a status that says yes or no', 'id,term,deprecated\n1,old,yes\n1,new,no\n', ['new ≠ old']],
    [
      'an alias of a term that is not to be used',
      'Term,Status,Synonyms\nwhitelist,forbidden,allowlist\n',
      ['allowlist ≠ whitelist'],
    ],
    ['rows of one id that are defined differently', 'id,term,definition\n1,a,One.\n1,b,Two.\n', ['a: One.']],
    ['rows of another language', 'term,language\nPod,en\nKapsel,de\nNode,en-GB\n', ['Pod', 'Node']],
  ];
  for (const [name, text, expected] of merged) {
    it(name, () => assert.deepEqual(shownConcepts(read(text)), expected));
  }

  it('gives homographs ids of their own', () => {
    const { glossary } = read('Term,Definition\nNode,A machine.\nNode,A place in a tree.\n');
    assert.deepEqual(
      glossary?.concepts.map(({ id }) => id),
      ['node', 'node-2'],
    );
  });

  it('keeps everything that it says of a concept', () => {
    const text = [
      'Term,Category,Definition,Notes,Comment,Pronunciation,Audience,Plain language,Example,See also,URL,Part of speech,Case,ID',
      'Pod,Kubernetes,One.,"A note.","Another.",pod,"devs, admins",group,"A pod runs.\nPods run.","node; rolling-update","Docs https://a.example/b; https://c.example",noun,exact,the-pod',
    ].join('\n');
    const [concept] = read(text).glossary?.concepts ?? [];
    const { origin, ...rest } = concept ?? {};
    assert.deepEqual(rest, {
      id: 'the-pod',
      terms: [{ text: 'Pod', status: 'preferred', kind: 'full', caseRule: 'exact', pos: 'noun' }],
      definition: 'One.',
      description: 'A note.\n\nAnother.',
      pronunciation: 'pod',
      category: 'Kubernetes',
      audience: ['devs', 'admins'],
      plain: 'group',
      examples: [{ text: 'A pod runs.' }, { text: 'Pods run.' }],
      faq: [],
      related: ['node', 'rolling-update'],
      links: [
        { title: 'Docs', url: 'https://a.example/b' },
        { title: 'c.example', url: 'https://c.example' },
      ],
    });
    assert.deepEqual(origin?.line, 1);
  });

  it('tells where everything stands', () => {
    const text =
      '\ufeffTerm;Aliases;Definition;Related\r\n"Pod";"pods, ""x""; podlet";One.;a; b\r\n  Node  ; knot |nodes;"A\r\nmachine." ;pod';
    const { glossary, places, relatedNames } = read(text);
    assert.ok(glossary !== undefined && places !== undefined);
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.deepEqual([termPlace(places, 0), definitionPlace(places, 0)].map(at), ['"Pod"', 'One.']);
    assert.deepEqual([termPlace(places, 1), definitionPlace(places, 1)].map(at), ['Node', '"A\r\nmachine."']);
    assert.deepEqual(
      relatedNames.map(({ name, span }) => [name, at(span)]),
      [
        ['a', 'a'],
        ['pod', 'pod'],
      ],
    );
    assert.deepEqual(
      glossary.concepts.map(({ origin }) => at(origin.span).slice(0, 8).trim()),
      ['"Pod";"p', 'Node'],
    );
    assert.deepEqual(
      glossary.concepts.map(({ origin }) => origin.line),
      [1, 2],
    );
  });

  it('tells where one of several values stands', () => {
    const text = 'Term,Aliases\nPod,"pods; pods; Node"\nNode,\n';
    assert.deepEqual(shownProblems(read(text), text), ['duplicate-term: Node']);
    const quoted = 'Term,Aliases\nPod,"""x""; -"\n';
    assert.deepEqual(shownProblems(read(quoted), quoted), ['unusable-term: """x""; -"']);
  });

  const problems: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['nothing', '', ['empty-glossary: ']],
    ['comments alone', '# one\n# two\n', ['empty-glossary: ']],
    ['headings alone', 'Term,Definition\n', ['empty-glossary: ']],
    [
      'a row without a term',
      'Term,Definition\n,One.\n,Two.\n',
      ['missing-term: ,One.', 'missing-term: ,Two.', 'empty-glossary: '],
    ],
    ['a term that cannot be found', 'Term\n---\nPod\n', ['unusable-term: ---']],
    ['a quote that is never closed', 'Term,Definition\nPod,"One.\nNode,Two.\n', ['syntax: "One.']],
    ['a quote that closes amid a cell', 'Term,Definition\n"Pod" x,One.\n', ['unclear-syntax: "Pod" x,One.']],
    ['an id of another concept', 'id,term,definition\n1,a,One.\n1,b,Two.\n', ['duplicate-id: 1']],
    ['a term that is too long', `Term\n${'x'.repeat(201)}\nPod\n`, [`too-long: ${'x'.repeat(200)}`]],
    ['a conflict without an end', 'Term\n<<<<<<< a\nPod\n', ['merge-conflict: <<<<<<< a']],
  ];
  for (const [name, text, expected] of problems) {
    it(`reports ${name}`, () => assert.deepEqual(shownProblems(read(text), text), expected));
  }

  it('reports that no column holds terms, and gives no glossary', () => {
    const text = 'Term,Definition\nPod,One.\n';
    const reading = read(text, saying({ Term: '-' }));
    assert.deepEqual(shownProblems(reading, text), ['not-a-glossary: Term,Definition']);
    assert.equal(reading.glossary, undefined);
  });

  it('lists what it leaves out', () => {
    const text =
      'Term,CreatedBy,,Status,URL,Part of speech\nPod,GW,x,draft,ISO 1087,n\nNode,GW,,,,gerund,more\nOld,,,deprecated,,\n';
    assert.deepEqual(shownLeftOut(read(text)), [
      '2 × the column `CreatedBy`',
      '1 × the column 3 without a heading',
      '1 × the status `draft`',
      '1 × text of the column `URL` that is no web address',
      '1 × the column 7 without a heading',
      '1 × the part of speech `gerund`',
      '1 × a term that is not to be used, where none is to be used instead',
    ]);
  });

  it('shows what its columns are taken for', () => {
    const { columns } = read('Acronym,Definition,Comment,Notes,Name of owner,Link\nCPU,x,y,z,w,v\n');
    assert.deepEqual(
      columns?.map(({ heading, field }) => `${heading}: ${field}`),
      [
        'Acronym: abbreviations',
        'Definition: definition',
        'Comment: description',
        'Notes: description',
        'Name of owner: undefined',
        'Link: links',
      ],
    );
  });

  const said: readonly (readonly [
    name: string,
    columns: Readonly<Record<string, string>>,
    text: string,
    expected: readonly string[],
  ])[] = [
    ['a heading', { Wort: 'term', 'Was es ist': 'definition' }, 'Wort,Was es ist\nPod,One.\n', ['Pod: One.']],
    ['a heading in other capitals', { foo: 'term' }, 'Foo!,x\nPod,y\n', ['Pod']],
    ['a number', { '2': 'term', '1': 'definition' }, 'One.,Pod\nTwo.,Node\n', ['Pod: One.', 'Node: Two.']],
    ['a column to leave out', { Definition: '-' }, 'Term,Definition,Notes\nPod,One.,Note.\n', ['Pod: Note.']],
    [
      'another meaning of a column',
      { Definition: 'meaning' },
      'Term,Definition\nCPU,Central processing unit\n',
      ['Central processing unit (CPU)'],
    ],
  ];
  for (const [name, columns, text, expected] of said) {
    it(`reads a column as is said: ${name}`, () =>
      assert.deepEqual(shownConcepts(read(text, saying(columns))), expected));
  }

  it('reports what is said of a column that is not there, and a field that is none', () => {
    const text = 'Term,Definition\nPod,One.\n';
    const { problems: found } = read(text, saying({ Word: 'term', Definition: 'text' }));
    assert.deepEqual(
      found.map(({ code, message }) => [code, message.slice(0, 50)]),
      [
        ['unknown-value', 'There is no column `Word`: give its heading as it '],
        ['unknown-value', '`text` is no field for the column `Definition`: it'],
      ],
    );
  });

  it('is in the language that its rows say, or that is said of it', () => {
    const text = 'term,language\nKapsel,de-de\nPod,en\n';
    assert.equal(read(text).glossary?.language, 'de-DE');
    assert.equal(read(text, { options: { language: 'en' } }).glossary?.concepts[0]?.terms[0].text, 'Pod');
    assert.equal(read('Term\nPod\n', { options: { language: 'fr' } }).glossary?.language, 'fr');
    assert.equal(read('Term\nPod\n').glossary?.language, 'en');
  });

  for (const [uri, id] of [
    ['file:///a/terms.csv', 'csv'],
    ['file:///a/Terms.CSV?x', 'csv'],
    ['file:///a/terms.tsv', 'tsv'],
    ['file:///a/terms.tab', 'tsv'],
  ] as const) {
    it(`is ${id} by its name: ${uri}`, () => assert.equal(formatOf({ uri, text: '' }).id, id));
  }
});
