import assert from 'node:assert/strict';
import { test } from 'node:test';
import { width } from '../../shared/table';
import type { Journey, Scenario } from '../model/run';
import { type Doing, nowRunning } from './now-running';
import { paletteFor } from './palette';

const PLAIN = paletteFor({}, {});
const heading = { keyword: '', description: '', tags: [] };
const scenario: Scenario = {
  ...heading,
  key: 'k',
  uri: 'a.feature',
  theme: null,
  line: 3,
  name: 'Alugar uma GPU',
  rule: null,
  example: [],
  outline: 'Alugar uma GPU',
  plan: [],
  attempts: [],
};
const journey: Journey = {
  ...heading,
  uri: 'a.feature',
  line: 1,
  name: 'Jornada 2 - Ciclo de vida',
  background: null,
  scenarios: [scenario],
};
const doing = (times: number): Doing[] => Array.from({ length: times }, () => ({ journey, scenario, step: null }));

test('each process gets its share of the line', () => {
  assert.equal(nowRunning(3, 12, doing(1), 80, PLAIN), '3/12  Jornada 2 › Alugar uma GPU');
  assert.equal(nowRunning(3, 12, doing(2), 50, PLAIN), '3/12  Jornada 2 › Alugar…  Jornada 2 › Alugar…');
});

test('many processes on a narrow screen still make one line', () => {
  assert.ok(width(nowRunning(3, 12, doing(8), 30, PLAIN)) < 30);
});
