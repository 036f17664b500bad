import assert from 'node:assert/strict';
import { languageOfText } from '../../server/src/analysis/documentLanguage';

describe('languageOfText', () => {
  const rows: readonly (readonly [text: string, likely: readonly string[], language: string | undefined])[] = [
    ['Der Server wird mit einem Container auf dem Knoten gestartet.', [], 'de'],
    ['The server is started on the node with a container.', ['de'], 'en'],
    ['Add a page with a list of a team.', [], 'en'],
    ['El servidor se inicia en el nodo con un contenedor.', [], 'es'],
    ['Le serveur est lancé sur le nœud avec un conteneur.', [], 'fr'],
    ['Il server è avviato sul nodo con un contenitore.', [], 'it'],
    ['O servidor não é iniciado no nó com um contêiner.', [], 'pt'],
    ['Сервер запускается на узле в контейнере и не в другом.', [], 'ru'],
    ['सर्वर नोड पर कंटेनर में है।', [], 'hi'],
    ['Knoten', ['de'], 'de'],
    ['Knoten', ['de', 'fr'], undefined],
    ['', [], undefined],
  ];
  for (const [text, likely, language] of rows) {
    it(`takes "${text}" for ${language ?? 'no language'}`, () => {
      assert.equal(languageOfText(text, new Set(likely)), language);
    });
  }
});
