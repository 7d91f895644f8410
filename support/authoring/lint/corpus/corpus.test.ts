import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { suiteFeatures } from '../../../testing/suite-features';
import { readFeature } from '../../source/feature-source';
import { checkText } from '../check-text';
import { type CorpusCase, readCorpus, short } from './read-corpus';

const BROKEN = ['titles.txt', 'steps.txt', 'structure.txt', 'characters.txt', 'pairs.txt'];

const found = ({ path: name, text }: Pick<CorpusCase, 'path' | 'text'>): string[] =>
  checkText([readFeature(name, text)]).map(short);

for (const name of BROKEN) {
  describe(`broken features: ${name}`, () => {
    for (const each of readCorpus(name)) {
      test(each.title, () => {
        assert.notDeepEqual(each.expected, []);
        assert.deepEqual(found(each), each.expected);
      });
    }
  });
}

describe('honest features have nothing to correct', () => {
  for (const each of readCorpus('honest.txt')) test(each.title, () => assert.deepEqual(found(each), []));
});

test('the corpus is as large as it has to be', () => {
  assert.ok(BROKEN.flatMap(readCorpus).length >= 60);
  assert.ok(readCorpus('honest.txt').length >= 30);
});

test('the journeys have nothing to correct', () => {
  assert.deepEqual(checkText(suiteFeatures()), []);
});

const HEAD = '# language: pt\nFuncionalidade: Uma\n\n';
/** Findings that are told once for a file, or that leave nothing after them to be read. */
const OF_THE_FILE = /^(?:tabulacao|acento-separado|codificacao|texto-aberto|tag-solta|fora-do-lugar|regra-repetida|sem-cenarios)/;

/** The broken features that consist of scenarios alone: any two of them can stand in one file. */
function combinable(): CorpusCase[] {
  return BROKEN.flatMap(readCorpus).filter(
    ({ text, path: name, expected }) =>
      text.startsWith(HEAD) &&
      /^ {2}(?:Cen|Esquema|@)/.test(text.slice(HEAD.length)) &&
      !/^ *(?:Regra|Contexto)/m.test(text) &&
      name.startsWith('corpus') &&
      !expected.some((each) => OF_THE_FILE.test(each)),
  );
}

/** Two of them in one file, and what is to be found there. */
function together(one: CorpusCase, other: CorpusCase): { text: string; expected: string[] } {
  const shift = one.text.split('\n').length - HEAD.split('\n').length + 1;
  const body = other.text.slice(HEAD.length).replace(/^( {2}[^\s@].*[^:\s])$/gm, '$1 outra vez');
  const moved = other.expected.map((each) => each.replace(/ (\d+):/, (_, line: string) => ` ${Number(line) + shift}:`));
  return { text: `${one.text}\n${body}`, expected: [...one.expected, ...moved] };
}

test('of any two slips in one file neither hides the other, nor makes a third', () => {
  const cases = combinable();
  assert.ok(cases.length >= 40, `${cases.length} cases`);
  for (const one of cases) {
    for (const other of cases) {
      const { text, expected } = together(one, other);
      assert.deepEqual(found({ path: one.path, text }), expected, `${one.title} + ${other.title}\n${text}`);
    }
  }
});
