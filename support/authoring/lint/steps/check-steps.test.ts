import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { loadVocabulary } from '../../../shared/vocabulary/from-library';
import type { Vocabulary } from '../../../shared/vocabulary/vocabulary';
import { suiteFeatures } from '../../../testing/suite-features';
import type { Finding } from '../../finding';
import { type FeatureSource, readFeature } from '../../source/feature-source';
import { checkSteps } from './check-steps';
import { TOLD_APART } from './meanings';

const ROOT = path.resolve(__dirname, '..', '..', '..', '..');

let vocabulary: Vocabulary;
before(async () => {
  vocabulary = await loadVocabulary(ROOT);
});

/** A feature with one scenario (or what stands in its place) of these steps. */
function feature(steps: string, title = 'Cenário: Um'): FeatureSource {
  return readFeature('uma.feature', `# language: pt\nFuncionalidade: Uma\n  @destrutivo\n  ${title}\n${indented(steps)}\n`);
}

function indented(steps: string): string {
  return steps
    .trim()
    .split('\n')
    .map((line) => `    ${line.trim()}`)
    .join('\n');
}

function check(steps: string, title?: string): Finding[] {
  return checkSteps([feature(steps, title)], vocabulary);
}

/** What a finding points at, as `line:text`. */
function marked(source: FeatureSource, { line, column, length }: Finding): string {
  return `${line}:${[...(source.lines[line - 1] ?? '')].slice(column - 1, column - 1 + length).join('')}`;
}

interface Case {
  readonly title: string;
  readonly steps: string;
  readonly scenario?: string;
  readonly rule: string;
  /** `line:text` that is marked. */
  readonly at: string;
  readonly sentence: RegExp;
  readonly remedy: RegExp;
}

const CASES: readonly Case[] = [
  {
    title: 'a step that does not exist',
    steps: 'Dado que estou autenticado\nE pausei a instancia',
    rule: 'passo-indefinido',
    at: '6:pausei a instancia',
    sentence: /^Nenhum passo da suíte se escreve assim\.$/,
    remedy: /^Você quis dizer:\n {2}E que já tenho a instância <instance_id> pausada$/,
  },
  {
    title: 'a state that does not exist: the others are told',
    steps: 'Dado que já tenho a instância <x> em execução\nQuando executo `dumont instance list`\nEntão a instância <x> fica xyz',
    rule: 'passo-indefinido',
    at: '7:a instância <x> fica xyz',
    sentence: /^Nenhum passo/,
    remedy: /\nEm vez de "[^"]+" também se pode dizer: .*em execução/,
  },
  {
    title: 'a step like nothing',
    steps: 'Dado abacaxi com queijo',
    rule: 'passo-indefinido',
    at: '5:abacaxi com queijo',
    sentence: /^Nenhum passo/,
    remedy: /^Procure um passo que sirva com `npm run steps -- palavra`/,
  },
  {
    title: 'a step that a row of Exemplos spoils',
    scenario: 'Esquema do Cenário: Um',
    steps: `Quando executo \`dumont instance list\`
      Então a API responde <status>
      Exemplos:
        | status |
        | 200    |
        | ok     |`,
    rule: 'passo-indefinido',
    at: '6:a API responde <status>',
    sentence: /Com a linha 10 de Exemplos, ele fica: "a API responde ok"\.$/,
    remedy: /^Você quis dizer:\n {2}Então a API responde 1$/,
  },
  {
    title: 'a misspelt placeholder in a command',
    steps: 'Dado que já tenho a instância <instance_id> em execução\nQuando executo `dumont instance get <intance_id>`',
    rule: 'anotacao-desconhecida',
    at: '6:<intance_id>',
    sentence: /^Nenhum passo antes deste anota <intance_id>\.$/,
    remedy: /^Você quis dizer <instance_id>\?$/,
  },
  {
    title: 'a misspelt placeholder in a table',
    steps: `Dado que já tenho a instância <instance_id> em execução
      Quando executo \`dumont instance list\`
      Então a resposta tem:
      | campo | condição        |
      | id    | é <instance_ID> |`,
    rule: 'anotacao-desconhecida',
    at: '9:<instance_ID>',
    sentence: /<instance_ID>/,
    remedy: /<instance_id>/,
  },
  {
    title: 'a placeholder that is noted too late',
    steps: 'Quando executo `dumont instance get <x>`\nEntão anoto o campo "id" como <x>',
    rule: 'anotacao-desconhecida',
    at: '5:<x>',
    sentence: /^<x> só é anotado depois, na linha 6\.$/,
    remedy: /^Anote antes de usar/,
  },
  {
    title: 'a misspelt column, which stays a placeholder',
    scenario: 'Esquema do Cenário: Um',
    steps: `Quando executo \`dumont instance offers max_price=<preco>\`
      Exemplos:
        | preço |
        | 1     |`,
    rule: 'anotacao-desconhecida',
    at: '5:<preco>',
    sentence: /<preco>/,
    remedy: /^Você quis dizer <preço>\?$/,
  },
  {
    title: 'the placeholders of a user without the user',
    steps: 'Quando executo `dumont auth login <email> senha`',
    rule: 'anotacao-desconhecida',
    at: '5:<email>',
    sentence: /<email>/,
    remedy: /^Anote antes, por exemplo: E anoto o campo "id" como <email>$/,
  },
  {
    title: 'a placeholder that came in by a row of Exemplos',
    scenario: 'Esquema do Cenário: Um',
    steps: `Quando executo \`<comando>\`
      Exemplos:
        | comando                  |
        | dumont instance get <x>  |`,
    rule: 'anotacao-desconhecida',
    at: '8:<x>',
    sentence: /<x>/,
    remedy: /Anote antes/,
  },
  {
    title: 'a column that bears the name of a note',
    scenario: 'Esquema do Cenário: Um',
    steps: `Dado que já tenho a instância <instance_id> em execução
      Quando executo \`dumont instance get <instance_id>\`
      Exemplos:
        | instance_id |
        | 7           |`,
    rule: 'coluna-com-nome-de-anotacao',
    at: '8:instance_id',
    sentence: /^A coluna "instance_id" toma o lugar do que um passo anota como <instance_id>\.$/,
    remedy: /^Dê outro nome/,
  },
  {
    title: 'a command of another program',
    steps: 'Quando executo `instance list`',
    rule: 'comando-desconhecido',
    at: '5:instance',
    sentence: /começa com "dumont"/,
    remedy: /^Escreva: `dumont instance list`$/,
  },
  {
    title: 'a resource that does not exist',
    steps: 'Quando executo `dumont instnce list`',
    rule: 'comando-desconhecido',
    at: '5:instnce',
    sentence: /não tem nenhum comando `dumont instnce`/,
    remedy: /^Você quis dizer: `dumont instance list`$/,
  },
  {
    title: 'a resource like none',
    steps: 'Quando executo `dumont abacaxi list`',
    rule: 'comando-desconhecido',
    at: '5:abacaxi',
    sentence: /abacaxi/,
    remedy: /vem um destes: .*instance.*snapshot/,
  },
  {
    title: 'no resource at all',
    steps: 'Quando executo `dumont`',
    rule: 'comando-desconhecido',
    at: '5:dumont',
    sentence: /^Falta dizer/,
    remedy: /instance/,
  },
  {
    title: 'an action that does not exist',
    steps: 'Dado que já tenho a instância <x> em execução\nQuando executo `dumont instance pauze <x>`',
    rule: 'comando-desconhecido',
    at: '6:pauze',
    sentence: /não tem o comando `dumont instance pauze`/,
    remedy: /^Você quis dizer: `dumont instance pause <x>`$/,
  },
  {
    title: 'no action',
    steps: 'Quando executo `dumont instance`',
    rule: 'comando-desconhecido',
    at: '5:dumont instance',
    sentence: /^Falta dizer o que fazer com "instance"\.$/,
    remedy: /list/,
  },
  {
    title: 'a parameter that does not exist',
    steps: 'Quando executo `dumont instance offers gpu_nome=rtx4090 max_price=1`',
    rule: 'parametro-desconhecido',
    at: '5:gpu_nome',
    sentence: /^`dumont instance offers` não tem o parâmetro gpu_nome\.$/,
    remedy: /^Escreva: `dumont instance offers gpu_name=rtx4090 max_price=1`$/,
  },
  {
    title: 'a parameter that does not exist, in a preparation',
    steps: 'Dado que já executei `dumont instance offers abacaxi=1`',
    rule: 'parametro-desconhecido',
    at: '5:abacaxi',
    sentence: /abacaxi/,
    remedy: /^Os parâmetros são: .*gpu_name/,
  },
  {
    title: 'a key for what goes by its position',
    steps: 'Dado que já tenho a instância <x> em execução\nQuando executo `dumont instance get instance_id=<x>`',
    rule: 'parametro-desconhecido',
    at: '6:instance_id',
    sentence: /vai só pelo seu lugar/,
    remedy: /^Escreva: `dumont instance get <x>`$/,
  },
  {
    title: 'a word too many',
    steps: 'Quando executo `dumont instance list tudo`',
    rule: 'parametro-desconhecido',
    at: '5:tudo',
    sentence: /^"tudo" sobra/,
    remedy: /`dumont instance list`$/,
  },
  {
    title: 'what goes by its position is missing',
    steps: 'Quando executo `dumont instance get`',
    rule: 'parametro-faltando',
    at: '5:dumont instance get',
    sentence: /^Falta <instance_id> neste comando\.$/,
    remedy: /`dumont instance get <instance_id>`$/,
  },
  {
    title: 'what the API demands is missing, and no step speaks of a refusal',
    steps: 'Quando executo `dumont instance create label=x`\nEntão a API responde 201',
    rule: 'parametro-faltando',
    at: '5:dumont instance create label=x',
    sentence: /^Falta offer_id= neste comando/,
    remedy: /^Escreva: `dumont instance create label=x offer_id=…`$/,
  },
  {
    title: 'an open quote',
    steps: 'Quando executo `dumont instance create "label=x`',
    rule: 'comando-mal-escrito',
    at: '5:dumont instance create "label=x',
    sentence: /aspa que abre e não fecha/,
    remedy: /^Feche a aspa/,
  },
  {
    title: 'a wrong command that a row of Exemplos brings',
    scenario: 'Esquema do Cenário: Um',
    steps: `Quando executo \`<comando>\`
      Exemplos:
        | comando              |
        | dumont instance list |
        | dumont instance lst  |`,
    rule: 'comando-desconhecido',
    at: '9:lst',
    sentence: /instance lst/,
    remedy: /instance list/,
  },
];

describe('the check of steps finds', () => {
  for (const { title, steps, scenario, rule, at, sentence, remedy } of CASES) {
    test(title, () => {
      const source = feature(steps, scenario);
      const findings = checkSteps([source], vocabulary);
      assert.deepEqual(
        findings.map((finding) => [finding.rule, marked(source, finding)]),
        [[rule, at]],
      );
      assert.match(findings[0]?.sentence ?? '', sentence);
      assert.match(findings[0]?.remedy ?? '', remedy);
    });
  }

  test('an ambiguous step, with both places', async () => {
    const { definitions } = vocabulary;
    const twice = Object.create(vocabulary, {
      match: {
        value: (text: string) => vocabulary.match(text).flatMap((match) => [match, { ...match, definition: definitions[0] }]),
      },
    }) as Vocabulary;
    const [finding] = checkSteps([feature('Dado que estou autenticado')], twice);
    assert.equal(finding?.rule, 'passo-ambiguo');
    assert.match(finding?.sentence ?? '', /^2 passos da suíte/);
    assert.match(finding?.remedy ?? '', /\(que \)estou autenticado {2}\(step-definitions\/session\.ts:\d+\)/);
  });

  test('definitions that nothing uses, when the features are all there are', () => {
    const sources = [feature('Dado que estou autenticado')];
    const unused = checkSteps(sources, vocabulary, true);
    assert.equal(unused.length, vocabulary.definitions.length - 1);
    assert.ok(unused.every(({ rule, file }) => rule === 'passo-sem-uso' && file.startsWith('step-definitions/')));
    assert.ok(!unused.some(({ sentence }) => sentence.includes('"(que )estou autenticado"')));
    assert.deepEqual(checkSteps(sources, vocabulary), []);
  });
});

describe('the check of steps finds nothing', () => {
  test('in the features of the suite, and every definition is used by them', () => {
    assert.deepEqual(checkSteps(suiteFeatures(), vocabulary, true), []);
  });

  const FINE: Readonly<Record<string, string>> = {
    'in a wrong command that the CLI should refuse': `Quando executo \`dumont instnce lst\`
      Então o comando termina com o código 2
      E nenhum pedido chega à API`,
    'in a command that the API should refuse': `Quando executo \`dumont instance create label=x\`
      Então a API responde 422`,
    'in a preparation that the product should refuse': 'Dado que já tentei `dumont instance create label=x`',
    'in what a user and another user leave behind': `Dado que existe um usuário registrado
      E que existe outro usuário, com o e-mail <outro> e a senha <senha>
      Quando executo \`dumont auth login <email> <password>\`
      E executo \`dumont auth login <outro> <senha>\``,
    'in what a resource is made of': `Dado que escolhi a oferta mais barata como <ID>
      E que já tenho a instância <instance_id> em execução, na oferta <ID>
      E que já tenho o snapshot <snapshot_id> da instância <instance_id>
      Quando executo \`dumont snapshot delete <snapshot_id>\``,
    'in a request for help': 'Quando executo `dumont instance --help`\nE executo `dumont --version`',
    'in placeholders of a text below a step, which stays as it is': `Dado que a pasta do projeto tem o arquivo "a.html":
      """
      <title>
      """`,
    'in a secret with an equals sign': 'Quando executo `dumont auth login a@b.c senha=1`',
  };
  for (const [title, steps] of Object.entries(FINE)) test(title, () => assert.deepEqual(check(steps), []));

  test('in a feature that the parser refused: the check of its text tells why', () => {
    assert.deepEqual(checkSteps([readFeature('x.feature', '# language: pt\nabacaxi')], vocabulary, false), []);
  });

  test('more than once: a command after the refusal is told, and one undefined step does not make others', () => {
    const rules = check(`Quando executo \`dumont instnce list\`
      Então o comando termina com o código 2
      Quando executo \`dumont instnce list\``).map(({ rule, line }) => `${line} ${rule}`);
    assert.deepEqual(rules, ['7 comando-desconhecido']);
    const one = check('Dado que guardei o campo "id" como <x>\nQuando executo `dumont instance get <x>`');
    assert.deepEqual(
      one.map(({ rule }) => rule),
      ['passo-indefinido'],
    );
  });
});

test('the definitions whose meaning is told apart are steps of the suite', () => {
  const expressions = vocabulary.definitions.map(({ expression }) => expression);
  for (const expression of TOLD_APART) assert.ok(expressions.includes(expression), expression);
});
