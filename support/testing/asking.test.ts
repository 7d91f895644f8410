import { fakeCli } from './fake-cli';
import { cannedBackend, serve } from './serve';
import { stepCases } from './step-cases';

// What the suite asks of the API itself, without the CLI, is judged as a command would be.

stepCases('Pedidos da suíte', [
  {
    title: 'quem não entrou também tem o que a preparação criou',
    steps:
      'Dado que não estou autenticado\nE que já tenho a instância <gpu> em execução\nQuando executo `dumont instance get <gpu>`\nEntão a API responde 401',
  },
  {
    title: 'o produto recusa a preparação',
    steps: 'Dado que a conta está sem saldo\nE que já tenho a instância <gpu> em execução',
    fails: /^a preparação não deu certo: POST \/api\/v1\/instances → 402 em \d+ ms: ".+"\.$/,
  },
  {
    title: 'o que a preparação criou aparece no produto',
    steps:
      'Dado que estou autenticado\nE que já tenho a instância <gpu> pausada\nQuando executo `dumont instance get <gpu>`\nEntão a API responde 200\nE o campo "status" é "paused"',
  },
  {
    title: 'a preparação em uma CPU',
    steps:
      'Dado que estou autenticado\nE que já tenho a instância <cpu> em execução em uma CPU\nQuando executo `dumont instance get <cpu>`\nEntão a API responde 200\nE o campo "num_gpus" é 0',
  },
  {
    title: 'duas instâncias, cada uma com a sua oferta',
    steps:
      'Dado que estou autenticado\nE que já tenho a instância <uma> em execução\nE que escolhi a oferta mais barata como <ID>\nE que já tenho a instância <outra> em execução, na oferta <ID>\nQuando executo `dumont instance list`\nEntão a API responde 200\nE o campo "count" é 2',
  },
]);

const strange = serve(
  cannedBackend({
    'GET /api/v1/instances': [200, { instances: [], count: 3 }],
    'GET /api/v1/standby/associations': [200, { associations: {}, count: 0 }],
  }),
);

stepCases(
  'Respostas fora do contrato a pedidos da suíte',
  [
    {
      title: 'a resposta foge do contrato',
      steps:
        'Dado que não estou autenticado\nQuando executo `dumont standby associations`\nEntão a API responde 200\nE minhas instâncias continuam as mesmas',
      fails: /^fora do contrato: listInstances: .* trouxe 3:$/,
      shows: /comando: {3}nenhum, foi um pedido da própria suíte\n {2}resposta: {2}GET \/api\/v1\/instances → 200 em/,
    },
  ],
  async () => ({ DUMONT_BASE_URL: await strange, DUMONT_BIN: 'sandbox', DUMONT_CONTRACT: 'exigir' }),
);

stepCases(
  'Preparações com uma CLI que não presta',
  [
    {
      title: 'o comando da preparação vai direto à API',
      steps: `Dado que estou autenticado
        E que já tenho a instância <gpu> em execução
        E que já executei \`dumont instance pause <gpu>\`
        E que anotei o campo "message" como <aviso>
        Então a instância <gpu> fica pausada`,
    },
    {
      title: 'na sessão que a CLI tem',
      steps: `Dado que estou autenticado
        E que já executei \`dumont auth logout\`
        E que já tentei \`dumont instance list\`
        Dado que já executei \`dumont instance list\``,
      fails: /^a preparação `dumont instance list` não deu certo: GET \/api\/v1\/instances → 401 em \d+ ms: ".+"\.$/,
      shows:
        /comando: {3}dumont instance list\n {2}resposta: {2}GET .* → 401 .*\n {2}término: {3}nenhum, foi um pedido direto à API/,
    },
    {
      title: 'o login deixa a sessão onde a CLI a procura',
      steps: `Dado que existe um usuário registrado
        E que já executei \`dumont auth login <email> <password>\`
        E que já executei \`dumont auth me\``,
    },
  ],
  () => ({ DUMONT_BIN: fakeCli('process.exit(9)') }),
);
