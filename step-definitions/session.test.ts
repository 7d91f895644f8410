import { fakeCli } from '../support/testing/fake-cli';
import { cannedBackend, serve } from '../support/testing/serve';
import { type StepCase, stepCases } from '../support/testing/step-cases';

const LOGGED_IN = 'Dado que estou autenticado\n';
const LOGIN =
  'Dado que existe um usuário registrado\nQuando executo `dumont auth login <email> <password>`\nEntão a API responde 200\n';
const HEALTH = 'Quando executo `dumont health list`\nEntão a API responde 200\n';
const SETTINGS = `${LOGGED_IN}Quando executo \`dumont setting list\`\nEntão a API responde 200\n`;
const OTHER_USER = `${LOGGED_IN}E que existe outro usuário, com o e-mail <outro_email> e a senha <outra_senha>\n`;

const refused = (defect: string): StepCase => ({
  title: `um token ${defect}`,
  steps: `${LOGGED_IN}Mas meu token está ${defect}\nQuando executo \`dumont auth me\`\nEntão a API responde 401`,
});

stepCases('Passos sobre a sessão', [
  { title: 'o backend responde', steps: 'Dado que o backend está no ar' },
  {
    title: 'o usuário registrado entra, e o token fica salvo',
    steps: `${LOGIN}E o token da resposta fica salvo em "~/.dumont_token"\nE a saída não mostra nenhum segredo da conta`,
  },
  {
    title: 'o token salvo em outro lugar',
    steps: `${LOGIN}E o token da resposta fica salvo em "~/.config/token"`,
    fails: 'o arquivo ~/.config/token deveria existir, mas não existe.',
  },
  {
    title: 'o token salvo fora da pasta do usuário',
    steps: `${LOGIN}E o token da resposta fica salvo em "/etc/passwd"`,
    fails: 'não sei onde fica "/etc/passwd": escreva o caminho a partir da pasta do usuário, como "~/.dumont_token".',
  },
  {
    title: 'uma resposta sem token',
    steps: `${HEALTH}E o token da resposta fica salvo em "~/.dumont_token"`,
    fails: 'a resposta deveria trazer um token, mas não traz.',
  },
  { title: 'ninguém está autenticado', steps: 'Dado que não estou autenticado' },
  {
    title: 'alguém está autenticado, e não devia',
    steps: `${LOGGED_IN}E que não estou autenticado`,
    fails: 'não deveria haver sessão, mas há um token salvo.',
  },
  { title: 'a sessão continua', steps: `${LOGGED_IN}${HEALTH}E minha sessão continua aberta` },
  {
    title: 'a sessão acabou',
    steps: `${LOGGED_IN}Quando executo \`dumont auth logout\`\nEntão a API responde 200\nE minha sessão continua aberta`,
    fails: 'minha sessão deveria continuar aberta, mas a CLI não guarda mais nenhum token.',
  },
  {
    title: 'a sessão é de outro',
    steps: `${OTHER_USER}Quando executo \`dumont auth login <outro_email> <outra_senha>\`\nEntão a API responde 200\nE minha sessão continua aberta`,
    fails: /^a sessão aberta deveria ser de \S+@\S+, mas é de \S+@\S+\.$/,
  },
  ...['vencido', 'adulterado', 'falsificado', 'falsificado em nome de outro usuário', 'sem assinatura', 'cortado ao meio'].map(
    refused,
  ),
  { title: 'os segredos só pelo fim', steps: `${SETTINGS}E os segredos da conta aparecem só pelos 4 últimos caracteres` },
  {
    title: 'os segredos por outro tanto',
    steps: `${SETTINGS}E os segredos da conta aparecem só pelos 3 últimos caracteres`,
    fails:
      /^cada segredo deveria aparecer como \*{4} e os 3 últimos caracteres do que a conta tem, mas (\d+) de \1 não aparecem assim\.$/,
  },
  {
    title: 'uma resposta sem segredos',
    steps: `${HEALTH}E os segredos da conta aparecem só pelos 4 últimos caracteres`,
    fails: 'a resposta deveria mostrar os segredos da conta mascarados, mas não mostra nenhum.',
  },
]);

/** Logs in, keeps another token than the one it got and shows everything it knows. */
const careless = fakeCli(`
  const fs = require('node:fs');
  const [username, password] = process.argv.slice(4);
  const headers = { 'content-type': 'application/json' };
  const request = require('node:http').request(process.env.DUMONT_API_URL + '/api/v1/auth/login', { method: 'POST', headers }, (reply) => {
    let body = '';
    reply.on('data', (chunk) => (body += chunk));
    reply.on('end', () => {
      fs.writeFileSync(process.env.HOME + '/.dumont_token', 'outro-token', { mode: 0o644 });
      fs.writeSync(1, 'senha: ' + password + '\\n' + body);
    });
  });
  request.end(JSON.stringify({ username, password }));`);

stepCases(
  'Passos sobre a sessão que uma CLI descuidada abre',
  [
    {
      title: 'guarda outro token',
      steps: `${LOGIN}E o token da resposta fica salvo em "~/.dumont_token"`,
      fails: 'o arquivo ~/.dumont_token deveria ter o token da resposta, mas tem outro conteúdo.',
    },
    {
      title: 'mostra a senha e o token',
      steps: `${LOGIN}E a saída não mostra nenhum segredo da conta`,
      fails: 'a saída mostra 2 segredos da conta.',
    },
  ],
  () => ({ DUMONT_BIN: careless }),
);

const login = (title: string, fails: RegExp): StepCase => ({ title, steps: 'Dado que existe um usuário registrado', fails });
const against = async (status: number, body: unknown): Promise<Record<string, string>> => ({
  DUMONT_BASE_URL: await serve(cannedBackend({ 'GET /health': [503, {}], 'POST /api/v1/auth/login': [status, body] })),
  DUMONT_BIN: 'sandbox',
});

stepCases(
  'Passos sobre a sessão num backend doente',
  [
    {
      title: 'a saúde falha',
      steps: 'Dado que o backend está no ar',
      fails: /^o backend em http:\S+ deveria responder 200 em \/health, mas respondeu 503\.$/,
    },
    login('o login falha', /^o login de test@example\.com deveria responder 200 com um token, mas respondeu 500\.$/),
  ],
  () => against(500, { error: 'Internal server error' }),
);

stepCases(
  'Passos sobre a sessão em outro lugar',
  [login('não é a API', /^http:\S+ não parece ser a API da Dumont: o login respondeu 404; confira DUMONT_BASE_URL\.$/)],
  () => against(404, {}),
);
