import { after } from 'node:test';
import { startSandbox } from '../support/sandbox/index';
import { type StepCase, stepCases } from '../support/testing/step-cases';

const GPU = 'Dado que estou autenticado\nE que já tenho a instância <gpu> em execução\n';
const WROTE = `${GPU}E que gravei os arquivos "pesos.bin" e "dados/treino.csv" na instância <gpu>\n`;
const SAVED =
  'Quando executo `dumont snapshot create backup <gpu>`\nEntão a API responde 201\nE anoto o campo "id" como <backup>\n';
const HASH = '[0-9a-f]{64}';

const projectFile = (name: string, content: string): string =>
  `Dado que estou autenticado\nE que a pasta do projeto tem o arquivo "${name}":\n"""\n${content}\n"""\n`;
const ANALYZE = 'Quando executo `dumont ai-wizard analyze`\n';
const LOGOUT = 'Dado que estou autenticado\nQuando executo `dumont auth logout`\nEntão a API responde 200\n';
const LOGIN =
  'Dado que existe um usuário registrado\nQuando executo `dumont auth login <email> <password>`\nEntão a API responde 200\n';

const withFiles: StepCase[] = [
  {
    title: 'os arquivos estão intactos onde foram gravados e no snapshot',
    steps: `${WROTE}${SAVED}E a instância <gpu> tem os arquivos "pesos.bin" e "dados/treino.csv" intactos
      E o snapshot <backup> tem os arquivos "pesos.bin" e "dados/treino.csv" intactos
      E a instância <gpu> tem os mesmos arquivos que o snapshot <backup>
      E o snapshot <backup> não tem o arquivo "rascunho.txt"`,
  },
  {
    title: 'um arquivo se perdeu',
    steps: `${WROTE}E que apaguei o arquivo "pesos.bin" na instância <gpu>
      E a instância <gpu> tem os arquivos "pesos.bin" e "dados/treino.csv" intactos`,
    fails: /^a instância <gpu> deveria ter o arquivo "pesos\.bin", mas não tem \(há .*dados\/treino\.csv.*\)\.$/,
  },
  {
    title: 'um arquivo mudou depois do snapshot',
    steps: `${WROTE}${SAVED}E que gravei uma nova versão do arquivo "pesos.bin" na instância <gpu>
      E o snapshot <backup> tem o arquivo "pesos.bin" intacto`,
    fails: new RegExp(
      `^o snapshot <backup> tem o arquivo "pesos\\.bin" com outro conteúdo: pesos\\.bin tem o SHA-256 ${HASH}, e deveria ter ${HASH}\\.$`,
    ),
  },
  {
    title: 'o snapshot guarda a primeira versão',
    steps: `${WROTE}${SAVED}E que gravei uma nova versão do arquivo "pesos.bin" na instância <gpu>
      E o snapshot <backup> tem a 1ª versão do arquivo "pesos.bin"
      E a instância <gpu> tem a 2ª versão do arquivo "pesos.bin"`,
  },
  {
    title: 'uma versão que nunca houve',
    steps: `${WROTE}E a instância <gpu> tem a 2ª versão do arquivo "pesos.bin"`,
    fails: 'o arquivo "pesos.bin" não tem uma 2ª versão: este cenário gravou 1.',
  },
  {
    title: 'uma cópia',
    steps: `${WROTE}E que copiei o arquivo "pesos.bin" para "copia.bin" na instância <gpu>\nE a instância <gpu> tem o arquivo "copia.bin" intacto`,
  },
  {
    title: 'uma cópia de nada',
    steps: `${GPU}E que copiei o arquivo "pesos.bin" para "copia.bin" na instância <gpu>`,
    fails: 'nenhum passo gravou o arquivo "pesos.bin"; use antes: Dado que gravei o arquivo "pesos.bin" na instância <...>.',
  },
  {
    title: 'um arquivo que ninguém gravou',
    steps: `${GPU}E a instância <gpu> tem o arquivo "pesos.bin" intacto`,
    fails: 'nenhum passo gravou o arquivo "pesos.bin"; use antes: Dado que gravei o arquivo "pesos.bin" na instância <...>.',
  },
  {
    title: 'noutra pasta',
    steps: `${WROTE}E a instância <gpu> tem o arquivo "pesos.bin" intacto na pasta "recuperado"`,
    fails: /^a instância <gpu> deveria ter o arquivo "recuperado\/pesos\.bin", mas não tem \(há .*\)\.$/,
  },
  {
    title: 'um arquivo a mais',
    steps: `${WROTE}${SAVED}E que gravei o arquivo "novo.txt" na instância <gpu>
      E a instância <gpu> tem os mesmos arquivos que o snapshot <backup>`,
    fails: 'a instância <gpu> tem o que o snapshot <backup> não tem: novo.txt.',
  },
  {
    title: 'um arquivo que não devia estar lá',
    steps: `${WROTE}E a instância <gpu> não tem o arquivo "pesos.bin"`,
    fails: 'a instância <gpu> não deveria ter o arquivo "pesos.bin", mas tem.',
  },
  {
    title: 'quem não guarda arquivos',
    steps: `${WROTE}E o job <gpu> tem o arquivo "pesos.bin" intacto`,
    fails: 'o job <gpu> não guarda arquivos: só uma instância ou um snapshot guarda.',
  },
];

stepCases(
  'Passos sobre arquivos',
  [
    ...withFiles,
    { title: 'o token não existe mais', steps: `${LOGOUT}E o arquivo "~/.dumont_token" não existe mais` },
    {
      title: 'o token ainda existe',
      steps: `${LOGIN}E o arquivo "~/.dumont_token" não existe`,
      fails: 'o arquivo ~/.dumont_token não deveria existir, mas existe.',
    },
    { title: 'só o dono lê', steps: `${LOGIN}E o arquivo "~/.dumont_token" só pode ser lido pelo dono` },
    {
      title: 'não há o que ler',
      steps: 'Dado que não estou autenticado\nE o arquivo "~/.dumont_token" só pode ser lido pelo dono',
      fails: 'o arquivo ~/.dumont_token deveria existir, mas não existe.',
    },
    {
      title: 'um arquivo fora da pasta do usuário',
      steps: 'Dado que não estou autenticado\nE o arquivo "~/../x" não existe',
      fails: 'não sei onde fica "~/../x": escreva o caminho a partir da pasta do usuário, como "~/.dumont_token".',
    },
    {
      title: 'o projeto tem um arquivo',
      steps: `${projectFile('requirements.txt', 'vllm==0.6.0')}${ANALYZE}Então a API responde 200`,
    },
    {
      title: 'o projeto é esvaziado',
      steps: `${projectFile('requirements.txt', 'vllm==0.6.0')}E que a pasta do projeto está vazia\n${ANALYZE}Então a API responde 422`,
    },
    {
      title: 'um arquivo fora do projeto',
      steps: projectFile('../fora.txt', 'x'),
      fails: '"../fora.txt" fica fora da pasta do projeto.',
    },
  ],
  () => ({ DUMONT_PATIENCE: '10' }),
);

// Where nobody can look into a volume, what it holds stays unproven.

let sandbox: ReturnType<typeof startSandbox> | undefined;
after(async () => (await sandbox)?.close());

stepCases(
  'Passos sobre arquivos que ninguém vê',
  [
    {
      title: 'não são conferidos',
      steps: `${WROTE}${SAVED}E o snapshot <backup> tem os arquivos "pesos.bin" e "dados/treino.csv" intactos`,
      notes: 'Sem acesso ao disco (por SSH, por exemplo) não há como conferir os arquivos que o snapshot <backup> tem.',
    },
    {
      title: 'não são gravados',
      steps: `${WROTE}${SAVED}E a instância <gpu> tem os mesmos arquivos que o snapshot <backup>`,
      notes: 'Sem acesso ao disco da instância: "pesos.bin" não foi gravado.',
    },
    {
      title: 'uma versão não se supõe',
      steps: `${WROTE}E a instância <gpu> tem a 1ª versão do arquivo "pesos.bin"`,
      fails: 'sem acesso ao disco não há como conferir isto: marque o cenário com @sandbox.',
    },
  ],
  async () => {
    sandbox ??= startSandbox();
    const { url, control } = await sandbox;
    const { email, password } = await control.createUser({});
    return {
      DUMONT_BASE_URL: url,
      DUMONT_BIN: 'sandbox',
      DUMONT_TEST_EMAIL: email,
      DUMONT_TEST_PASSWORD: password,
      DUMONT_SKIP_DESTRUCTIVE: 'false',
      DUMONT_PATIENCE: '10',
    };
  },
);
