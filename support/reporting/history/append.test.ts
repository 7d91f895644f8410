import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { appendRun, HistoryError } from './append';
import { readHistory } from './history';
import { readLine } from './history-index';
import type { RecordedLines } from './record';
import { recordOf } from './record-of';
import { madeRun, type Wanted } from './testing/made-run';
import { newHistoryFile, record } from './testing/recorded';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const APPENDER = path.join(__dirname, 'testing', 'appender.ts');

function linesOf(minute: number, scenarios: readonly Wanted[] = [{ name: 'a' }], ...rest: [object?]): RecordedLines {
  const lines = recordOf(madeRun(minute, scenarios, ...rest));
  assert.ok(lines);
  return lines;
}

function idsIn(file: string): string[] {
  return readHistory(file).runs.map(({ record: { id } }) => id);
}

test('a run of 700 scenarios adds about one kilobyte when the spec did not change', () => {
  const file = newHistoryFile();
  const scenarios = Array.from({ length: 700 }, (_, index) => ({
    name: `cenário ${index}`,
    uri: `features/${index % 10}.feature`,
  }));
  record(file, madeRun(1, scenarios));
  const before = statSync(file).size;
  record(file, madeRun(2, scenarios));
  const added = statSync(file).size - before;
  assert.ok(added > 700 && added < 1500, `${added} bytes`);
});

test('a changed scenario costs its own text and the list of ids, not the text of the others', () => {
  const file = newHistoryFile();
  const scenarios = Array.from({ length: 100 }, (_, index) => ({
    name: `cenário ${index}`,
    steps: ['Dado '.concat('x'.repeat(300))],
  }));
  record(file, madeRun(1, scenarios));
  const before = statSync(file).size;
  record(file, madeRun(2, [{ name: 'outro' }, ...scenarios.slice(1)]));
  assert.ok(statSync(file).size - before < 4000);
  assert.equal(readHistory(file).last?.scenarios[0]?.scenario.name, 'outro');
});

test('the same run twice is there once, and with what was said last', () => {
  const file = newHistoryFile();
  const lines = linesOf(1);
  assert.equal(appendRun(file, lines), 'added');
  appendRun(file, linesOf(2));
  const before = readFileSync(file, 'utf8');
  assert.equal(appendRun(file, lines), 'known');
  assert.equal(readFileSync(file, 'utf8'), before);
  assert.equal(appendRun(file, { ...lines, record: { ...lines.record, release: 'v1' } }), 'replaced');
  assert.deepEqual(
    readHistory(file).runs.map(({ record: { release } }) => release),
    ['v1', null],
  );
});

test('several processes append at once: every run is there, every line can be read, no lock stays', async () => {
  const file = newHistoryFile();
  const processes = Array.from({ length: 6 }, (_, number) =>
    promisify(execFile)(process.execPath, ['-r', './support/register.cjs', APPENDER, file, String(number), '20'], { cwd: ROOT }),
  );
  await Promise.all(processes);
  const lines = readFileSync(file, 'utf8').split('\n');
  assert.equal(lines.pop(), '');
  assert.ok(lines.every((line) => readLine(line) !== null));
  assert.equal(new Set(idsIn(file)).size, 120);
  assert.deepEqual(readdirSync(path.dirname(file)), ['history.jsonl']);
});

test('a torn last line is passed over and does not swallow the next run', () => {
  const whole = newHistoryFile();
  record(whole, madeRun(1, [{ name: 'a' }]), madeRun(2, [{ name: 'b' }]));
  const text = readFileSync(whole, 'utf8');
  const firstRun = text.indexOf('\n', text.indexOf('"kind":"run"')) + 1;
  for (let size = 0; size < text.length; size += 7) {
    const file = newHistoryFile();
    mkdirSync(path.dirname(file));
    writeFileSync(file, text);
    truncateSync(file, size);
    assert.ok(idsIn(file).length <= 1);
    record(file, madeRun(2, [{ name: 'b' }]), madeRun(3, [{ name: 'a' }]));
    const { runs, last } = readHistory(file);
    assert.equal(runs.length, size >= firstRun - 1 ? 3 : 2, `cut at ${size}`);
    assert.equal(last?.scenarios[0]?.scenario.name, 'a');
  }
});

test('lines that are no history, or of a later version, are passed over', () => {
  const file = newHistoryFile();
  record(file, madeRun(1, [{ name: 'a' }]));
  const run = readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
  for (const line of [
    '{',
    'null',
    '[]',
    '{"kind":"run"}',
    '{"kind":"spec","id":"x","journeys":[["a"]]}',
    run.replace('"v":1', '"v":2'),
  ]) {
    appendFileSync(file, `${line}\n`);
  }
  appendFileSync(file, `${run.replace('"states":"p"', '"states":"<"')}\n${run.replace(/"errors":\[\]/, '"errors":"x"')}\n`);
  assert.equal(readHistory(file).runs.length, 1);
});

test('a history that is full loses its oldest runs, and the texts that nobody refers to any more', () => {
  const file = newHistoryFile();
  for (let minute = 0; minute < 25; minute += 1)
    appendRun(file, linesOf(minute, [{ name: `no minuto ${minute}` }]), { runs: 20, bytes: 1e6 });
  const { runs } = readHistory(file);
  assert.ok(runs.length >= 18 && runs.length <= 20);
  assert.equal(runs.at(-1)?.scenarios[0]?.scenario.name, 'no minuto 24');
  assert.doesNotMatch(readFileSync(file, 'utf8'), /no minuto 0"/);
  assert.deepEqual(readdirSync(path.dirname(file)), ['history.jsonl']);
});

test('a run whose texts were lost does not take the place of others', () => {
  const file = newHistoryFile();
  const { record: lost } = linesOf(9999);
  mkdirSync(path.dirname(file));
  writeFileSync(file, `${JSON.stringify({ ...lost, spec: 'lost' })}\n`);
  for (let minute = 0; minute < 11; minute += 1) appendRun(file, linesOf(minute), { runs: 10, bytes: 1e6 });
  assert.doesNotMatch(readFileSync(file, 'utf8'), /"lost"/);
});

test('a history that is too large is cut as well', () => {
  const file = newHistoryFile();
  const bounds = { runs: 1000, bytes: 20_000 };
  for (let minute = 0; minute < 60; minute += 1) appendRun(file, linesOf(minute), bounds);
  assert.ok(statSync(file).size <= bounds.bytes);
  assert.equal(readHistory(file).last?.at.getUTCMinutes(), 59);
});

test('the last run of a release, and the only run against another target, outlive busy days', () => {
  const file = newHistoryFile();
  const bounds = { runs: 20, bytes: 1e6 };
  appendRun(file, linesOf(0, [{ name: 'a' }], { target: 'https://dumont.example' }), bounds);
  appendRun(file, linesOf(1, [{ name: 'a' }], { release: 'v1' }), bounds);
  appendRun(file, linesOf(2, [{ name: 'a antigo' }], { release: 'v1' }), bounds);
  for (let minute = 3; minute < 80; minute += 1) appendRun(file, linesOf(minute), bounds);
  const { runs } = readHistory(file);
  assert.deepEqual(
    runs.slice(0, 2).map((run) => [run.record.release, run.record.target, run.scenarios[0]?.scenario.name]),
    [
      [null, 'https://dumont.example', 'a'],
      ['v1', 'sandbox embutido', 'a antigo'],
    ],
  );
});

test('a lock that was left behind does not hold anybody up', () => {
  const file = newHistoryFile();
  const lock = `${file}.lock`;
  mkdirSync(path.dirname(file));
  for (const left of [lock, `${lock}.stale`]) {
    writeFileSync(left, '');
    utimesSync(left, new Date(0), new Date(0));
  }
  assert.equal(appendRun(file, linesOf(1)), 'added');
  assert.deepEqual(readdirSync(path.dirname(file)), ['history.jsonl']);
});

test('a history that cannot be written is one sentence', () => {
  const file = newHistoryFile();
  mkdirSync(file, { recursive: true });
  assert.throws(
    () => appendRun(file, linesOf(1)),
    (error: Error) =>
      error instanceof HistoryError &&
      error.message === `Esta execução não entrou no histórico: não consegui gravar ${file} (EISDIR).`,
  );
});
