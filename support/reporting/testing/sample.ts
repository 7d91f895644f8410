/** A small suite with one scenario of each outcome, in the vocabulary of the real one. */
export const SAMPLE: Readonly<Record<string, string>> = {
  'features/01_entrar.feature': `# language: pt
@criticidade-alta
Funcionalidade: Jornada 1 - Autenticação completa
  Quem entra vê a própria conta.
  Quem não entra não vê **nada**.

  Contexto:
    Dado que o backend está no ar

  @jornada
  Cenário: Entrar e sair
    # 1. Fazer login
    Quando executo \`dumont auth login <email> <password>\`
    Então a resposta tem:
      | campo      | condição        |
      | token      | está preenchido |
      # um comentário dentro da tabela
      | a < b & c  | é "x"           |

    # 2. Logout
    Quando executo \`dumont auth logout\`
    E a pasta do projeto tem o arquivo "Dockerfile":
      """docker
      FROM nvidia/cuda

        RUN echo "<b>oi</b>"
      """

  Regra: Sem entrar, ninguém vê nada
    O que é de um não aparece para outro.

    Contexto:
      Dado que não estou autenticado

    Esquema do Cenário: Tentar <ação> sem sessão
      Quando executo \`<comando>\`

      Exemplos:
        | ação              | comando              |
        | listar instâncias | dumont instance list |
        | ver a economia    | dumont saving summary |
`,
  'features/02_alugar.feature': `# language: pt
@criticidade-media
Funcionalidade: Jornada 2 - Ciclo de vida de uma instância GPU

  Cenário: Falhar com uma mensagem de várias linhas
    Dado que o backend está no ar
    Quando executo \`dumont instance get <instance_id>\`
    Então a API responde 409
    E o backend está no ar

  Cenário: Ter um passo sem definição
    Dado que o backend está no ar
    E ninguém definiu este passo

  Cenário: Ter um passo ambíguo
    Dado que há dois jeitos

  Cenário: Ter um passo pendente
    Dado que isto fica para depois

  @destrutivo
  Cenário: Ser pulado com motivo
    Dado que o backend está no ar

  @instavel
  Cenário: Passar só na segunda tentativa
    Dado que a rede falha uma vez

  @limpeza
  Cenário: Falhar na limpeza
    Dado que o backend está no ar
`,
  'steps/steps.cjs': `
const { Before, After, Given, When, Then } = require('@cucumber/cucumber');
const command = (text, over = {}) => JSON.stringify({
  command: text, role: 'documented', argv: text.split(' '), exitCode: 0, durationMs: 31.5,
  stdout: '{"ok": true, "html": "<b>não</b>"}\\n', stderr: '',
  exchanges: [{ method: 'GET', path: '/api/v1/x', operationId: 'getX', status: 200 }], ...over });
const COMMAND = 'application/vnd.dumont.command+json';
Before({ tags: '@destrutivo' }, function () { this.attach(JSON.stringify({ kind: 'skipped', cause: 'destructive', text: 'cria ou destrói recursos (DUMONT_SKIP_DESTRUCTIVE)' }), 'application/vnd.dumont.note+json'); return 'skipped'; });
After({ tags: '@limpeza' }, function () { throw new Error('a instância 42 não foi destruída'); });
Given('(que )o backend está no ar', function () {});
Given('(que )não estou autenticado', function () {});
When('executo {}', function (line) { this.attach(command(line.replaceAll('\`', '')), COMMAND); });
Then('a resposta tem:', function (table) {});
Given('a pasta do projeto tem o arquivo {string}:', function (name, text) {
  this.attach(command('dumont ai-wizard analyze', { role: 'setup' }), COMMAND);
});
Then('a API responde {int}', function (status) {
  this.attach(command('dumont instance get 42', { role: 'setup', exitCode: 1, stdout: '', stderr: 'error: not found\\n' }), COMMAND);
  throw new Error('A API respondeu 404 e não ' + status + '.\\n  comando: dumont instance get 42\\n  saída: <nada> \\u001b[31mvermelho\\u001b[0m');
});
Given('que há dois jeitos', function () {});
Given(/^que há (dois|três) jeitos$/, function (n) {});
Given('que isto fica para depois', function () { return 'pending'; });
let tries = 0;
Given('que a rede falha uma vez', function () { tries += 1; if (tries === 1) throw new Error('conexão recusada'); });
`,
};
