import { existsSync, readFileSync } from 'node:fs';
import { Given, Then } from '@cucumber/cucumber';
import { loadContract } from '../support/contract/contract';
import { secretValues } from '../support/contract/secrets';
import { pathInHome } from '../support/suite/command/cli-home';
import { expectThat } from '../support/suite/language/expectation';
import { aboutTheCli } from '../support/suite/promises/step-kinds';
import { secretsShown } from '../support/suite/safety/secrets/redaction';
import { tellingValues } from '../support/suite/safety/secrets/telling-names';
import { callApi } from '../support/suite/targets/api';
import { type Defect, faultyToken } from '../support/suite/targets/faulty-tokens';
import { savedToken, saveToken } from '../support/suite/targets/session';
import type { DumontWorld } from '../support/world';

// Confere que o backend responde: Dado que o backend está no ar
Given('(que )o backend está no ar', async function (this: DumontWorld) {
  const { baseUrl } = this.scenario.suite.target;
  const { status } = await callApi(baseUrl, 'getHealth');
  const sides = { expected: 200, actual: status };
  expectThat(status === 200, `o backend em ${baseUrl} deveria responder 200 em /health, mas respondeu ${status}.`, sides);
});

// Guarda o e-mail e a senha de um usuário que existe em <email> e <password>: Dado que existe um usuário registrado
Given('(que )existe um usuário registrado', async function (this: DumontWorld) {
  const account = await this.account();
  await this.token(); // the product takes them
  this.memory.store('email', account.email);
  this.memory.store('password', account.password);
});

// Faz um segundo usuário, que some no fim do cenário: E que existe outro usuário, com o e-mail <outro_email> e a senha <outra_senha>
Given(
  '(que )existe outro usuário, com o e-mail {memória} e a senha {memória}',
  async function (this: DumontWorld, emailPlaceholder: string, passwordPlaceholder: string) {
    const { account } = await this.otherUser();
    this.memory.store(emailPlaceholder, account.email);
    this.memory.store(passwordPlaceholder, account.password);
  },
);

// Entra na conta do cenário e deixa o token onde a CLI o procura: Dado que estou autenticado
Given('(que )estou autenticado', async function (this: DumontWorld) {
  saveToken(await this.token(), this.scenario.home);
});

// Troca o token salvo por um que o produto não pode aceitar: Mas meu token está vencido · Mas meu token está adulterado
Given('(que )meu token está {defeito}', async function (this: DumontWorld, defect: Defect) {
  const token = await faultyToken(defect, await this.token(), this);
  this.redactor.learn(token);
  saveToken(token, this.scenario.home);
});

// Garante que não há sessão aberta: Dado que não estou autenticado
Given('(que )não estou autenticado', function (this: DumontWorld) {
  expectThat(savedToken(this.scenario.home) === null, 'não deveria haver sessão, mas há um token salvo.');
});

// Olha de quem é a sessão que está aberta agora: E minha sessão continua aberta
Then('minha sessão continua aberta', async function (this: DumontWorld) {
  const { email } = await this.account();
  const token = savedToken(this.scenario.home);
  expectThat(token !== null, 'minha sessão deveria continuar aberta, mas a CLI não guarda mais nenhum token.');
  const { status, body } = await this.client.look('getCurrentUser', { token }, [200, 401]);
  expectThat(status !== 401, 'minha sessão deveria continuar aberta, mas a API não aceita mais o token que a CLI guarda.');
  const whose = (body as { email?: unknown }).email;
  const sides = { expected: email, actual: whose };
  expectThat(whose === email, `a sessão aberta deveria ser de ${email}, mas é de ${whose}.`, sides);
});

// O token que veio na resposta é o que a CLI guardou: E o token da resposta fica salvo em "~/.dumont_token"
Then(aboutTheCli('o token da resposta fica salvo em {string}'), function (this: DumontWorld, file: string) {
  const { token } = this.commands.reply as { token?: unknown };
  expectThat(typeof token === 'string' && token !== '', 'a resposta deveria trazer um token, mas não traz.');
  const saved = readText(pathInHome(file, this.scenario.home), file);
  expectThat(saved.trim() === token, `o arquivo ${file} deveria ter o token da resposta, mas tem outro conteúdo.`);
});

// Senha, token e chaves da conta não aparecem no que o comando mostrou: E a saída não mostra nenhum segredo da conta
Then(aboutTheCli('a saída não mostra nenhum segredo da conta'), async function (this: DumontWorld) {
  const account = await this.account();
  const { stdout, stderr } = this.commands.documented.process;
  const output = stdout + stderr;
  const secrets = [account.password, ...account.secrets, ...secretsInReply(this), savedToken(this.scenario.home) ?? ''];
  const { known, kinds } = secretsShown(output, secrets);
  const shown = known + kinds.length;
  expectThat(shown === 0, `a saída mostra ${shown === 1 ? 'um segredo' : `${shown} segredos`} da conta.`);
});

// De cada segredo a resposta só deixa ver o fim, e os segredos são os desta conta: E os segredos da conta aparecem só pelos 4 últimos caracteres
Then('os segredos da conta aparecem só pelos {int} últimos caracteres', async function (this: DumontWorld, length: number) {
  const { secrets } = await this.account();
  const shown = secretValues(
    loadContract().operation(this.commands.operationId),
    this.commands.documented.reply?.status ?? 0,
    this.commands.reply,
  );
  expectThat(shown.length > 0, 'a resposta deveria mostrar os segredos da conta mascarados, mas não mostra nenhum.');
  if (secrets.length === 0) this.remark('A suíte não conhece os segredos desta conta: só a forma da máscara foi conferida.');
  const masks = secrets.map((secret) => `****${secret.slice(-length)}`);
  const isMask = (text: string): boolean =>
    masks.length > 0 ? masks.includes(text) : /^\*{4}/.test(text) && text.length <= 4 + length;
  const wrong = shown.filter((text) => !isMask(text)).length;
  expectThat(
    wrong === 0,
    `cada segredo deveria aparecer como **** e os ${length} últimos caracteres do que a conta tem, mas ${wrong} de ${shown.length} não aparecem assim.`,
  );
});

/** What the reply brought that the CLI must not show: the embedded one hides each secret field whole, others what the product does not mask itself. */
function secretsInReply({ commands, scenario }: DumontWorld): string[] {
  const { reply } = commands.documented;
  if (reply?.operationId == null) return [];
  const declared = secretValues(loadContract().operation(reply.operationId), reply.status ?? 0, reply.responseBody);
  if (scenario.suite.cli.kind === 'embedded') return declared;
  return [...new Set([...declared, ...tellingValues(reply.responseBody)])].filter((text) => !text.startsWith('*'));
}

function readText(file: string, written: string): string {
  expectThat(existsSync(file), `o arquivo ${written} deveria existir, mas não existe.`);
  return readFileSync(file, 'utf8');
}
