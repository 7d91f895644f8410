import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitFor } from './waiting';

const waiting = (
  states: readonly string[],
  wanted: string,
  patienceMs: number,
): { result: Promise<string>; looks: () => number } => {
  let looks = 0;
  const result = waitFor({
    look: async () => states[Math.min(looks++, states.length - 1)] ?? '',
    holds: (state) => state === wanted,
    name: (state) => state,
    wanted: `a instância deveria ficar ${wanted}`,
    patienceMs,
  });
  return { result, looks: () => looks };
};

test('what is there already is seen at the first look', async () => {
  const { result, looks } = waiting(['running'], 'running', 0);
  assert.equal(await result, 'running');
  assert.equal(looks(), 1);
});

test('it looks until the state is there, and no longer', async () => {
  const { result, looks } = waiting(['creating', 'creating', 'running', 'paused'], 'running', 60_000);
  assert.equal(await result, 'running');
  assert.equal(looks(), 3);
});

test('when patience ends the states that were passed through are told, each once, with their time', async () => {
  const { result } = waiting(['creating', 'creating', 'running'], 'paused', 150);
  await assert.rejects(
    result,
    /^AssertionError: a instância deveria ficar paused, mas isso não aconteceu em [\d,]+ s; o que se viu, e desde quando: creating [\d,]+ s > running [\d,]+ s\.$/,
  );
});

test('a look that fails ends the wait', async () => {
  const result = waitFor({
    look: () => Promise.reject(new Error('sem resposta')),
    holds: () => true,
    name: () => '',
    wanted: 'algo',
    patienceMs: 60_000,
  });
  await assert.rejects(result, /^Error: sem resposta$/);
});

test('a long tale is told by its beginning and its end', async () => {
  const { result } = waiting(['1', '2', '3', '4', '5', '6', '7', '8', '9'], 'nunca', 2_600);
  await assert.rejects(result, /o que se viu, e desde quando: 1 [\d,]+ s > 2 [\d,]+ s > 3 [\d,]+ s > …( > \d [\d,]+ s){4}\.$/);
});
