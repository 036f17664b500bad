import { SaxesParser } from 'saxes';

/** An element as a checker sees it. */
interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[];
  text: string;
}

/**
 * List what breaks the rules of TBX-Basic, version 3, style DCA: the order and nesting of elements, the attributes that they
 * need, the levels at which each data category may stand, and the values that have a list.
 */
export function faultsIn(xml: string): readonly string[] {
  const faults: string[] = [];
  const root = parse(xml, faults);
  if (root === undefined) return [...faults, 'no root'];
  const expected = new Map([
    ['type', 'TBX-Basic'],
    ['style', 'dca'],
    ['xmlns', 'urn:iso:std:iso:30042:ed-2'],
  ]);
  if (root.name !== 'tbx') faults.push(`root ${root.name}`);
  for (const [name, value] of expected) if (root.attributes.get(name) !== value) faults.push(`tbx: ${name}`);
  if (!isTag(root.attributes.get('xml:lang'))) faults.push('tbx: xml:lang');
  const ids = new Set<string>();
  const targets: string[] = [];
  const visit = (node: Node) => {
    checkNode(node, faults);
    const id = node.attributes.get('id');
    if (id !== undefined) {
      if (!/^[A-Za-z_][\w.-]*$/.test(id)) faults.push(`id ${id}`);
      if (ids.has(id)) faults.push(`id twice: ${id}`);
      ids.add(id);
    }
    if (node.name === 'ref' && node.attributes.has('target')) targets.push(node.attributes.get('target') ?? '');
    for (const child of node.children) visit(child);
  };
  visit(root);
  return [...faults, ...targets.filter((target) => !ids.has(target)).map((target) => `target ${target}`)];
}

/** The children of each element in their order, as a regular expression over their names, each followed by a space. */
const CONTENT = new Map([
  ['tbx', /^tbxHeader text $/],
  ['tbxHeader', /^fileDesc (encodingDesc )?(revisionDesc )?$/],
  ['fileDesc', /^(titleStmt )?(publicationStmt )?(sourceDesc )+$/],
  ['titleStmt', /^title (note )*$/],
  ['sourceDesc', /^(p )+$/],
  ['text', /^body (back )?$/],
  ['body', /^(conceptEntry )+$/],
  ['conceptEntry', /^((descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref) )*(langSec )+$/],
  ['langSec', /^((descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref) )*(termSec )+$/],
  ['termSec', /^term ((termNote|termNoteGrp) )*((descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref) )*$/],
]);

/** Elements of text; where they have a type, the levels where each may stand and the values that it may have. */
const TEXTS = new Map<string, ReadonlyMap<string, Rule> | undefined>([
  ['title', undefined],
  ['p', undefined],
  ['term', undefined],
  ['note', undefined],
  [
    'descrip',
    new Map<string, Rule>([
      ['subjectField', { levels: ['conceptEntry'] }],
      ['definition', { levels: ['conceptEntry', 'langSec', 'termSec'] }],
      ['context', { levels: ['termSec'] }],
    ]),
  ],
  [
    'termNote',
    new Map<string, Rule>([
      ['partOfSpeech', { levels: ['termSec'], values: ['adjective', 'noun', 'other', 'verb', 'adverb', 'properNoun'] }],
      [
        'termType',
        { levels: ['termSec'], values: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'] },
      ],
      [
        'administrativeStatus',
        {
          levels: ['termSec'],
          values: [
            'preferredTerm-admn-sts',
            'admittedTerm-admn-sts',
            'deprecatedTerm-admn-sts',
            'supersededTerm-admn-sts',
          ],
        },
      ],
    ]),
  ],
  ['ref', new Map<string, Rule>([['crossReference', { levels: ['conceptEntry', 'langSec', 'termSec'] }]])],
  [
    'xref',
    new Map<string, Rule>([
      ['externalCrossReference', { levels: ['conceptEntry', 'langSec', 'termSec'], needs: 'target' }],
      ['xGraphic', { levels: ['conceptEntry'], needs: 'target' }],
    ]),
  ],
]);

interface Rule {
  readonly levels: readonly string[];
  readonly values?: readonly string[];
  readonly needs?: string;
}

const ATTRIBUTES = new Map<string, readonly string[]>([
  ['tbx', ['type', 'style', 'xml:lang', 'xmlns']],
  ['conceptEntry', ['id']],
  ['langSec', ['xml:lang']],
  ['descrip', ['type']],
  ['termNote', ['type']],
  ['ref', ['type', 'target']],
  ['xref', ['type', 'target']],
]);

function checkNode(node: Node, faults: string[]): void {
  const { name, attributes, children, text } = node;
  for (const attribute of attributes.keys()) {
    if (!(ATTRIBUTES.get(name) ?? []).includes(attribute)) faults.push(`${name}: attribute ${attribute}`);
  }
  if (name === 'langSec' && !isTag(attributes.get('xml:lang'))) faults.push('langSec: xml:lang');
  const content = CONTENT.get(name);
  if (content !== undefined) {
    const names = children.map((child) => `${child.name} `).join('');
    if (!content.test(names)) faults.push(`${name}: ${names}`);
    if (text.trim() !== '') faults.push(`${name}: text`);
    for (const child of children) checkLevel(child, name, faults);
    return;
  }
  if (!TEXTS.has(name)) faults.push(`unknown ${name}`);
  if (children.length > 0) faults.push(`${name}: elements`);
  if (text.trim() === '') faults.push(`${name}: empty`);
}

function checkLevel({ name, attributes, text }: Node, level: string, faults: string[]): void {
  const types = TEXTS.get(name);
  if (types === undefined) return;
  const type = attributes.get('type') ?? '';
  const rule = types.get(type);
  if (rule === undefined || !rule.levels.includes(level)) faults.push(`${name} ${type} in ${level}`);
  if (rule?.values !== undefined && !rule.values.includes(text)) faults.push(`${type}: ${text}`);
  if (rule?.needs !== undefined && !attributes.has(rule.needs)) faults.push(`${type} without ${rule.needs}`);
}

function parse(xml: string, faults: string[]): Node | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const open: Node[] = [];
  let root: Node | undefined;
  parser.on('error', ({ message }) => faults.push(message));
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.values(attributes).map((attribute): [string, string] => [attribute.name, attribute.value]);
    const node = { name, attributes: new Map(values), children: [], text: '' };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
}

function isTag(tag: string | undefined): boolean {
  return tag !== undefined && Intl.getCanonicalLocales(tag)[0] === tag;
}
