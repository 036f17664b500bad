import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CARD_LIMIT,
  type CardContent,
  type CardDetail,
  renderCard,
  SENSES_LIMIT,
} from '../../../server/src/terminology/card/card';
import { PAGE_LIMIT, renderPage } from '../../../server/src/terminology/card/page';
import type { Concept, Sense } from '../../../server/src/terminology/concept';
import type { Owner } from '../../../server/src/terminology/glossary';
import { concept, kubernetes, links, noLinks, related, sense, term } from './fixtures';
import { fewerPayloads } from './payloads';
import { type Reader, readers } from './readers';

const allowlist = concept('allowlist', {
  terms: [term('allowlist'), term('whitelist', 'deprecated', 'variant', 'plain words')],
  category: 'Security',
});

function card(senses: readonly [Sense, ...Sense[]], given: Partial<CardContent> = {}): string {
  return renderCard({ senses, related, links, format: 'markdown', detail: 'standard', ...given });
}

describe('renderCard', () => {
  it('shows definition, first paragraph and related terms by default', () => {
    assert.equal(
      card([sense(kubernetes)]),
      text(
        '### Kubernetes · K8s',
        '*koo-ber-NET-eez* — Engineering and DevOps',
        '',
        'A system that *runs* containers.',
        '',
        'You say what should run.',
        '',
        '**Related** [Docker](command:show?docker) · [Pod](command:show?pod)',
        '',
        '---',
        'Acme platform · [2 examples, 1 question](command:page?kubernetes) · [Source](file:///acme.yaml#kubernetes)',
      ),
    );
  });

  it('shows the definition alone when brief', () => {
    assert.equal(
      card([sense(kubernetes)], { detail: 'brief' }),
      text(
        '### Kubernetes · K8s',
        '',
        'A system that *runs* containers.',
        '',
        '---',
        'Acme platform · [2 examples, 1 question](command:page?kubernetes) · [Source](file:///acme.yaml#kubernetes)',
      ),
    );
  });

  it('shows everything when full', () => {
    assert.equal(
      card([sense(kubernetes)], { detail: 'full' }),
      text(
        '### Kubernetes · K8s',
        '*koo-ber-NET-eez* — Engineering and DevOps',
        '',
        'A system that *runs* containers.',
        '',
        '**In plain words** system that runs programs',
        '',
        'You say what should run.',
        '',
        'It keeps it so.',
        '',
        '**Example: A big deployment**',
        '',
        'Run `kubectl scale`.',
        '',
        '**Example**',
        '',
        'Later.',
        '',
        '**When do we need it?**',
        '',
        'With many services.',
        '',
        '**Links** [Home](https://kubernetes.io)',
        '',
        '**Related** [Docker](command:show?docker) · [Pod](command:show?pod)',
        '',
        '---',
        'Acme platform · [Source](file:///acme.yaml#kubernetes)',
      ),
    );
  });

  it('says first what to use instead of a deprecated term', () => {
    assert.equal(
      card([sense(allowlist, 'Acme platform', allowlist.terms[1])]),
      text(
        '**Use *allowlist*** instead of *whitelist*: plain words.',
        '',
        '---',
        '',
        '### allowlist',
        'Security',
        '',
        'What allowlist is.',
        '',
        '---',
        'Acme platform · [Source](file:///acme.yaml#allowlist)',
      ),
    );
  });

  it('says of a term that was derived what it was made of', () => {
    const claim = concept('PersistentVolumeClaim', { category: 'Kubernetes' });
    const initials = { ...term('PVC', 'admitted', 'abbreviation'), derived: 'initials' } as const;
    const read = sense(claim, 'Acme platform', initials);
    assert.equal(
      card([read], { links: noLinks }),
      text(
        '### PersistentVolumeClaim',
        'Kubernetes',
        '*PVC: initials of PersistentVolumeClaim, not listed in the glossary*',
        '',
        'What PersistentVolumeClaim is.',
        '',
        '---',
        'Acme platform',
      ),
    );
    assert.match(
      card([read], { format: 'plaintext', detail: 'brief' }),
      /^PVC: initials of PersistentVolumeClaim, not listed in the glossary$/m,
    );
    const channel = concept('Public Voice Channel', { category: 'Voice' });
    assert.match(
      card([read, sense(channel, 'Acme handbook')]),
      /^Kubernetes\n\*PVC: initials of PersistentVolumeClaim, not listed in the glossary\*$/m,
    );
  });

  it('leaves no trace of what is absent', () => {
    assert.equal(
      card([sense(concept('pod'))], { links: noLinks }),
      text('### pod', '', 'What pod is.', '', '---', 'Acme platform'),
    );
  });

  it('shows homonyms, the nearest first, told apart by their glossaries', () => {
    const container = concept('pod', { category: 'Kubernetes', related: ['Docker'], description: 'More.' });
    const team = concept('pod', { category: 'How we work', definition: 'A team.' });
    assert.equal(
      card([sense(container), sense(team, 'Acme handbook')]),
      text(
        '### pod — *Acme platform*',
        'Kubernetes',
        '',
        'What pod is.',
        '',
        '**Related** [Docker](command:show?docker)',
        '',
        '---',
        '',
        '### pod — *Acme handbook*',
        'How we work',
        '',
        'A team.',
        '',
        '---',
        'Two meanings · Acme platform, Acme handbook',
      ),
    );
  });

  it('tells homonyms of one glossary apart by their categories', () => {
    assert.equal(
      card([sense(concept('pod', { category: 'Kubernetes' })), sense(concept('pod', { category: 'How we work' }))]),
      text(
        '### pod — *Kubernetes*',
        '',
        'What pod is.',
        '',
        '---',
        '',
        '### pod — *How we work*',
        '',
        'What pod is.',
        '',
        '---',
        'Two meanings · Acme platform',
      ),
    );
  });

  it('shows a concept once, whatever terms lead to it', () => {
    const [preferred, abbreviation] = kubernetes.terms;
    const senses = [
      sense(kubernetes, 'Acme platform', preferred),
      sense(kubernetes, 'Acme platform', abbreviation),
    ] as const;
    assert.equal(card(senses), card([senses[0]]));
  });

  it('shows 20 meanings and says how many there are', () => {
    const senses = Array.from({ length: 25 }, (_, index) => sense(concept(`pod ${index}`), `Glossary ${index}`));
    const shown = card([sense(concept('pod')), ...senses]);
    assert.equal(shown.match(/^### /gm)?.length, SENSES_LIMIT);
    assert.match(shown, /\n20 of 26 meanings · Acme platform, Glossary 0, /);
  });

  it('reads well as plain text', () => {
    assert.equal(
      card([sense(kubernetes)], { format: 'plaintext', detail: 'full' }),
      text(
        'Kubernetes · K8s',
        '----------------',
        'koo-ber-NET-eez — Engineering and DevOps',
        '',
        'A system that runs containers.',
        '',
        'In plain words: system that runs programs',
        '',
        'You say what should run.',
        '',
        'It keeps it so.',
        '',
        'Example: A big deployment',
        '',
        'Run kubectl scale.',
        '',
        'Example',
        '',
        'Later.',
        '',
        'When do we need it?',
        '',
        'With many services.',
        '',
        'Links: Home (https://kubernetes.io)',
        '',
        'Related: Docker · Pod',
        '',
        'Acme platform',
      ),
    );
  });

  const keepers: readonly (readonly [name: string, owner: Owner, footer: string])[] = [
    ['by name', { name: 'Acme Docs' }, 'Acme platform · Acme Docs'],
    [
      'with a page and how to reach them',
      { name: 'Acme Docs', url: 'https://docs.acme.example', contact: 'ask #glossary' },
      'Acme platform · [Acme Docs](https://docs.acme.example) · ask #glossary',
    ],
    [
      'once, where the glossary is called so',
      { name: 'Acme platform', url: 'https://acme.example' },
      '[Acme platform](https://acme.example)',
    ],
    ['without a page that is no web page', { name: 'Acme', url: 'command:x' }, 'Acme platform · Acme'],
    [
      'in short',
      { name: `${'long '.repeat(20)}`, contact: 'x'.repeat(200), url: `https://a.example/${'x'.repeat(400)}` },
      `Acme platform · ${'long '.repeat(8).trim()}… · ${'x'.repeat(40)}…`,
    ],
    ['as text', { name: '[x](https://h)', contact: '<b>' }, String.raw`Acme platform · \[x\](https\:\//h) · \<b>`],
  ];
  for (const [name, owner, footer] of keepers) {
    it(`says who keeps the glossary, ${name}`, () => {
      const shown = card([sense(concept('pod'))], { links: noLinks, owner: () => owner });
      assert.equal(shown.split('\n').at(-1), footer);
    });
  }

  it('says who keeps the glossary in plain text', () => {
    const owner = { name: 'Acme Docs', url: 'https://acme.example', contact: 'ask #glossary' };
    const shown = card([sense(concept('pod'))], { format: 'plaintext', owner: () => owner });
    assert.equal(shown.split('\n').at(-1), 'Acme platform · Acme Docs (https://acme.example) · ask #glossary');
  });

  it('names the glossaries alone where there are several meanings', () => {
    const senses = [sense(concept('pod')), sense(concept('Pod'), 'Other')] as const;
    const shown = card(senses, { owner: () => ({ name: 'Owner' }) });
    assert.equal(shown.split('\n').at(-1), 'Two meanings · Acme platform, Other');
  });

  it('has a link that switches the glossary off, last', () => {
    const withSwitch = { ...links, switchOff: () => 'command:off?acme' };
    const shown = card([sense(concept('pod'))], { links: withSwitch });
    assert.match(shown, / · \[Source\]\([^)]*\) · \[Switch off\]\(command:off\?acme\)$/);
    assert.doesNotMatch(card([sense(concept('pod'))], { links: withSwitch, format: 'plaintext' }), /Switch off/);
  });

  const footers: readonly (readonly [name: string, given: Partial<Concept>, detail: CardDetail, footer: RegExp])[] = [
    ['counts one example', { examples: [{ text: 'a' }] }, 'standard', / · \[1 example\]\(/],
    [
      'counts questions',
      {
        faq: [
          { question: 'a', answer: 'b' },
          { question: 'a', answer: 'b' },
        ],
      },
      'standard',
      / · \[2 questions\]\(/,
    ],
    ['names more paragraphs', { description: 'a\n\nb' }, 'standard', / · \[Full card\]\(/],
    ['names links', { links: [{ title: 'a', url: 'https://a.example' }] }, 'standard', / · \[Full card\]\(/],
    ['names plain words', { plain: 'a' }, 'standard', / · \[Full card\]\(/],
    ['names plain words when brief', { plain: 'a' }, 'brief', / · \[Full card\]\(/],
    ['names more related terms', { related: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] }, 'standard', / · \[Full card\]\(/],
    ['names nothing that is shown', { description: 'a', related: ['A'] }, 'standard', /^Acme platform · \[Source\]/m],
    ['names the description when brief', { description: 'a' }, 'brief', / · \[Full card\]\(/],
    ['names what was cut from a full card', { description: 'word '.repeat(3000) }, 'full', / · \[Full card\]\(/],
  ];
  for (const [name, given, detail, footer] of footers) {
    it(`${name} in the footer`, () => assert.match(card([sense(concept('pod', given))], { detail }), footer));
  }

  const parts: readonly (readonly [name: string, given: Partial<Concept>, expected: RegExp])[] = [
    ['six related terms', { related: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] }, /\[F\]\(command:show\?f\) · …$/m],
    ['an unknown related name as text', { related: ['docker', 'Pod'] }, /^\*\*Related\*\* docker · \[Pod\]/m],
    ['a related term once', { related: ['docker', 'docker'] }, /^\*\*Related\*\* docker$/m],
    [
      'the full form of a preferred abbreviation',
      { terms: [term('API', 'preferred', 'abbreviation'), term('application programming interface', 'admitted')] },
      /^### API · application programming interface$/m,
    ],
    [
      'what an abbreviation stands for, without a definition',
      { definition: '', terms: [term('Application Programming Interface'), term('API', 'admitted', 'abbreviation')] },
      /^### Application Programming Interface \(API\)\n\n---$/m,
    ],
    [
      'what a preferred abbreviation stands for, without a definition',
      { definition: '', terms: [term('API'), term('Application Programming Interface', 'admitted', 'variant')] },
      /^### Application Programming Interface \(API\)\n\n---$/m,
    ],
    [
      'several abbreviations of a term without a definition',
      {
        definition: '',
        category: 'Web',
        terms: [
          term('Role-Based Access Control'),
          term('RBAC', 'admitted', 'abbreviation'),
          term('R-BAC', 'admitted', 'abbreviation'),
          term('RBACS', 'deprecated', 'abbreviation'),
        ],
      },
      /^### Role-Based Access Control \(RBAC, R-BAC\)\nWeb\n\n---$/m,
    ],
    [
      'the names of a term without a definition or an abbreviation',
      { definition: '', terms: [term('pod'), term('pods', 'admitted', 'variant')] },
      /^### pod\n\n---$/m,
    ],
    ['symbols in a term', { terms: [term('C++'), term('C#', 'admitted', 'abbreviation')] }, /^### C\+\+ · C#$/m],
    [
      'plain words as text',
      { plain: '*group* of [it](https://a.example)', links: [] },
      /^\*\*In plain words\*\* \\\*group/m,
    ],
    ['a link without a safe address as its title', { links: [{ title: 'a', url: 'command:x' }] }, /^\*\*Links\*\* a$/m],
  ];
  for (const [name, given, expected] of parts) {
    const detail = given.links === undefined ? 'standard' : 'full';
    it(`shows ${name}`, () => assert.match(card([sense(concept('pod', given))], { detail }), expected));
  }

  it('links to addresses with any character in them', () => {
    const odd = { ...links, page: () => 'command:x?["a b",(c)]&amp;<é>\\`' };
    const shown = card([sense(kubernetes)], { links: odd });
    assert.match(shown, /\]\(command:x\?%5B%22a%20b%22,%28c%29%5D&amp%3B%3C%C3%A9%3E%5C%60\)/);
  });
});

describe('renderPage', () => {
  it('shows everything about a concept', () => {
    assert.equal(
      renderPage(kubernetes, { glossary: 'Acme platform', related, links }),
      text(
        '# Kubernetes',
        '',
        'K8s · *koo-ber-NET-eez* — Engineering and DevOps',
        '',
        'A system that *runs* containers.',
        '',
        '**In plain words** system that runs programs',
        '',
        'You say what should run.',
        '',
        'It keeps it so.',
        '',
        '## Examples',
        '',
        '### A big deployment',
        '',
        'Run `kubectl scale`.',
        '',
        '### Example 2',
        '',
        'Later.',
        '',
        '## Questions',
        '',
        '### When do we need it?',
        '',
        'With many services.',
        '',
        '## Links',
        '',
        '- [Home](https://kubernetes.io)',
        '',
        '## Related',
        '',
        '- [Docker](command:show?docker): What Docker is.',
        '- [Pod](command:show?pod): What Pod is.',
        '',
        '## Other terms',
        '',
        '**Also called** kube',
        '',
        '**Do not use** kubernates (misspelling)',
        '',
        '---',
        '',
        'Acme platform · [acme platform.glossary.yaml](file:///acme.yaml#kubernetes)',
        '',
      ),
    );
  });

  it('says who keeps the glossary', () => {
    const owner = { name: 'Acme Docs', url: 'https://acme.example', contact: 'ask #glossary' };
    const shown = renderPage(concept('pod'), { glossary: 'Acme platform', owner, related, links: noLinks });
    assert.match(shown, /\nAcme platform · \[Acme Docs\]\(https:\/\/acme\.example\) · ask #glossary · acme platform/);
  });

  it('leaves no trace of what is absent', () => {
    assert.equal(
      renderPage(concept('pod'), { glossary: 'Acme platform', related, links: noLinks }),
      text('# pod', '', 'What pod is.', '', '---', '', 'Acme platform · acme platform.glossary.yaml', ''),
    );
  });
});

describe('a Markdown reader of a card', () => {
  let present: readonly Reader[] = [];
  before(async () => {
    present = (await readers()).present;
  });

  it('finds nothing beyond the allow-list and our own links, whatever field a payload is in', function () {
    this.timeout(60_000);
    assert.ok(fewerPayloads.length > 200);
    for (const [index, payload] of fewerPayloads.entries()) {
      const glossary = payload.slice(0, 200);
      const hostile = everyField(glossary);
      const [full, ...others] = hostileCards(hostile, glossary);
      assertSafe(full, payload, present);
      // The other layouts put the same fields elsewhere: one in five payloads is a sample of each kind.
      if (index % 5 === 0) {
        others.push(renderPage(hostile, { glossary, owner: ownerOf(glossary), related, links: own }));
        for (const written of others) {
          assertSafe(written, payload, present);
        }
      }
    }
  });

  it('is never given more than the limit', function () {
    this.timeout(60_000);
    const long = fc.constantFrom(
      'a ',
      'word',
      '[x](https://h) ',
      '\u202E',
      '*',
      '# ',
      '\n\n',
      '```\n',
      '- a\n',
      '日本',
      '😀',
      '<',
    );
    fc.assert(
      fc.property(fc.array(long, { maxLength: 20 }), fc.integer({ min: 1, max: 2000 }), (pieces, times) => {
        const payload = pieces.join('').repeat(times).slice(0, 20_000);
        const hostile = everyField(payload);
        for (const written of hostileCards(hostile, 'Acme '.repeat(times), payload)) {
          assert.ok(written.length <= CARD_LIMIT, `${written.length}`);
        }
        const page = renderPage(hostile, { glossary: 'Acme', owner: ownerOf(payload), related, links: own });
        assert.ok(page.length <= PAGE_LIMIT);
      }),
      { numRuns: 15, examples: [[['# ', '😀', '\u202E', '\u202E', 'word', '😀'], 1033]] },
    );
  });
});

/** Addresses that nothing else may equal. */
const own = {
  concept: () => `command:own?${'%41'.repeat(300)}`,
  page: () => `command:own?${'%42'.repeat(300)}`,
  source: () => 'file:///own',
  switchOff: () => `command:own?${'%43'.repeat(300)}`,
};

function everyField(payload: string): Concept {
  const all = [
    term(payload),
    term(payload, 'admitted', 'abbreviation'),
    term(payload, 'deprecated', 'variant', payload),
  ] as const;
  return concept('hostile', {
    terms: all,
    definition: payload,
    description: `${payload}\n\n${payload}`,
    pronunciation: payload,
    category: payload,
    examples: [{ title: payload, text: payload }, { text: payload }],
    faq: [{ question: payload, answer: payload }],
    links: [
      { title: payload, url: payload },
      { title: payload, url: `https://h.example/${payload}` },
    ],
    related: [payload, `x ${payload}`],
    origin: { uri: `file:///${payload}`, span: { start: 0, end: 1 }, line: 0 },
  });
}

function hostileCards(hostile: Concept, glossary: string, payload = glossary): [string, ...string[]] {
  const one = sense(hostile, glossary, hostile.terms[2]);
  const other = sense({ ...hostile, category: 'Other' }, `${glossary}2`);
  const given = { links: own, owner: () => ownerOf(payload) };
  return [card([one], { ...given, detail: 'full' }), card([one], given), card([one, other], given)];
}

function ownerOf(payload: string): Owner {
  return { name: payload, contact: payload, url: `https://h.example/${payload}` };
}

/** Fail where a reader finds an image, HTML or a link that is neither ours nor to the web or a mailbox. */
function assertSafe(written: string, payload: string, present: readonly Reader[]): void {
  for (const reader of present) {
    const { links: found, images, html } = reader.read(written);
    const wrong = found.filter((link) => !/^(?:https?:\/\/|mailto:[^/]|command:own\?%4|file:\/\/\/own$)/.test(link));
    const all = [...wrong, ...images, ...html];
    assert.deepEqual(all, [], `${reader.name} reads ${JSON.stringify(written)} from ${JSON.stringify(payload)}`);
  }
}

function text(...lines: readonly string[]): string {
  return lines.join('\n');
}
