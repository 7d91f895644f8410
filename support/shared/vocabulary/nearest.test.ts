import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { runFeatures } from '../../testing/run-features';
import type { Purpose } from './definition';
import { loadVocabulary } from './from-library';
import { vocabularyOfMessages } from './from-messages';
import { nearest } from './nearest';
import type { Vocabulary } from './vocabulary';

/** What somebody may write, and the step that should be offered first. */
const SLIPS: readonly (readonly [purpose: Purpose, written: string, meant: string])[] = [
  ['Then', 'pausei a instancia', 'a instância <instance_id> fica pausada'],
  ['Then', 'a instância <x> foi pausada', 'a instância <x> fica pausada'],
  ['Given', 'que pausei a instância <x>', 'que já tenho a instância <x> pausada'],
  ['Then', 'o status é 200', 'a API responde 200'],
  ['Then', 'a api retorna 201', 'a API responde 201'],
  ['Then', 'a API deve responder 200', 'a API responde 200'],
  ['When', 'executo dumont instance list', 'executo `dumont instance list`'],
  ['When', 'rodo `dumont instance list`', 'executo `dumont instance list`'],
  ['When', 'executar `dumont instance list`', 'executo `dumont instance list`'],
  ['When', 'Executo `dumont instance get <instance_id>`', 'executo `dumont instance get <instance_id>`'],
  ['Then', 'guardo o campo "id" como <x>', 'anoto o campo "id" como <x>'],
  ['Then', 'anota o campo id como <x>', 'anoto o campo "id" como <x>'],
  ['Given', 'que eu estou autenticado', 'que estou autenticado'],
  ['Given', 'estou logado', 'que estou autenticado'],
  ['Then', 'o campo "count" maior que 0', 'o campo "count" é maior que 0'],
  ['Then', 'o campo count é maior que 0', 'o campo "count" é maior que 0'],
  ['Then', 'o campo “count” é maior que 0', 'o campo "count" é maior que 0'],
  ['Then', 'a lista offers tem ao menos 1 item', 'a lista "offers" tem ao menos 1 item'],
  ['Then', 'a lista "offers" tem pelo menos 3 itens', 'a lista "offers" tem ao menos 3 itens'],
  ['Then', 'todos os itens da lista "offers" têm:', 'cada item da lista "offers" tem:'],
  [
    'Then',
    'a lista "offers" está ordenada em ordem crescente por "dph_total"',
    'a lista "offers" está em ordem crescente de "dph_total"',
  ],
  ['Then', 'a soma dos "savings" da lista "gpu_breakdown" é 10', 'a soma de "savings" da lista "gpu_breakdown" é 10'],
  ['Then', 'devo ver o erro “Not authenticated”', 'o erro diz "Not authenticated"'],
  ['Then', 'a mensagem de erro é "Not found"', 'o erro diz "Not found"'],
  ['Then', 'a saida mostra "Unauthorized"', 'a saída mostra "Unauthorized"'],
  ['Then', 'a resposta contém todos os campos', 'a resposta traz todos os campos'],
  ['Then', 'o arquivo "~/.dumont_token" não deve existir', 'o arquivo "~/.dumont_token" não existe'],
  ['Given', 'que a conta não tem saldo', 'que a conta está sem saldo'],
  ['Given', 'que tenho uma instância rodando', 'que já tenho a instância <instance_id> em execução'],
  ['Given', 'que tenho a instancia <gpu_id> parada', 'que já tenho a instância <gpu_id> pausada'],
  ['Then', 'a instância <instance_id> não existe mais', 'a instância <instance_id> deixa de existir'],
  ['Then', 'a instância <instance_id> aparece na listagem', 'a instância <instance_id> aparece na lista com:'],
  ['Then', 'a instância <instance_id> não está na lista', 'a instância <instance_id> não aparece na lista'],
  ['Then', 'a instância <instance_id> continua em execução', 'a instância <instance_id> fica em execução'],
  ['Then', 'minhas instancias continuam iguais', 'minhas instâncias continuam as mesmas'],
  ['Given', 'que escolho a oferta mais barata como <ID>', 'que escolhi a oferta mais barata como <ID>'],
  ['Given', 'que o token está expirado', 'que meu token está vencido'],
  ['Given', 'que meu token está vensido', 'que meu token está vencido'],
  [
    'Given',
    'que gravo o arquivo "pesos.bin" na instância <instance_id>',
    'que gravei o arquivo "pesos.bin" na instância <instance_id>',
  ],
  ['Then', 'os logs do job <job_id> estão crescendo', 'os logs do job <job_id> crescem'],
  ['Then', 'nenhum pedido chegou na API', 'nenhum pedido chega à API'],
  ['Then', 'o comando termina com codigo 2', 'o comando termina com o código 2'],
  ['Given', 'que passaram 10 horas', 'que se passaram 10 horas'],
  ['Then', 'o snapshot <snapshot_id> foi guardado', 'o snapshot <snapshot_id> fica guardado'],
  ['Given', 'que existe uma instância <alheia> de outro usuário', 'que existe a instância <alheia> de outro usuário'],
  ['Given', 'que a Vast.ai está caída', 'que a Vast.ai está fora do ar'],
];

/** From the messages of a run alone, without a look at the sources. */
async function vocabularyOfRun(): Promise<Vocabulary> {
  const { messages } = await runFeatures({
    features: { 'uma.feature': 'Funcionalidade: Uma\n  Cenário: Um\n    Dado que estou autenticado\n' },
    args: ['--dry-run'],
  });
  return vocabularyOfMessages({
    definitions: messages.flatMap(({ stepDefinition }) => (stepDefinition ? [stepDefinition] : [])),
    parameterTypes: messages.flatMap(({ parameterType }) => (parameterType ? [parameterType] : [])),
  });
}

describe('the nearest step', () => {
  let vocabulary: Vocabulary;
  let told: Vocabulary;
  before(async () => {
    vocabulary = await loadVocabulary(path.resolve(__dirname, '..', '..', '..'));
    told = await vocabularyOfRun();
  });

  for (const [purpose, written, meant] of SLIPS) {
    test(`of "${written}"`, () => {
      assert.equal(vocabulary.match(written).length, 0, 'it is no slip');
      const found = nearest(written, vocabulary, purpose);
      assert.equal(found[0]?.text, meant);
      assert.equal(nearest(written, told, purpose)[0]?.text, meant, 'the messages alone say otherwise');
      assert.ok(found.length <= 3);
      for (const { definition, text } of found) {
        assert.ok(
          vocabulary.match(text).some((match) => match.definition === definition),
          `${text} is not of ${definition.expression}`,
        );
      }
    });
  }

  test('of what is like nothing is none', () => {
    for (const text of ['abacaxi com queijo', '', '12', '…', 'a o de que']) assert.deepEqual(nearest(text, vocabulary), []);
  });

  test('of a long or hostile text is found all the same, at once', () => {
    const texts = [
      `a instância ${'<'.repeat(5000)} pausada`,
      '$& \\1 (((({{{{',
      `executo \`${'a'.repeat(20_000)}`,
      'toString constructor __proto__',
    ];
    for (const text of texts) assert.ok(nearest(text, vocabulary).length <= 3);
  });
});
