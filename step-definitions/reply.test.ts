import { cannedBackend, serve } from '../support/testing/serve';
import { type StepCase, stepCases } from '../support/testing/step-cases';

// A backend that answers what the real one never would, so that every sentence about a reply can be seen to fail.

const OFFERS = [
  { id: 2, gpu_name: 'RTX 4090', dph_total: 0.5, verified: true },
  { id: 1, gpu_name: 'RTX 3060', dph_total: 0.25, verified: true },
  { id: 3, gpu_name: 'RTX 4090', dph_total: 0.75, verified: false },
];
const REPLIES = {
  'GET /health': [200, { status: 'degraded', count: 3, config: { zone: 'a', empty: '' }, when: null, log: 'a\n\nb\n' }],
  'GET /api/v1/instances/offers': [200, { offers: OFFERS, none: [], words: [{ n: 'um' }, {}] }],
  'GET /api/v1/instances/7': [200, { id: 7, status: 'running', label: null }],
} as const;

const HEALTH = 'Quando executo `dumont health list`\n';
const LIST = 'Quando executo `dumont instance offers`\n';
const GET = 'Quando executo `dumont instance get 7`\n';

const on = (command: string, title: string, sentence: string, fails?: string): StepCase => ({
  title,
  steps: `${command}Então a API responde 200\nE ${sentence}`,
  ...(fails !== undefined && { fails }),
});
const table = (...rows: [string, string][]): string =>
  [['campo', 'condição'], ...rows].map(([field, condition]) => `| ${field} | ${condition} |`).join('\n');

const NO_CONDITION =
  'não entendi a condição "vale 3"; exemplos: é 5, é "x", é <y>, é maior que 0, está entre 0 e 23, está preenchido, contém "x", começa com "x", combina com "rtx4090".';

stepCases(
  'Passos sobre a resposta',
  [
    on(HEALTH, 'um campo é', 'o campo "status" é "degraded"'),
    on(HEALTH, 'um campo é outro', 'o campo "status" é "healthy"', 'o campo "status" deveria ser "healthy", mas é "degraded".'),
    on(HEALTH, 'um campo de dentro', 'o campo "config.zone" começa com "a"'),
    on(HEALTH, 'um campo pequeno demais', 'o campo "count" é maior que 3', 'o campo "count" deveria ser maior que 3, mas é 3.'),
    on(
      HEALTH,
      'um campo fora do intervalo',
      'o campo "count" está entre 4 e 5,5',
      'o campo "count" deveria estar entre 4 e 5.5, mas é 3.',
    ),
    on(
      HEALTH,
      'um campo vazio',
      'o campo "config.empty" está preenchido',
      'o campo "config.empty" deveria estar preenchido, mas é "".',
    ),
    on(
      HEALTH,
      'um campo que não veio',
      'o campo "config.zona" é "a"',
      'o campo "config.zona" deveria ser "a", mas está ausente (há zone, empty).',
    ),
    on(
      HEALTH,
      'um campo comparado com o que ninguém anotou',
      'o campo "count" é <total>',
      'não conheço <total>: até aqui este cenário não anotou nada; use, por exemplo, E anoto o campo "id" como <instance_id>.',
    ),
    on(HEALTH, 'uma tabela', `a resposta tem:\n${table(['status', 'contém "grad"'], ['count', 'é no mínimo 3'])}`),
    on(
      HEALTH,
      'uma tabela com duas linhas erradas',
      `a resposta tem:\n${table(['status', 'é "healthy"'], ['count', 'é 3'], ['when', 'está preenchido'])}`,
      'a resposta não é a esperada:\n    - o campo "status" deveria ser "healthy", mas é "degraded"\n    - o campo "when" deveria estar preenchido, mas é null',
    ),
    on(HEALTH, 'uma condição que não existe', `a resposta tem:\n${table(['count', 'vale 3'])}`, NO_CONDITION),
    on(
      HEALTH,
      'uma tabela com outras colunas',
      'a resposta tem:\n| nome | valor |\n| a | é 1 |',
      'a tabela deve ter as colunas "campo" e "condição", nesta ordem, mas tem "nome", "valor".',
    ),
    on(HEALTH, 'uma tabela sem linhas', `a resposta tem:\n${table()}`, 'a tabela não tem nenhuma linha além do cabeçalho.'),
    on(
      GET,
      'nem todos os campos',
      'a resposta traz todos os campos',
      'a resposta deveria trazer todos os campos, mas faltam: actual_status, gpu_name, num_gpus, gpu_ram, cpu_cores, cpu_ram, disk_space, dph_total, public_ipaddr, ssh_host, ssh_port, start_date, label, ports, gpu_util, gpu_temp, cpu_util, ram_used, ram_total, provider, total_dph.',
    ),
    on(
      HEALTH,
      'todos os campos de quem não os promete',
      'a resposta traz todos os campos',
      'o contrato não diz quais campos são todos os de getHealth.',
    ),
    on(HEALTH, 'um texto de duas linhas', 'o campo "log" tem 2 linhas'),
    on(HEALTH, 'um texto de outras linhas', 'o campo "log" tem 1 linha', 'o campo "log" deveria ter 1 linha, mas tem 2.'),
    on(HEALTH, 'linhas de um número', 'o campo "count" tem 3 linhas', 'o campo "count" deveria ser um texto, mas é 3.'),
    on(LIST, 'tantos itens quanto se anotou', 'anoto o campo "offers.2.id" como <n>\nE a lista "offers" tem <n> itens'),
    on(
      LIST,
      'menos itens do que se anotou',
      'anoto o campo "offers.0.id" como <n>\nE a lista "none" tem <n> itens',
      'a lista "none" deveria ter tantos itens quanto <n>, que é 2, mas tem 0.',
    ),
    on(LIST, 'uma lista está vazia', 'a lista "none" está vazia'),
    on(LIST, 'uma lista não está vazia', 'a lista "offers" está vazia', 'a lista "offers" deveria estar vazia, mas tem 3 itens.'),
    on(LIST, 'uma lista tem itens', 'a lista "offers" tem 3 itens'),
    on(LIST, 'uma lista tem ao menos', 'a lista "offers" tem ao menos 1 item'),
    on(
      LIST,
      'uma lista tem a mais',
      'a lista "offers" tem no máximo 2 itens',
      'a lista "offers" deveria ter no máximo 2 itens, mas tem 3.',
    ),
    on(
      LIST,
      'uma lista que não veio',
      'a lista "ofertas" tem 3 itens',
      'a resposta não tem a lista "ofertas" (há offers, none, words).',
    ),
    on(HEALTH, 'um campo que não é lista', 'a lista "count" tem 3 itens', 'o campo "count" deveria ser uma lista, mas é 3.'),
    on(LIST, 'um item atende', `a lista "offers" tem um item com:\n${table(['id', 'é 1'], ['dph_total', 'é 0,25'])}`),
    on(
      LIST,
      'nenhum item atende',
      `a lista "offers" tem um item com:\n${table(['id', 'é 1'], ['dph_total', 'é 0.5'])}`,
      'nenhum item da lista "offers" atende à tabela; o que mais se aproxima não serve: o campo "id" deveria ser 1, mas é 2.',
    ),
    on(
      LIST,
      'um item numa lista vazia',
      `a lista "none" tem um item com:\n${table(['id', 'é 1'])}`,
      'nenhum item da lista "none" atende à tabela: a lista está vazia.',
    ),
    on(LIST, 'cada item atende', `cada item da lista "offers" tem:\n${table(['dph_total', 'é no máximo 0.75'])}`),
    on(
      LIST,
      'nem cada item atende',
      `cada item da lista "offers" tem:\n${table(['gpu_name', 'é "RTX 4090"'], ['verified', 'é true'])}`,
      'nem todo item da lista "offers" é o esperado:\n    - item 2: o campo "gpu_name" deveria ser "RTX 4090", mas é "RTX 3060"\n    - item 3: o campo "verified" deveria ser true, mas é false',
    ),
    on(
      LIST,
      'cada item de uma lista vazia',
      `cada item da lista "none" tem:\n${table(['id', 'é 1'])}`,
      'cada item da lista "none" deveria atender à tabela, mas a lista está vazia.',
    ),
    on(LIST, 'nenhum item é assim', `nenhum item da lista "offers" tem:\n${table(['id', 'é 1'], ['dph_total', 'é 0.5'])}`),
    on(
      LIST,
      'um item é assim e não deveria',
      `nenhum item da lista "offers" tem:\n${table(['id', 'é 1'])}`,
      'nenhum item da lista "offers" deveria atender à tabela, mas este atende: {"id":1,"gpu_name":"RTX 3060","dph_total":0.25,"verified":true}.',
    ),
    on(
      LIST,
      'itens contados contra um número anotado',
      `anoto o campo "offers.1.id" como <um>\nE a lista "offers" tem no máximo <um> itens com:\n${table(['verified', 'é false'])}`,
    ),
    on(
      LIST,
      'itens demais contra um número anotado',
      `anoto o campo "offers.1.id" como <um>\nE a lista "offers" tem no máximo <um> itens com:\n${table(['verified', 'é true'])}`,
      'a lista "offers" deveria ter no máximo 1 item com o que a tabela diz, mas tem 2.',
    ),
    on(
      LIST,
      'itens contados contra um texto',
      `anoto o campo "offers.1.gpu_name" como <gpu>\nE a lista "offers" tem no máximo <gpu> itens com:\n${table(['id', 'é 1'])}`,
      '<gpu> deveria ser um número, mas é "RTX 3060".',
    ),
    on(
      LIST,
      'fora de ordem',
      'a lista "offers" está em ordem crescente de "dph_total"',
      'a lista "offers" deveria estar em ordem crescente de "dph_total", mas o item 2 (0.25) vem depois de 0.5.',
    ),
    on(
      LIST,
      'ordem de um texto',
      'a lista "offers" está em ordem crescente de "gpu_name"',
      'o campo "gpu_name" do item 1 deveria ser um número, mas é "RTX 4090".',
    ),
    on(LIST, 'em ordem', 'a lista "none" está em ordem decrescente de "id"'),
    on(LIST, 'não repete', 'a lista "offers" não repete "id"'),
    on(
      LIST,
      'repete',
      'a lista "offers" não repete "gpu_name"',
      'a lista "offers" não deveria repetir "gpu_name", mas "RTX 4090" aparece 2 vezes.',
    ),
    on(LIST, 'repete o que falta', 'a lista "words" não repete "n"', 'o item 2 não tem o campo "n".'),
    on(LIST, 'o menor', 'o menor "dph_total" da lista "offers" é 0.25'),
    on(LIST, 'a soma', 'a soma de "dph_total" da lista "offers" é 1.5'),
    on(
      LIST,
      'o maior é outro',
      'o maior "dph_total" da lista "offers" é menor que 0.75',
      'o maior "dph_total" da lista "offers" deveria ser menor que 0.75, mas é 0.75.',
    ),
    on(
      LIST,
      'a média é outra',
      'a média de "dph_total" da lista "offers" é 0.4',
      'a média de "dph_total" da lista "offers" deveria ser 0.4, mas é 0.5.',
    ),
    on(
      LIST,
      'a soma de nada',
      'a soma de "id" da lista "none" é 0',
      'a soma de "id" da lista "none" deveria ser 0, mas a lista está vazia.',
    ),
    {
      title: 'antes de qualquer comando',
      steps: 'Então o campo "status" é "healthy"',
      fails: 'nenhum comando foi executado ainda; o passo precisa de um "Quando executo `dumont ...`" antes dele.',
    },
    {
      title: 'de um comando sem resposta',
      steps:
        'Quando executo `dumont helth list`\nEntão o comando termina com o código 2\nE a resposta tem:\n| campo | condição |\n| a | é 1 |',
      fails: 'o último comando ficou sem resposta: nenhum pedido chegou à API.',
    },
  ],
  async () => ({
    DUMONT_BASE_URL: await serve(cannedBackend(REPLIES)),
    DUMONT_BIN: 'sandbox',
    DUMONT_CONTRACT: 'relatar',
  }),
);
