import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PickleStep } from '@cucumber/messages';
import { suiteFeatures } from '../../testing/suite-features';
import { picklesOf, readFeature } from '../source/feature-source';
import { checkText } from './check-text';
import { readCorpus } from './corpus/read-corpus';
import { fixFeature } from './fix';
import { asTyped } from './text/characters';

const CORPUS = ['titles.txt', 'steps.txt', 'structure.txt', 'characters.txt', 'pairs.txt', 'honest.txt'].flatMap(readCorpus);

const HEAD = '# language: pt\nFuncionalidade: Uma\n\n  Cenário: primeiro\n';
const fix = (text: string): string => fixFeature('uma.feature', text);

/** What runs: names, tags and steps, with the characters a keyboard has. The content of doc strings as it is. */
function meaning(text: string): string[] {
  return picklesOf(readFeature('uma.feature', text)).map(({ name, tags, steps }) =>
    JSON.stringify([asTyped(name), tags.map((tag) => tag.name), steps.map(said)]),
  );
}

function said({ text, argument, type }: PickleStep): unknown {
  const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => asTyped(value)));
  return [type, asTyped(text).replace(/ +$/, ''), rows, argument?.docString];
}

test('the journeys stay as they are, byte by byte, once and twice', () => {
  for (const { path: name, text } of suiteFeatures()) {
    assert.equal(fixFeature(name, text), text);
    assert.equal(fixFeature(name, fixFeature(name, text)), text);
  }
});

describe('what runs stays the same, or comes back', () => {
  for (const { title, path: name, text, expected } of CORPUS) {
    test(title, () => {
      const fixed = fixFeature(name, text);
      assert.equal(fixFeature(name, fixed), fixed, 'a second time nothing changes');
      if (expected.length === 0) assert.equal(checkText([readFeature(name, fixed)]).length, 0);
      if (readFeature(name, text).document === null) return; // nothing ran before
      const [before, after] = [meaning(text), meaning(fixed)];
      const isLosing = expected.some((each) =>
        /^(?:titulo|passo|acento-separado|espaco|invisivel|tabulacao|cenarios|lingua)/.test(each),
      );
      if (isLosing && before.join() !== after.join()) assert.ok(after.length >= before.length, 'no scenario is lost');
      else assert.deepEqual(after, before);
      const rules = new Set(expected.map((each) => each.split(' ')[0]));
      for (const { rule } of checkText([readFeature(name, fixed)])) assert.ok(rules.has(rule), `${rule} is new`);
    });
  }
});

test('a step that was lost comes back, and none that was there changes', () => {
  const text = `${HEAD}    quando executo \`dumont health list\`\n    Então a API responde 200\n`;
  const steps = (each: string): string[] =>
    picklesOf(readFeature('uma.feature', each)).flatMap((pickle) => pickle.steps.map((step) => step.text));
  assert.deepEqual(steps(text), ['a API responde 200']);
  assert.deepEqual(steps(fix(text)), ['executo `dumont health list`', 'a API responde 200']);
});

test('the content of a doc string is nobody’s business, and its indentation stays with it', () => {
  const odd = '\t  “assim” – \u00A0 quando e\u0301  ';
  const text = `${HEAD}\tQuando executo “a”\n\t\t"""\n${odd}\n\t\t | a|\n\t\t"""\n`;
  const fixed = fix(text);
  assert.ok(fixed.includes(`\n\t\t"""\n${odd}\n\t\t | a|\n\t\t"""\n`), fixed);
  assert.ok(fixed.includes('\n  Quando executo "a"\n'), fixed);
});

test('tables are lined up where their bars are not, with their escapes; those that are keep their author’s style', () => {
  const crooked = '    Então a resposta tem:\n      | campo | condição |\n      | a\\|b | é "ção" |\n      |x|y|\n';
  assert.equal(
    fix(HEAD + crooked),
    `${HEAD}    Então a resposta tem:\n      | campo | condição |\n      | a\\|b  | é "ção"  |\n      | x     | y        |\n`,
  );
  const own = '    Então a resposta tem:\n      |  campo|condição  |\n      |      a|é 1       |\n';
  assert.equal(fix(HEAD + own), HEAD + own);
});

test('line ends, byte order mark and a missing last line end stay as they were', () => {
  const text = '\uFEFFFuncionalidade: Uma\r\n\r\n  Cenário: primeiro  \r\n    quando executo `dumont health list`';
  assert.equal(
    fix(text),
    '\uFEFF# language: pt\r\nFuncionalidade: Uma\r\n\r\n  Cenário: primeiro\r\n    Quando executo `dumont health list`',
  );
});

test('spaces at line ends go and keywords get one space after them', () => {
  assert.equal(
    fix('# language: pt  \nFuncionalidade:Uma  \n\n  Cenário:   primeiro\n    Quando    executo `dumont  health`  \n'),
    '# language: pt\nFuncionalidade: Uma\n\n  Cenário: primeiro\n    Quando executo `dumont  health`\n',
  );
});

test('what somebody has to decide stays: misspelt keywords, quotes in quotes, dashes', () => {
  for (const line of [
    'Dao que estou autenticado',
    'Então o erro diz “ele disse "não"”',
    'Quando executo `dumont instance list –json`',
    'Então a saída mostra "“assim”"',
  ]) {
    const text = `${HEAD}    ${line}\n    Quando executo \`dumont health list\`\n`;
    assert.equal(fix(text), text);
  }
});

test('a text that was left open is not touched after its beginning', () => {
  const text = `${HEAD}    Dado que a pasta do projeto tem o arquivo "a":\n      """\n      “a” \n\n  Cenário: segundo\n    quando executo “a” \n`;
  assert.equal(fix(text), text);
});
