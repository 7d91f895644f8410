import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Given, Then } from '@cucumber/cucumber';
import { pathInHome } from '../support/suite/command/cli-home';
import { expectThat } from '../support/suite/language/expectation';
import { aboutTheCli } from '../support/suite/promises/step-kinds';
import type { Resource } from '../support/suite/resources/resource';
import {
  demandFileAbsent,
  demandFilesIntact,
  demandFileVersion,
  demandSameFiles,
  putIntoInstance,
  removeFromInstance,
} from '../support/suite/resources/volumes';
import type { DumontWorld } from '../support/world';

// Trabalha na instância: grava arquivos novos, de conteúdo aleatório: Dado que gravei os arquivos "pesos.bin" e "dados/treino.csv" na instância <instance_id>
Given(
  '(que )gravei {arquivos} na instância {memória}',
  async function (this: DumontWorld, names: readonly string[], placeholder: string) {
    for (const name of names) await putIntoInstance(name, this.writtenFiles.write(name), placeholder, this);
  },
);

// Troca o conteúdo de um arquivo já gravado: E que gravei uma nova versão do arquivo "pesos.bin" na instância <instance_id>
Given(
  '(que )gravei uma nova versão do arquivo {string} na instância {memória}',
  async function (this: DumontWorld, name: string, placeholder: string) {
    await putIntoInstance(name, this.writtenFiles.overwrite(name), placeholder, this);
  },
);

// O mesmo conteúdo com outro nome: E que copiei o arquivo "pesos.bin" para "copia.bin" na instância <instance_id>
Given(
  '(que )copiei o arquivo {string} para {string} na instância {memória}',
  async function (this: DumontWorld, name: string, copy: string, placeholder: string) {
    await putIntoInstance(copy, this.writtenFiles.copy(name, copy), placeholder, this);
  },
);

// Só no sandbox: E que apaguei o arquivo "pesos.bin" na instância <instance_id>
Given(
  '(que )apaguei o arquivo {string} na instância {memória}',
  async function (this: DumontWorld, name: string, placeholder: string) {
    await removeFromInstance(name, placeholder, this);
  },
);

// Os mesmos bytes que foram gravados por último: E a instância <new_instance_id> tem os arquivos "pesos.bin" e "dados/treino.csv" intactos
Then('{recurso} tem {arquivos} intacto(s)', async function (this: DumontWorld, resource: Resource, names: readonly string[]) {
  await demandFilesIntact(names, resource, this);
});

// Intactos, mas abaixo de uma pasta: E a instância <new_instance_id> tem o arquivo "pesos.bin" intacto na pasta "recuperado"
Then(
  '{recurso} tem {arquivos} intacto(s) na pasta {string}',
  async function (this: DumontWorld, resource: Resource, names: readonly string[], folder: string) {
    await demandFilesIntact(names, resource, this, `${folder}/`);
  },
);

// Os bytes de antes de alguma nova versão: E a instância <new_instance_id> tem a 1ª versão do arquivo "pesos.bin"
Then(
  '{recurso} tem a {int}ª versão do arquivo {string}',
  async function (this: DumontWorld, resource: Resource, version: number, name: string) {
    await demandFileVersion(name, version, resource, this);
  },
);

// Um arquivo que não foi, ou que não está mais lá: E o snapshot <snapshot_id> não tem o arquivo "rascunho.txt"
Then('{recurso} não tem o arquivo {string}', async function (this: DumontWorld, resource: Resource, name: string) {
  await demandFileAbsent(name, resource, this);
});

// Nenhum arquivo a menos, a mais ou diferente: E a instância <new_instance_id> tem os mesmos arquivos que o snapshot <snapshot_id>
Then('{recurso} tem os mesmos arquivos que {recurso}', async function (this: DumontWorld, resource: Resource, other: Resource) {
  await demandSameFiles(resource, other, this);
});

// Na pasta do usuário: E o arquivo "~/.dumont_token" não existe mais · E o arquivo "~/.dumont_token" não existe
Then(aboutTheCli('o arquivo {string} não existe( mais)'), function (this: DumontWorld, file: string) {
  expectThat(!existsSync(pathInHome(file, this.scenario.home)), `o arquivo ${file} não deveria existir, mas existe.`);
});

// Permissão 0600: E o arquivo "~/.dumont_token" só pode ser lido pelo dono
Then(aboutTheCli('o arquivo {string} só pode ser lido pelo dono'), function (this: DumontWorld, file: string) {
  const found = statSync(pathInHome(file, this.scenario.home), { throwIfNoEntry: false });
  expectThat(found !== undefined, `o arquivo ${file} deveria existir, mas não existe.`);
  const mode = (found.mode & 0o777).toString(8).padStart(4, '0');
  const sides = { expected: '0600', actual: mode };
  expectThat(mode === '0600', `o arquivo ${file} deveria ter a permissão 0600, mas tem ${mode}.`, sides);
});

// A pasta em que os comandos rodam: E que a pasta do projeto tem o arquivo "requirements.txt":
Given('(que )a pasta do projeto tem o arquivo {string}:', function (this: DumontWorld, name: string, content: string) {
  const file = path.resolve(this.scenario.workFolder, name);
  if (!file.startsWith(this.scenario.workFolder + path.sep)) throw new Error(`"${name}" fica fora da pasta do projeto.`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content.endsWith('\n') ? content : `${content}\n`);
});

// Sem nenhum arquivo: E que a pasta do projeto está vazia
Given('(que )a pasta do projeto está vazia', function (this: DumontWorld) {
  for (const name of readdirSync(this.scenario.workFolder))
    rmSync(path.join(this.scenario.workFolder, name), { recursive: true });
});
