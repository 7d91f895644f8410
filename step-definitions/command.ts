import { Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { explainFailure } from '../support/wire/failures';
import type { DumontWorld } from '../support/world';

// Roda o comando, que passa a ser "o último comando": Quando executo `dumont instance list`
When('executo {comando}', async function (this: DumontWorld, command: string) {
  await this.rememberInstances();
  await this.run(command, 'documentado');
});

// Prepara o cenário com um comando que precisa dar certo: Dado que já executei `dumont instance sync <instance_id>`
Given('(que )já executei {comando}', async function (this: DumontWorld, command: string) {
  await this.prepare(command);
});

// O status HTTP da resposta do último comando: Então a API responde 201
Then('a API responde {int}', function (this: DumontWorld, status: number) {
  this.speakOf(this.lastCommand);
  const { reply } = this.lastCommand;
  if (reply === null) throw new Error(`a API deveria responder ${status}, mas o comando não enviou nenhum pedido.`);
  if (reply.status === null) {
    throw new Error(
      `a API deveria responder ${status}, mas não veio resposta (${explainFailure(reply.failure ?? 'desconhecido')}).`,
    );
  }
  expect(reply.status, `a API deveria responder ${status}, mas respondeu ${reply.status}${this.errorInReply}`).to.equal(status);
  if (!reply.responseIsJson) throw new Error(`a API respondeu ${status}, mas o corpo da resposta não é JSON.`);
});

// A mensagem de erro que veio na resposta: E o erro diz "Not authenticated"
Then('o erro diz {string}', function (this: DumontWorld, text: string) {
  const error = (this.reply as { error?: unknown } | undefined)?.error;
  expect(error, 'a resposta deveria ter o campo "error"').to.be.a('string');
  expect(error, `o erro deveria dizer "${text}", mas diz "${error}"`).to.include(text);
});

// Um trecho do que o comando mostrou na tela: E a saída mostra "Unauthorized"
Then('a saída mostra {string}', function (this: DumontWorld, text: string) {
  const { stdout, stderr } = this.lastCommand.process;
  expect(stdout + stderr, `a saída deveria mostrar "${text}"`).to.include(text);
});

// Só para o uso errado da CLI, que nem chega à API: Então o comando termina com o código 2
Then('o comando termina com o código {int}', function (this: DumontWorld, code: number) {
  this.speakOf(this.lastCommand);
  const { exitCode } = this.lastCommand.process;
  expect(exitCode, `o comando deveria terminar com o código ${code}, mas terminou com ${exitCode}`).to.equal(code);
});

// Nada foi enviado: E nenhum pedido chega à API
Then('nenhum pedido chega à API', function (this: DumontWorld) {
  this.speakOf(this.lastCommand);
  const sent = this.lastCommand.exchanges.map(({ method, path }) => `${method} ${path}`);
  expect(sent, `nenhum pedido deveria chegar à API, mas chegou ${sent.join(', ')}`).to.be.empty;
});
