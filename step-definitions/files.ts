import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Given, Then } from '@cucumber/cucumber';
import { pathInHome } from '../support/cli/home';
import type { Resource } from '../support/resources/resource';
import { demandFileIntact, readFileHolder, writeIntoInstance } from '../support/resources/volumes';
import type { DumontWorld } from '../support/world';

// Trabalha na instância: grava um arquivo novo, de conteúdo aleatório: Dado que gravei o arquivo "pesos.bin" na instância <instance_id>
Given(
  '(que )gravei o arquivo {string} na instância {memória}',
  async function (this: DumontWorld, name: string, placeholder: string) {
    await writeIntoInstance(name, placeholder, this);
  },
);

// Os mesmos bytes que foram gravados: E a instância <new_instance_id> tem o arquivo "pesos.bin" intacto
Then('{recurso} tem o arquivo {string} intacto', async function (this: DumontWorld, resource: Resource, name: string) {
  await demandFileIntact(name, readFileHolder(resource.written), this);
});

// Na pasta do usuário: E o arquivo "~/.dumont_token" não existe mais · E o arquivo "~/.dumont_token" não existe
Then('o arquivo {string} não existe( mais)', function (this: DumontWorld, file: string) {
  if (existsSync(pathInHome(file, this.home))) throw new Error(`o arquivo ${file} não deveria existir, mas existe.`);
});

// Permissão 0600: E o arquivo "~/.dumont_token" só pode ser lido pelo dono
Then('o arquivo {string} só pode ser lido pelo dono', function (this: DumontWorld, file: string) {
  const found = statSync(pathInHome(file, this.home), { throwIfNoEntry: false });
  if (!found) throw new Error(`o arquivo ${file} deveria existir, mas não existe.`);
  const mode = (found.mode & 0o777).toString(8).padStart(4, '0');
  if (mode !== '0600') throw new Error(`o arquivo ${file} deveria ter a permissão 0600, mas tem ${mode}.`);
});

// A pasta em que os comandos rodam: E que a pasta do projeto tem o arquivo "requirements.txt":
Given('(que )a pasta do projeto tem o arquivo {string}:', function (this: DumontWorld, name: string, content: string) {
  const file = path.resolve(this.workFolder, name);
  if (!file.startsWith(this.workFolder + path.sep)) throw new Error(`"${name}" fica fora da pasta do projeto.`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content.endsWith('\n') ? content : `${content}\n`);
});

// Sem nenhum arquivo: E que a pasta do projeto está vazia
Given('(que )a pasta do projeto está vazia', function (this: DumontWorld) {
  for (const name of readdirSync(this.workFolder)) rmSync(path.join(this.workFolder, name), { recursive: true });
});
