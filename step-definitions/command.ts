import { Given, Then, When } from '@cucumber/cucumber';
import { expectThat } from '../support/suite/language/expectation';
import { fieldsBeside } from '../support/suite/language/fields';
import { refusedParameters } from '../support/suite/language/refused-parameters';
import { show } from '../support/suite/language/show';
import { aboutTheCli } from '../support/suite/promises/step-kinds';
import { explainFailure } from '../support/suite/wire/failures';
import type { DumontWorld } from '../support/world';

// Roda o comando, que passa a ser "o último comando": Quando executo `dumont instance list`
When('executo {comando}', async function (this: DumontWorld, command: string) {
  await this.rememberAccount();
  await this.run(command, 'documented');
});

// Prepara o cenário com um comando que precisa dar certo: Dado que já executei `dumont instance sync <instance_id>`
Given('(que )já executei {comando}', async function (this: DumontWorld, command: string) {
  await this.prepare(command);
});

// Prepara o cenário com um comando que o produto precisa recusar: E que já tentei `dumont instance migrate <instance_id> target_type=cpu`
Given('(que )já tentei {comando}', async function (this: DumontWorld, command: string) {
  const result = await this.carryOut(command);
  const status = result.reply?.status ?? null;
  expectThat(status !== null && status >= 400, `a API deveria recusar \`${command}\`, mas respondeu ${status ?? 'nada'}.`);
});

// O status HTTP da resposta do último comando: Então a API responde 201
Then('a API responde {int}', demandStatus);

// Um parâmetro que falta ou que o produto não aceita, e nenhum outro: Então a API recusa o parâmetro "disk_size"
Then('a API recusa o parâmetro {string}', function (this: DumontWorld, name: string) {
  demandStatus.call(this, 422);
  const refused = refusedParameters(this.commands.reply);
  const found = refused.length === 0 ? 'a resposta não diz qual recusou' : `recusou ${refused.map(show).join(' e ')}`;
  const sides = { expected: [name], actual: refused };
  expectThat(refused.join() === name, `a API deveria recusar só o parâmetro "${name}", mas ${found}.`, sides);
});

// Um trecho da mensagem de erro que veio na resposta: E o erro diz "Not authenticated" · E o erro diz "Instance <instance_id> not found"
Then('o erro diz {string}', function (this: DumontWorld, written: string) {
  const text = this.memory.fill(written);
  const error = (this.commands.reply as { error?: unknown } | undefined)?.error;
  const found =
    error === undefined
      ? `não tem (${fieldsBeside(this.commands.reply, 'error', this.memory)})`
      : `o que ele traz é ${show(error)}`;
  expectThat(typeof error === 'string', `a resposta deveria ter o campo "error" com um texto, mas ${found}.`);
  expectThat(error.includes(text), `o erro deveria dizer "${text}", mas diz "${error}".`, { expected: text, actual: error });
});

// Um trecho do que o comando mostrou na tela: E a saída mostra "Unauthorized"
Then(aboutTheCli('a saída mostra {string}'), function (this: DumontWorld, text: string) {
  const { stdout, stderr } = this.commands.documented.process;
  const shown = stdout + stderr;
  expectThat(shown.includes(text), `a saída deveria mostrar "${text}", mas não mostra.`, { expected: text, actual: shown });
});

// Só para o uso errado da CLI, que nem chega à API: Então o comando termina com o código 2
Then(aboutTheCli('o comando termina com o código {int}'), function (this: DumontWorld, code: number) {
  this.speakOf(this.commands.documented);
  const { exitCode } = this.commands.documented.process;
  const sides = { expected: code, actual: exitCode };
  expectThat(exitCode === code, `o comando deveria terminar com o código ${code}, mas terminou com ${exitCode}.`, sides);
});

// Nada foi enviado: E nenhum pedido chega à API
Then('nenhum pedido chega à API', function (this: DumontWorld) {
  this.speakOf(this.commands.documented);
  const sent = this.commands.documented.exchanges.map(({ method, path }) => `${method} ${path}`);
  const sides = { expected: [], actual: sent };
  expectThat(sent.length === 0, `nenhum pedido deveria chegar à API, mas chegou ${sent.join(', ')}.`, sides);
});

function demandStatus(this: DumontWorld, status: number): void {
  this.speakOf(this.commands.documented);
  this.commands.demandReached();
  const { reply } = this.commands.documented;
  expectThat(reply !== null, `a API deveria responder ${status}, mas o comando não enviou nenhum pedido.`);
  const failure = explainFailure(reply.failure ?? 'desconhecido');
  expectThat(reply.status !== null, `a API deveria responder ${status}, mas não veio resposta (${failure}).`);
  expectThat(
    reply.status === status,
    `a API deveria responder ${status}, mas respondeu ${reply.status}${this.commands.errorInReply}.`,
    { expected: status, actual: reply.status },
  );
  expectThat(reply.responseIsJson, `a API respondeu ${status}, mas o corpo da resposta não é JSON.`);
}
