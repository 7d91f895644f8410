import { serve } from '../support/testing/serve';
import { stepCases } from '../support/testing/step-cases';

const NOBODY = 'Dado que não estou autenticado\n';
const LIST = `${NOBODY}Quando executo \`dumont instance list\`\n`;
const LOGGED_IN = 'Dado que estou autenticado\n';
const REFUSED = `${LOGGED_IN}Quando executo \`dumont instance create offer_id=1 disk_size=5\`\n`;
const WRONG_USE = `${NOBODY}Quando executo \`dumont instance gett\`\n`;

stepCases('Passos sobre o comando', [
  {
    title: 'um marcador desconhecido',
    steps: 'Quando executo `dumont instance get <gpu>`',
    fails: 'não conheço <gpu>: até aqui este cenário não anotou nada; use, por exemplo, E anoto o campo "id" como <instance_id>.',
  },
  {
    title: 'outro programa',
    steps: 'Quando executo `ls -la`',
    fails: 'o comando `ls -la` não começa com "dumont": só a CLI da Dumont pode ser executada.',
  },
  {
    title: 'uma aspa que não fecha',
    steps: 'Quando executo `dumont advisor recommend task="treinar`',
    fails: 'o comando `dumont advisor recommend task="treinar` tem uma aspa que abre e não fecha.',
  },
  { title: 'uma preparação que dá certo', steps: 'Dado que já executei `dumont health list`' },
  {
    title: 'uma preparação que precisa ser recusada',
    steps: `${NOBODY}E que já tentei \`dumont instance list\``,
  },
  {
    title: 'uma preparação que devia ser recusada e não foi',
    steps: `Dado que já tentei \`dumont health list\``,
    fails: 'a API deveria recusar `dumont health list`, mas respondeu 200.',
  },
  { title: 'o status certo', steps: `${LIST}Então a API responde 401` },
  {
    title: 'outro status',
    steps: `${LIST}Então a API responde 200`,
    fails: 'a API deveria responder 200, mas respondeu 401: "Not authenticated".',
    shows:
      /comando: {3}dumont instance list\n {2}resposta: {2}GET \/api\/v1\/instances → 401 em \d+ ms\n {2}término: {3}código 1 em \d+ ms\n {2}saída: .*\n[\s\S]*pasta: .*\(mantida\)\n {2}de novo: {3}npx cucumber-js .*casos\.feature:\d+$/,
  },
  {
    title: 'um status sem pedido',
    steps: `${WRONG_USE}Então a API responde 200`,
    fails: 'a API deveria responder 200, mas o comando não enviou nenhum pedido.',
  },
  {
    title: 'um parâmetro recusado',
    steps: `${REFUSED}Então a API recusa o parâmetro "disk_size"`,
  },
  {
    title: 'outro parâmetro recusado',
    steps: `${REFUSED}Então a API recusa o parâmetro "offer_id"`,
    fails: 'a API deveria recusar só o parâmetro "offer_id", mas recusou "disk_size".',
  },
  {
    title: 'um parâmetro recusado a mais',
    steps: `Dado que estou autenticado
      Quando executo \`dumont instance create disk_size=5\`
      Então a API recusa o parâmetro "disk_size"`,
    fails:
      /^a API deveria recusar só o parâmetro "disk_size", mas recusou "(?:offer_id|disk_size)" e "(?:offer_id|disk_size)"\.$/,
  },
  {
    title: 'um parâmetro recusado por outro motivo',
    steps: `${LIST}Então a API recusa o parâmetro "status"`,
    fails: 'a API deveria responder 422, mas respondeu 401: "Not authenticated".',
  },
  {
    title: 'uma recusa que não diz de qual parâmetro',
    steps: `${LOGGED_IN}E que a pasta do projeto está vazia
      Quando executo \`dumont ai-wizard analyze\`
      Então a API recusa o parâmetro "files"`,
    fails: 'a API deveria recusar só o parâmetro "files", mas a resposta não diz qual recusou.',
  },
  { title: 'o erro diz', steps: `${LIST}Então a API responde 401\nE o erro diz "Not auth"` },
  {
    title: 'o erro diz outra coisa',
    steps: `${LIST}Então a API responde 401\nE o erro diz "Not found"`,
    fails: 'o erro deveria dizer "Not found", mas diz "Not authenticated".',
  },
  {
    title: 'o erro diz o que foi anotado',
    steps: `Dado que estou autenticado\nE que escolhi a oferta mais barata como <ID>\nQuando executo \`dumont instance get <ID>\`\nEntão a API responde 404\nE o erro diz "<ID>"`,
  },
  {
    title: 'não há erro',
    steps: 'Quando executo `dumont health list`\nEntão o erro diz "x"',
    fails: 'a resposta deveria ter o campo "error" com um texto, mas não tem (há status, version, service, dependencies).',
  },
  { title: 'a saída mostra', steps: `${LIST}Então a API responde 401\nE a saída mostra "Unauthorized"` },
  {
    title: 'a saída não mostra',
    steps: `${LIST}Então a API responde 401\nE a saída mostra "Bem-vindo"`,
    fails: 'a saída deveria mostrar "Bem-vindo", mas não mostra.',
    shows: /saída: {5}.*\n.*Unauthorized/,
  },
  { title: 'o código certo', steps: `${WRONG_USE}Então o comando termina com o código 2` },
  {
    title: 'outro código',
    steps: `${WRONG_USE}Então o comando termina com o código 0`,
    fails: 'o comando deveria terminar com o código 0, mas terminou com 2.',
  },
  { title: 'nenhum pedido', steps: `${WRONG_USE}Então nenhum pedido chega à API` },
  {
    title: 'um pedido que não devia chegar',
    steps: `${LIST}Então nenhum pedido chega à API`,
    fails: 'nenhum pedido deveria chegar à API, mas chegou GET /api/v1/instances.',
  },
  {
    title: 'antes de qualquer comando',
    steps: 'Então a API responde 200',
    fails: 'nenhum comando foi executado ainda; o passo precisa de um "Quando executo `dumont ...`" antes dele.',
  },
]);

stepCases(
  'Passos sobre um comando que a rede atrapalha',
  [
    {
      title: 'a conexão cai',
      steps: 'Quando executo `dumont health list`\nEntão a API responde 200',
      fails: 'a API deveria responder 200, mas não veio resposta (a conexão caiu no meio, ECONNRESET).',
    },
    {
      title: 'o corpo não é JSON',
      steps: 'Quando executo `dumont instance list`\nEntão a API responde 502',
      fails: 'a API respondeu 502, mas o corpo da resposta não é JSON.',
    },
  ],
  async () => ({
    DUMONT_BASE_URL: await serve((request, response) => {
      if (request.url === '/health') request.socket.destroy();
      else response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
    }),
    DUMONT_BIN: 'sandbox',
  }),
);
