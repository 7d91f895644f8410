import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { runFeatures } from '../../testing/run-features';
import { loadVocabulary } from './from-library';
import { vocabularyOfMessages } from './from-messages';
import { DESCRIBED_PARAMETERS, parameterFacts } from './parameters';
import { themeOrder } from './themes';
import type { Vocabulary } from './vocabulary';

const ROOT = path.resolve(__dirname, '..', '..', '..');

describe('the vocabulary of the suite', () => {
  let vocabulary: Vocabulary;
  before(async () => {
    vocabulary = await loadVocabulary(ROOT);
  });

  test('every definition says above it what it does, with an example that it alone recognises', () => {
    assert.ok(vocabulary.definitions.length > 50);
    for (const definition of vocabulary.definitions) {
      const { expression, explanation, examples } = definition;
      assert.match(explanation, /^\p{Lu}.*[^.:]$/u, `${expression} needs a comment above it: one sentence without full stop`);
      assert.ok(examples.length > 0, `${expression} needs an example at the end of its comment`);
      for (const { text } of examples) {
        const recognised = vocabulary.match(text).map((match) => match.definition.expression);
        assert.deepEqual(recognised, [expression], `"${text}" should be an example of ${expression}`);
      }
    }
  });

  test('every definition is found in its source, at the line of its expression', () => {
    for (const { expression, file, line, purpose } of vocabulary.definitions) {
      assert.notEqual(purpose, null, `${file}: ${expression}`);
      assert.ok(line > 0);
    }
    const pauses = vocabulary.definitions.find(({ expression }) => expression === '{recurso} fica {situação}');
    assert.equal(pauses?.file, 'step-definitions/resource.ts');
    assert.equal(pauses?.purpose, 'Then');
    assert.equal(pauses?.explanation, 'Espera até o produto mostrar o estado');
    assert.deepEqual(pauses?.examples, [{ keyword: 'E', text: 'a instância <instance_id> fica pausada' }]);
  });

  test('a definition over several lines, and one whose explanation has a colon of its own, are read whole', () => {
    const written = vocabulary.definitions.find(
      ({ expression }) => expression === '(que )gravei {arquivos} na instância {memória}',
    );
    assert.equal(written?.purpose, 'Given');
    assert.equal(written?.explanation, 'Trabalha na instância: grava arquivos novos, de conteúdo aleatório');
    assert.equal(written?.examples.length, 1);
  });

  test('every file of steps has a title and an introduction', () => {
    for (const { theme } of vocabulary.definitions) {
      assert.notEqual(theme.introduction, '', `${theme.name} needs a place in themes.ts`);
    }
    const themes = [...new Set(vocabulary.definitions.map(({ theme }) => themeOrder(theme)))];
    assert.equal(new Set(themes).size, themes.length);
  });

  test('every parameter is told in Portuguese, with a sample that it accepts', () => {
    const used = new Set(vocabulary.definitions.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
    for (const name of used) {
      assert.ok(DESCRIBED_PARAMETERS.includes(name), `{${name}} needs a place in parameters.ts`);
      const type = vocabulary.parameterTypes.find((each) => each.name === name);
      const { sample } = parameterFacts(name);
      assert.ok(
        type?.regexpStrings.some((pattern) => new RegExp(`^(?:${pattern})$`).test(sample)),
        `{${name}} does not accept its own sample, ${sample}`,
      );
    }
  });

  test('a parameter of so many words tells them all', () => {
    const { parameters } = vocabulary.definitions.find(({ expression }) => expression === '{recurso} fica {situação}') ?? {};
    assert.deepEqual(
      parameters?.map(({ name, values }) => [name, values.length]),
      [
        ['recurso', 0],
        ['situação', 14],
      ],
    );
    assert.ok(parameters?.[1]?.values.includes('em execução em uma CPU'));
  });

  test('the messages of a run tell the same vocabulary', async () => {
    const { messages } = await runFeatures({
      features: { 'uma.feature': 'Funcionalidade: Uma\n  Cenário: Um\n    Dado que estou autenticado\n' },
      args: ['--dry-run'],
    });
    const told = vocabularyOfMessages(
      {
        definitions: messages.flatMap(({ stepDefinition }) => (stepDefinition ? [stepDefinition] : [])),
        parameterTypes: messages.flatMap(({ parameterType }) => (parameterType ? [parameterType] : [])),
      },
      ROOT,
    );
    assert.deepEqual(
      told.definitions.map(({ expression, file, line, explanation, parameters }) => ({
        expression,
        file,
        line,
        explanation,
        parameters,
      })),
      vocabulary.definitions.map(({ expression, file, line, explanation, parameters }) => ({
        expression,
        file,
        line,
        explanation,
        parameters,
      })),
    );
    for (const { examples } of vocabulary.definitions) {
      for (const { text } of examples) {
        const read = (from: Vocabulary) => from.match(text).map((match) => [match.definition.expression, match.arguments]);
        assert.deepEqual(read(told), read(vocabulary));
      }
    }
  });
});
