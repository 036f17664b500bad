import assert from 'node:assert/strict';
import { findOccurrences, Occurrences } from '../../server/src/analysis/occurrences';
import { parseDocument } from '../../server/src/languages/document';
import type { Term } from '../../server/src/terminology/concept';
import { SourceReader } from '../../server/src/text/source';
import { conceptOf, vocabularyOf } from '../support/concepts';
import { mark, unmark } from '../support/marked';
import { plain } from '../support/plain';

type Terms = readonly (string | Partial<Term>)[];
type Row = readonly [behaviour: string, terms: Terms, marked: string];

const exact = (text: string): Partial<Term> => ({ text, caseRule: 'exact' });
const fold = (text: string): Partial<Term> => ({ text, caseRule: 'fold' });

const groups: Readonly<Record<string, readonly Row[]>> = {
  'whole words': [
    ['a word alone', ['pod'], 'A ⟦pod⟧ runs.'],
    ['not inside a word', ['pod'], 'A podcast, a tripod, iPod.'],
    ['beside punctuation', ['pod'], '(⟦pod⟧), "⟦pod⟧"; ⟦pod⟧: ⟦pod⟧!'],
    ['at both ends of the text', ['pod'], '⟦pod⟧'],
    ['on both sides of a slash', ['client', 'server'], '⟦client⟧/⟦server⟧'],
    ['not in a host name', ['k8s'], 'registry.k8s.io and k8s.io'],
    ['not in a file name', ['pod'], 'Edit pod.yaml and my.pod now.'],
    ['not in a path', ['etc'], 'Look in /etc or ./etc.'],
    ['not in a flag', ['cluster'], 'Pass --cluster to it.'],
    ['not in a snake-case name', ['pod'], 'my_pod and pod_name'],
    ['not in a contraction', ['can', 'kubelet'], "can't, ⟦can⟧, can’t, ⟦kubelet⟧'ом"],
    ['not in an abbreviation with a semicolon', ['DR'], 'TL;DR, but ⟦DR⟧; ⟦DR⟧'],
    ['before the full stop that ends a sentence', ['pod'], 'Start the ⟦pod⟧. Then wait.'],
    ['a part of a hyphenated word', ['container'], 'a ⟦container⟧-based system'],
    ['next to letters of a script without spaces', ['Pod'], '⟦Pod⟧は⟦Pod⟧です'],
    ['not inside a CamelCase name', ['git', 'script'], 'GitHub and JavaScript'],
    ['not before the signs that end a name', ['C', 'F'], '⟦C⟧, C++ and C#; F# 7, ⟦F⟧ + 1 and ⟦F⟧+1'],
    ['not on a side of an ampersand between letters', ['R', 'D'], 'R&D, ⟦R⟧ & ⟦D⟧'],
    ['behind a slash that follows such a name', ['Java'], 'C++/⟦Java⟧ and C#/⟦Java⟧'],
  ],
  'several words': [
    ['one space', ['rolling update'], 'a ⟦rolling update⟧ runs'],
    [
      'any white space, a line end too',
      ['rolling update'],
      '⟦rolling  update⟧, ⟦rolling\nupdate⟧, ⟦rolling\r\n  update⟧',
    ],
    ['a no-break space', ['rolling update'], '⟦rolling\u00a0update⟧'],
    ['a hyphen', ['rolling update'], '⟦rolling-update⟧, ⟦rolling‑update⟧'],
    ['a hyphen at the end of a line', ['auto-scaling'], '⟦auto-\nscaling⟧'],
    ['joined', ['rolling update'], '⟦rollingupdate⟧'],
    ['CamelCase', ['horizontal pod autoscaler'], 'a ⟦HorizontalPodAutoscaler⟧ object'],
    ['snake case', ['rolling update'], '⟦rolling_update⟧ and ⟦ROLLING_UPDATE⟧'],
    ['cut by a hyphen or a space', ['autoscaling'], '⟦auto-scaling⟧ and ⟦auto scaling⟧'],
    ['not cut behind a single letter', ['asynchronous'], 'a synchronous call'],
    [
      'cut by a space between pieces that are no words of their own',
      ['backup', 'ingress'],
      'comes back up, in gress, ⟦back-up⟧',
    ],
    ['not cut where the term is short', ['today'], 'to day'],
    ['abbreviations are not cut', ['API'], 'A PI and A-PI'],
    ['not over a dash', ['rolling update'], 'rolling - update, rolling – update'],
    ['not over punctuation', ['rolling update'], 'rolling, update; rolling. Update'],
    ['not over an empty hyphen chain', ['rolling update'], 'rolling--update'],
  ],
  'the longest term': [
    ['hides the terms inside it', ['pod', 'autoscaler', 'horizontal pod autoscaler'], 'a ⟦horizontal pod autoscaler⟧'],
    ['gives way where it does not go on', ['pod', 'pod security policy'], 'a ⟦pod⟧ security guard'],
    [
      'is found behind a beginning that leads nowhere',
      ['service level', 'level objective'],
      '⟦service level⟧ objective',
    ],
    ['leftmost wins over longest', ['b c d', 'a b'], '⟦a b⟧ c d'],
    ['ends before its own next occurrence', ['pod'], '⟦pod⟧ ⟦pod⟧'],
  ],
  symbols: [
    ['at the end', ['C++', 'C#'], '⟦C++⟧, ⟦C#⟧ and C or C+++'],
    ['at the start', ['.NET'], 'the ⟦.NET⟧ runtime, not ASP.NET'],
    ['inside', ['CI/CD', 'Node.js', 'TCP/IP'], '⟦CI/CD⟧ for ⟦Node.js⟧ over ⟦TCP/IP⟧'],
    ['an apostrophe of either kind', ["Conway's law"], "⟦Conway’s law⟧, ⟦Conway's law⟧"],
    ['a term of symbols alone', ['>>>'], 'the ⟦>>>⟧ prompt'],
    ['an arrow', ['->'], 'a ⟦->⟧ b, a --> b, a > b'],
    [
      'hyphens and underscores before it',
      ['--force', '-f', '_id'],
      '⟦--force⟧ by force; ⟦-f⟧, --f, f; ⟦_id⟧, my_id, id',
    ],
    ['hyphens and underscores behind it', ['pre-', '__init__'], '⟦pre-⟧flight, pre; ⟦__init__⟧, init, __init'],
  ],
  capitals: [
    ['an abbreviation in capitals only', ['IT'], '⟦IT⟧ runs it. It is ⟦IT⟧-heavy.'],
    ['a term with a digit and a small letter in any case', ['K8s'], '⟦K8s⟧, ⟦k8s⟧, ⟦K8S⟧'],
    ['an ordinary term in any case', ['pod'], '⟦Pod⟧, ⟦POD⟧, ⟦pod⟧'],
    ['exact binds', [exact('Service')], 'a ⟦Service⟧, a service, SERVICE'],
    ['fold frees', [fold('API')], '⟦api⟧, ⟦Api⟧, ⟦API⟧'],
    ['full width reads as half width', [fold('api')], '⟦ＡＰＩ⟧'],
  ],
  'number and possession': [
    ['regular plurals', ['pod', 'proxy', 'mesh'], '⟦pods⟧, ⟦proxies⟧, ⟦meshes⟧'],
    ['irregular plurals', ['index', 'matrix', 'child process'], '⟦indices⟧, ⟦indexes⟧, ⟦matrices⟧, ⟦child processes⟧'],
    ['plurals of abbreviations', ['API', 'OS'], '⟦APIs⟧, ⟦OSes⟧, not APIes'],
    ['capitals of an abbreviation bind in its plural', ['API'], 'apis and ⟦APIs⟧'],
    ['a plural in capitals throughout, but not of an abbreviation', ['pod', 'HTTP'], '⟦PODS⟧, ⟦HTTPs⟧ and HTTPS'],
    ['possessives leave the apostrophe out', ['pod', 'API'], "the ⟦pod⟧'s, ⟦API⟧'s, ⟦pods⟧' and ⟦pod⟧’s"],
    ['an optional plural belongs to the term', ['pod', 'class'], '⟦pod(s)⟧ and ⟦class(es)⟧'],
    ['the last word of several bends', ['release note'], '⟦release notes⟧, not releases note'],
    [
      'a term in the plural is met in the singular',
      ['microservices', 'release notes'],
      'a ⟦microservice⟧, a ⟦release note⟧',
    ],
    [
      'a capital or a short word is a plural behind another word',
      ['Resource Quotas', 'Add-ons'],
      '⟦resource quota⟧, ⟦add-on⟧, ⟦addon⟧',
    ],
    ['names keep their last letter', ['Kubernetes', 'AWS', 'Windows'], 'Kubernete, AW, window'],
    ['only the terms that there are bend', ['news'], 'lens and ⟦news⟧'],
  ],
};

describe('findOccurrences', () => {
  for (const [group, rows] of Object.entries(groups)) {
    describe(group, () => {
      for (const [behaviour, terms, marked] of rows) {
        it(behaviour, () => {
          const { text } = unmark(marked);
          const vocabulary = vocabularyOf(terms.map((term) => conceptOf(term)));
          const spans = findOccurrences(text, plain, vocabulary).map(({ span }) => span);
          assert.equal(mark(text, spans), marked);
        });
      }
    });
  }

  it('does not bend the terms of another language', () => {
    const vocabulary = vocabularyOf([conceptOf('Maus')], 'de');
    assert.deepEqual(findOccurrences('Mauses', plain, vocabulary), []);
  });

  it('gives the senses of homonyms in the order of their glossaries, each concept once', () => {
    const vocabulary = vocabularyOf([conceptOf('pod', 'PODs'), conceptOf({ text: 'Pod', reason: 'second' })]);
    const [occurrence] = findOccurrences('two pods', plain, vocabulary);
    assert.deepEqual(
      occurrence?.senses.map(({ term }) => term.text),
      ['pod', 'Pod'],
    );
  });

  it('gives the nearest of more homonyms than anybody reads', () => {
    const concepts = Array.from({ length: 5000 }, (_, index) => ({ ...conceptOf('pod'), id: `pod-${index}` }));
    const occurrences = findOccurrences('pod '.repeat(1000), plain, vocabularyOf(concepts));
    assert.equal(occurrences.length, 1000);
    assert.equal(occurrences[0]?.senses.length, 100);
    assert.equal(occurrences[0]?.senses[99]?.concept.id, 'pod-99');
  });

  it('survives a text that is all beginnings', () => {
    const vocabulary = vocabularyOf([conceptOf('a a a a a a a a b')]);
    assert.deepEqual(findOccurrences('a '.repeat(2000), plain, vocabulary), []);
  });
});

describe('Occurrences', () => {
  const { text, spans } = unmark('a ⟦pod⟧ and ⟦node⟧');
  const vocabulary = vocabularyOf([conceptOf('pod'), conceptOf('node')]);
  const reader = new SourceReader();
  const occurrences = new Occurrences(parseDocument(text, plain, reader), vocabulary, reader);
  const rows: readonly (readonly [number, number | undefined])[] = [
    [0, undefined],
    [1, undefined],
    [2, 0],
    [4, 0],
    [5, 0],
    [6, undefined],
    [text.length, 1],
  ];
  for (const [offset, expected] of rows) {
    it(`finds ${expected === undefined ? 'nothing' : `occurrence ${expected}`} at ${offset}`, () => {
      assert.deepEqual(occurrences.at(offset)?.span, expected === undefined ? undefined : spans[expected]);
    });
  }
});
