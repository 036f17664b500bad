import assert from 'node:assert/strict';
import { findOccurrences } from '../../server/src/analysis/occurrences';
import type { Concept, Term } from '../../server/src/terminology/concept';
import { createGlossary } from '../../server/src/terminology/glossary';
import { createTerminology } from '../../server/src/terminology/terminology';
import { conceptOf } from '../support/concepts';
import { mark, unmark } from '../support/marked';
import { plain } from '../support/plain';
import { stemmedTerms } from '../support/stemmedTerms';

type Name = string | Partial<Term>;

/** What is hard about finding terms in real documents, each with a glossary and a sentence of ours. */
interface Row {
  /** BCP 47 of the glossary; English when left out. */
  readonly language?: string;
  /** One list of names for each concept. */
  readonly concepts: readonly (readonly [Name, ...Name[]])[];
  readonly marked: string;
  /** Ids of the senses of each occurrence in order, where that is the point. */
  readonly senses?: readonly string[];
}

const groups: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  'the longest term': {
    'container runtimes are not containers': {
      concepts: [['container'], ['container runtime']],
      marked: 'Most ⟦container runtimes⟧ start a ⟦container⟧ in a second.',
    },
    'the Kubernetes API server, where there is one': {
      concepts: [['Kubernetes API'], ['API server', 'Kubernetes API server']],
      marked: 'The ⟦Kubernetes API server⟧ serves the ⟦Kubernetes API⟧.',
      senses: ['api-server', 'kubernetes-api'],
    },
    'of two terms that overlap, the one on the left': {
      concepts: [['Kubernetes API'], ['API server']],
      marked: 'The ⟦Kubernetes API⟧ server, an ⟦API server⟧',
    },
    'quality of service is no service': {
      concepts: [['service'], ['quality of service', 'QoS']],
      marked: 'A ⟦service⟧ with a ⟦Quality of Service⟧ class (⟦QoS⟧)',
    },
    'a controller manager is no controller': {
      concepts: [['controller'], ['kube-controller-manager', 'controller manager']],
      marked: 'The ⟦controller manager⟧ runs each ⟦controller⟧.',
    },
    'Internet Explorer is not the Internet': {
      concepts: [['Internet'], ['Internet Explorer']],
      marked: '⟦Internet Explorer⟧ was a window to the ⟦internet⟧.',
    },
    'object-oriented is no object': {
      concepts: [['object'], ['object-oriented programming', 'object-oriented']],
      marked: 'In ⟦object-oriented⟧ code an ⟦object⟧ has methods.',
    },
    'two names of one concept': {
      concepts: [['MIME type', 'media type'], ['type']],
      marked: 'A ⟦media type⟧ or ⟦MIME type⟧ is a ⟦type⟧.',
      senses: ['mime-type', 'mime-type', 'type'],
    },
    '名前空間 is never 名前': {
      language: 'ja',
      concepts: [
        ['名前', 'Name'],
        ['名前空間', 'Namespace'],
      ],
      marked: '⟦名前空間⟧の中で⟦名前⟧は一意です。',
      senses: ['名前空間', '名前'],
    },
    '服务质量 is never 服务': {
      language: 'zh',
      concepts: [['服务'], ['服务质量']],
      marked: '每个⟦服务⟧都有⟦服务质量⟧等级。',
    },
    '容器运行时 is never 容器': {
      language: 'zh',
      concepts: [['容器'], ['容器运行时']],
      marked: '⟦容器运行时⟧负责运行⟦容器⟧。',
    },
    'ทรัพยากร inside running Thai': {
      language: 'th',
      concepts: [['คอนเทนเนอร์'], ['ทรัพยากร']],
      marked: 'ทุก⟦คอนเทนเนอร์⟧ใช้⟦ทรัพยากร⟧ร่วมกัน',
    },
  },
  'what stands around a term': {
    'a line end inside': {
      concepts: [['container runtime']],
      marked: 'each of the ⟦container\nruntimes⟧ on a node',
    },
    'an optional plural': {
      concepts: [['Pod'], ['node']],
      marked: 'the ⟦Pod(s)⟧ on these ⟦node(s)⟧',
    },
    possessives: {
      concepts: [['Pod'], ['object']],
      marked: "an ⟦object⟧'s name, the ⟦Pod⟧'s, the ⟦Pod⟧’s and all ⟦Pods⟧' names",
    },
    'an ending in another script behind an apostrophe': {
      concepts: [['Pod'], ['kubelet']],
      language: 'ru',
      marked: "⟦kubelet⟧'ом и несколько ⟦Pod⟧'ов, ⟦Pod⟧’е",
    },
    'a slash and a number': {
      concepts: [['HTTP/1.1'], ['HTTP']],
      marked: '⟦HTTP/1.1⟧ came after ⟦HTTP⟧/1.0.',
    },
    'a full stop in front': {
      concepts: [['.arpa']],
      marked: 'The domain ⟦.arpa⟧ is older than arpa.',
    },
    'a hyphen or none': {
      concepts: [['same-site cookie', 'same-site'], ['shuffle sharding']],
      marked: '⟦same-site⟧ and ⟦same site⟧; ⟦Shuffle-sharding⟧ and ⟦shuffle sharding⟧',
    },
    'a prefix with a hyphen': {
      concepts: [['cache'], ['cacheable']],
      marked: 'a non-⟦cacheable⟧ answer misses the ⟦cache⟧',
      senses: ['cacheable', 'cache'],
    },
    'an abbreviation and its plural': {
      concepts: [['virtual machine', 'VM']],
      marked: 'One ⟦VM⟧, two ⟦VMs⟧, three ⟦virtual machines⟧; no vm.',
    },
    'a particle of Japanese': {
      language: 'ja',
      concepts: [['Pod'], ['クラスター']],
      marked: '⟦Pod⟧は⟦クラスター⟧内の⟦Pod⟧です。',
    },
    'Chinese behind Latin letters': {
      language: 'zh',
      concepts: [['Kubernetes'], ['集群']],
      marked: '一个⟦Kubernetes⟧⟦集群⟧',
    },
    'a particle of Korean': {
      language: 'ko',
      concepts: [['파드', 'Pod'], ['노드']],
      marked: '⟦파드⟧(⟦Pod⟧)의 수, ⟦파드⟧는 ⟦노드⟧에서, ⟦노드⟧들을',
      senses: ['파드', '파드', '파드', '노드', '노드'],
    },
    'a Korean word that goes on': {
      language: 'ko',
      concepts: [['컨테이너']],
      marked: '컨테이너화 그리고 ⟦컨테이너⟧',
    },
  },
  'names that break an index': {
    'keys that every object has': {
      concepts: [['constructor'], ['prototype'], ['__proto__'], ['hasOwnProperty'], ['toString']],
      marked: 'A ⟦constructor⟧ sets the ⟦prototype⟧, ⟦__proto__⟧; ⟦hasOwnProperty⟧ and ⟦toString⟧ come along.',
    },
    'signs alone, and numbers': {
      concepts: [['>>>'], ['...'], ['2to3'], ['9'], ['2FA']],
      marked: 'Behind ⟦>>>⟧ type ⟦2to3⟧, then ⟦...⟧ comes; ⟦9⟧ of 99 use ⟦2FA⟧.',
    },
    'signs at the ends': {
      concepts: [['__slots__'], ['@mention'], ['@metadata']],
      marked: 'Set ⟦__slots__⟧ and ⟦@metadata⟧, not metadata, in an ⟦@mention⟧.',
    },
    alternatives: {
      concepts: [['C/C++'], ['executable / binary'], ['following (users)']],
      marked: 'An ⟦executable / binary⟧ of ⟦C/C++⟧ for ⟦following (users)⟧.',
    },
  },
  'one form, several meanings': {
    'an abbreviation of another entry': {
      concepts: [['GIL'], ['global interpreter lock', 'GIL']],
      marked: 'The ⟦GIL⟧ is the ⟦global interpreter lock⟧.',
      senses: ['gil global-interpreter-lock', 'global-interpreter-lock'],
    },
    'a plural of three entries': {
      concepts: [['property'], ['properties'], ['Property']],
      marked: 'their ⟦properties⟧',
      senses: ['property properties property'],
    },
    'a general name': {
      concepts: [
        ['IPv4', 'IP'],
        ['IPv6', 'IP'],
        ['Internet Protocol', 'IP'],
      ],
      marked: 'an ⟦IP⟧ packet of ⟦IPv6⟧',
      senses: ['ipv4 ipv6 internet-protocol', 'ipv6'],
    },
    'names that differ in capitals alone': {
      concepts: [
        [{ text: 'KB', caseRule: 'exact' }],
        [{ text: 'kB', caseRule: 'exact' }],
        [{ text: 'Katello', caseRule: 'exact' }],
        [{ text: 'katello', caseRule: 'exact' }],
      ],
      marked: '⟦KB⟧, ⟦kB⟧, kb; ⟦Katello⟧, ⟦katello⟧, KATELLO',
      senses: ['kb', 'kb', 'katello', 'katello'],
    },
    'abbreviations that are common words': {
      concepts: [['IT'], ['US'], ['ACT'], ['DO'], ['AS']],
      marked: 'As it acts, ⟦IT⟧ in the ⟦US⟧ tells us to do ⟦DO⟧.',
    },
  },
  'letters that read alike': {
    'decomposed text, composed term': {
      concepts: [['café']],
      marked: 'A ⟦cafe\u0301⟧ is a ⟦café⟧.',
    },
    'composed text, decomposed term': {
      concepts: [['cafe\u0301']],
      marked: 'A ⟦café⟧ is a ⟦cafe\u0301⟧.',
    },
    'Bengali letters with a dot of their own': {
      language: 'bn',
      concepts: [['ক্যাশ মেমোরি'], ['পরিষেবায়']],
      marked: 'এই ⟦পরিষেবায\u09bc⟧ এবং ⟦পরিষেবা\u09df⟧।',
    },
    'marks that may change places, inside of words and at their end': {
      language: 'hi',
      concepts: [['क्लाउड'], ['सर्वर'], ['ক্লাউড'], ['নাম'], ['നോഡ്']],
      marked: 'एक ⟦सर्वर⟧ ⟦क्लाउड⟧ में; এটি ⟦ক্লাউড⟧ ⟦নাম⟧; ഒരു ⟦നോഡ്⟧ ആണ്',
    },
    'no folding of ß': {
      language: 'de',
      concepts: [['Maße'], ['Masse']],
      marked: 'Die ⟦Maße⟧ sind nicht die ⟦Masse⟧.',
      senses: ['maße', 'masse'],
    },
    'a letter that grows in lower case': {
      concepts: [['pod']],
      marked: 'İİİ İstanbul: ein ⟦Pod⟧ in İzmir, ⟦POD⟧ İ',
    },
    'soft hyphens, zero-width characters, no-break spaces and hyphens': {
      concepts: [['rolling update'], ['namespace']],
      marked: 'a ⟦rolling\u00a0up\u00addate⟧, ⟦rol\u200bling\u2011update⟧, ⟦name\u200dspace⟧',
    },
    'full width': {
      concepts: [['API'], ['Pod']],
      marked: '⟦ＡＰＩ⟧と⟦Ｐｏｄ⟧',
    },
    'half-width Katakana': {
      language: 'ja',
      concepts: [['ポッド']],
      marked: 'この⟦ﾎﾟｯﾄﾞ⟧です',
    },
    'the long vowel at the end of a Katakana word': {
      language: 'ja',
      concepts: [['APIサーバー'], ['コントローラー']],
      marked: '⟦APIサーバ⟧と⟦コントローラ⟧、⟦コントローラー⟧',
    },
  },
  'words that bend': {
    'Russian, in every case, and both words of a phrase': {
      language: 'ru',
      concepts: [['Контейнер'], ['Облачные вычисления'], ['Плоскость управления']],
      marked: 'образы ⟦контейнеров⟧ для ⟦облачных вычислений⟧ в ⟦плоскости управления⟧',
    },
    'Spanish, Portuguese and French plurals': {
      language: 'es',
      concepts: [['Contenedor'], ['Registro de Log'], ['Dimensión']],
      marked: 'varios ⟦contenedores⟧ con ⟦registros de log⟧ y ⟦dimensiones⟧',
    },
    'German cases': {
      language: 'de',
      concepts: [['Knoten'], ['Anwendung'], ['Steuerungsebene']],
      marked: 'die ⟦Anwendungen⟧ auf den ⟦Knoten⟧, mehrere ⟦Steuerungsebenen⟧',
    },
    'Hindi, the oblique plural': {
      language: 'hi',
      concepts: [['कंटेनर']],
      marked: 'कई ⟦कंटेनरों⟧ में',
    },
    'no verb out of a noun': {
      concepts: [['eviction'], ['scalability'], ['container']],
      marked: 'evicted, scalable and containerized; an ⟦eviction⟧',
    },
  },
  'other names of the same': {
    'translations that disagree': {
      language: 'zh',
      concepts: [
        ['名字空间', 'Namespace', '命名空间'],
        ['控制平面', 'Control Plane', '控制面'],
        ['垃圾回收', '垃圾收集'],
      ],
      marked: '⟦命名空间⟧、⟦名字空间⟧（⟦Namespace⟧）；⟦控制面⟧和⟦控制平面⟧；⟦垃圾收集⟧',
    },
    'initials of a long name': {
      concepts: [['PersistentVolumeClaim'], ['CustomResourceDefinition']],
      marked: 'A ⟦PVC⟧, two ⟦PVCs⟧ and a ⟦CRD⟧; no pvc.',
      senses: ['persistentvolumeclaim', 'persistentvolumeclaim', 'customresourcedefinition'],
    },
    'an English plural in a glossary of another language': {
      language: 'ja',
      concepts: [['Pod'], ['Service']],
      marked: '複数の⟦Pods⟧と⟦Services⟧を作成します。',
    },
    'a name split over camel case, hyphens and spaces': {
      concepts: [
        ['PersistentVolume', 'persistent-volume'],
        ['Add-ons', 'addons'],
      ],
      marked: 'a ⟦persistent volume⟧, a ⟦Persistent Volume⟧, an ⟦add-on⟧, ⟦Addons⟧',
    },
  },
};

describe('hard cases of real documents', () => {
  for (const [group, rows] of Object.entries(groups)) {
    describe(group, () => {
      for (const [behaviour, row] of Object.entries(rows)) {
        it(behaviour, () => check(row));
      }
    });
  }

  it('finds the entry that a link names in other capitals', () => {
    const concepts: readonly Concept[] = [conceptOf('CustomResourceDefinition'), conceptOf('StatefulSet')];
    const glossary = createGlossary({ uri: 'test:/', name: 'Test', language: 'en', concepts });
    const { find } = createTerminology([glossary], stemmedTerms);
    assert.equal(find('customresourcedefinition'), concepts[0]);
    assert.equal(find('statefulSet'), concepts[1]);
    assert.equal(find('constructor'), undefined);
  });
});

function check({ language = 'en', concepts, marked, senses }: Row): void {
  const { text } = unmark(marked);
  const glossary = createGlossary({
    uri: 'test:/glossary.yaml',
    name: 'Test',
    language,
    concepts: concepts.map(([first, ...others]) => conceptOf(first, ...others)),
  });
  const { vocabulary } = createTerminology([glossary], stemmedTerms);
  const occurrences = [...findOccurrences(text, plain, vocabulary)];
  assert.equal(
    mark(
      text,
      occurrences.map(({ span }) => span),
    ),
    marked,
  );
  if (senses === undefined) return;
  assert.deepEqual(
    occurrences.map((occurrence) => occurrence.senses.map(({ concept }) => concept.id).join(' ')),
    senses,
  );
}
