import assert from 'node:assert/strict';
import { stemmerOf } from '../../../server/src/terminology/inflection/stemmers';
import { createStemmers, isStemmed } from '../../../server/src/terminology/inflection/stemming';
import { splitName } from '../../../server/src/terminology/nameParts';
import { type HugoGlossary, hasCorpora, hugoTitles } from '../../support/corpusTitles';

function stem(language: string, word: string): string {
  const stemmer = stemmerOf(language);
  assert.ok(stemmer, language);
  return stemmer(word);
}

describe('the stems of words', () => {
  /** Words of one row are forms of one word. */
  const alike: readonly (readonly [language: string, words: string])[] = [
    ['de', 'Knoten Knotens'],
    ['de', 'Container Containers Containern'],
    ['de', 'Cluster Clustern Clusters'],
    ['de', 'Pod Pods'],
    ['de', 'Block Blöcke Blöcken'],
    ['de', 'Namensraum Namensräume Namensraums'],
    ['de', 'Umgebung Umgebungen'],
    ['de-AT', 'Maß Maße'],
    ['es', 'contenedor contenedores Contenedores'],
    ['es', 'clúster clústeres cluster clusters'],
    ['es', 'imagen imágenes'],
    ['es', 'región regiones'],
    ['es', 'capacidad capacidades'],
    ['es', 'nodo nodos'],
    ['es', 'pod pods'],
    ['fr', 'conteneur conteneurs'],
    ['fr', 'nœud nœuds'],
    ['fr', 'réseau réseaux'],
    ['fr', 'canal canaux'],
    ['fr', 'travail travaux'],
    ['it', 'contenitore contenitori'],
    ['it', 'servizio servizi'],
    ['it', 'tecnologia tecnologie'],
    ['it', 'pacco pacchi'],
    ['it', 'pod pods'],
    ['pt-BR', 'contêiner contêineres'],
    ['pt', 'aplicação aplicações'],
    ['pt', 'imagem imagens'],
    ['pt', 'nível níveis'],
    ['pt', 'perfil perfis'],
    ['pt', 'virtual virtuais'],
    ['ru', 'под поды подов поде поду'],
    ['ru', 'контейнер контейнера контейнеры контейнеров контейнерами'],
    ['ru', 'плоскость плоскости плоскостью'],
    ['ru', 'узлы узла узлов узлами'],
    ['ru', 'развёртывание развертывания'],
    ['hi', 'कंटेनर कंटेनरों'],
    ['hi', 'पॉड पॉड्स'],
    ['hi', 'सेवा सेवाएं सेवाओं'],
    ['uk', 'контейнер контейнера контейнерів'],
    ['nl', 'knooppunt knooppunten'],
    ['sv', 'tjänst tjänster'],
    // Composed or not, it is the same word.
    ['fr', 'réseau re\u0301seau'],
  ];
  for (const [language, words] of alike) {
    it(`${language}: ${words}`, () => {
      const stems = new Set(words.split(' ').map((word) => stem(language, word)));
      assert.equal(stems.size, 1, [...stems].join(' '));
    });
  }

  /** Words of one row are different words. */
  const apart: readonly (readonly [language: string, words: string])[] = [
    ['de', 'Masse Maße'],
    ['de', 'Entwicklung Entwickler'],
    ['es', 'controlador control controlar'],
    ['es', 'aplicación aplicar'],
    ['es', 'carga cargo'],
    ['fr', 'opération opérateur'],
    ['fr', 'distribué distribue'],
    ['it', 'scalabilità scalabile'],
    ['pt', 'escalabilidade escala'],
    ['ru', 'безопасность безопасный'],
    ['ru', 'узел сервис'],
  ];
  for (const [language, words] of apart) {
    it(`${language}: ${words.replaceAll(' ', ' ≠ ')}`, () => {
      const stems = words.split(' ').map((word) => stem(language, word));
      assert.equal(new Set(stems).size, stems.length, stems.join(' '));
    });
  }

  const asTheyAre: readonly (readonly [language: string, word: string])[] = [
    ['de', 'ans'],
    ['de', 'SSD'],
    ['de', 'DNS'],
    ['es', 'TLS'],
    ['pt', 'ipv6'],
    ['ru', 'pods'],
  ];
  for (const [language, word] of asTheyAre) {
    it(`${language}: ${word} stays as it is`, () => assert.equal(stem(language, word), word.toLowerCase()));
  }
});

describe('the registry of stemmers', () => {
  it('has them once a language needs one', async () => {
    const stemmers = createStemmers();
    assert.equal(stemmers.of('de'), undefined);
    assert.equal(await stemmers.load(['en', 'ja']), false);
    assert.equal(stemmers.of('de'), undefined);
    assert.equal(await stemmers.load(['en', 'de-CH']), true);
    assert.equal(stemmers.of('de')?.('Knotens'), stem('de', 'Knoten'));
    assert.equal(await stemmers.load(['ru']), false);
    assert.equal(stemmers.of('en'), undefined);
  });

  it('knows the languages that have one', () => {
    for (const language of ['de', 'es', 'fr', 'hi', 'it', 'nl', 'pt', 'ru', 'sv', 'uk', 'en', 'ja', 'zh', 'ko', 'tr'])
      assert.equal(isStemmed(language), stemmerOf(language) !== undefined, language);
  });
});

describe('the titles of real glossaries', () => {
  before(function () {
    if (hasCorpora) return;
    console.log('      skipped: ../shared/corpora/glossaries is not there');
    this.skip();
  });

  const glossaries: readonly HugoGlossary[] = ['kubernetes-hugo', 'cncf-hugo'];
  for (const language of ['de', 'es', 'fr', 'hi', 'it', 'pt-br', 'ru', 'uk']) {
    it(`in ${language} keep apart, concept by concept`, () => {
      for (const glossary of glossaries) {
        /** What was stemmed so, by its own letters: two files may well have one title. */
        const texts = new Map<string, string>();
        for (const { id, title } of hugoTitles(glossary, language)) {
          const { name, others } = splitName(title, id);
          for (const text of [name, ...others]) {
            const stems = text.split(/[\s-]+/).map((word) => stem(language, word));
            const written = text.toLowerCase();
            const first = texts.get(stems.join(' ')) ?? written;
            texts.set(stems.join(' '), first);
            assert.equal(first, written, `${glossary}: ${id}`);
          }
        }
      }
    });
  }
});
