import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { lastMessages, openDrafts, publishDrafts } from './report-drafts';

const folder = mkdtempSync(path.join(tmpdir(), 'dumont-drafts-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Of a process that is gone. */
let dead = 0;
before(() => {
  dead = spawnSync(process.execPath, ['-e', '']).pid;
});

let reports = '';
beforeEach(() => {
  reports = mkdtempSync(path.join(folder, 'reports-'));
});

const at = (...names: string[]): string => path.join(reports, ...names);
const write = (text: string, ...names: string[]): void => {
  mkdirSync(path.dirname(at(...names)), { recursive: true });
  writeFileSync(at(...names), text);
};

test('what grew during a run takes its place when it is over; what stayed empty takes nobody’s', () => {
  write('of the last run', 'resumo.json');
  const drafts = at(`execucao-em-curso-${process.pid}`);
  openDrafts(reports, drafts);
  assert.match(readFileSync(path.join(drafts, 'LEIA-ME.txt'), 'utf8'), /cortada antes do fim/);
  writeFileSync(path.join(drafts, 'messages.ndjson'), '{}\n');
  writeFileSync(path.join(drafts, 'resumo.json'), '');
  write('{}\n', 'parte.ndjson');
  writeFileSync(path.join(drafts, 'parte.ndjson'), '{"cut');
  publishDrafts(reports, drafts);
  assert.equal(readFileSync(at('parte.ndjson'), 'utf8'), '{}\n', 'what is cut takes nobody’s place either');
  assert.deepEqual(readdirSync(reports).sort(), ['messages.ndjson', 'parte.ndjson', 'resumo.json']);
  assert.equal(readFileSync(at('resumo.json'), 'utf8'), 'of the last run');
});

test('the messages of the last run are those of one that was killed, until another run is over', () => {
  write('{}\n', 'messages.ndjson');
  utimesSync(at('messages.ndjson'), 1, 1);
  assert.equal(lastMessages(reports), at('messages.ndjson'));
  write('{}\n', `execucao-em-curso-${process.pid}`, 'messages.ndjson');
  assert.equal(lastMessages(reports), at('messages.ndjson'), 'a run that is going on has no last word yet');
  write('', `execucao-em-curso-${dead}`, 'messages.ndjson');
  assert.equal(lastMessages(reports), at('messages.ndjson'), 'it was killed before it had anything to say');
  write('{}\n', `execucao-em-curso-${dead}`, 'messages.ndjson');
  assert.equal(lastMessages(reports), at(`execucao-em-curso-${dead}`, 'messages.ndjson'));
});

test('what killed runs have left goes; what others made and what still grows stays', () => {
  write('', `execucao-em-curso-${dead}`, 'messages.ndjson');
  write('', `execucao-em-curso-${process.ppid}`, 'messages.ndjson');
  write('half', `documentacao.${dead}`, 'index.html');
  write('whole', `painel.${dead}.old`, 'index.html');
  write('half', `jornadas.md.${process.ppid}`);
  write('half', 'parcial', `conformidade.junit.xml.${dead}`);
  write('of somebody', `notas.${dead}`);
  openDrafts(reports, at('execucao-em-curso-1'));
  assert.deepEqual(
    readdirSync(reports).sort(),
    [
      'execucao-em-curso-1',
      `execucao-em-curso-${process.ppid}`,
      `jornadas.md.${process.ppid}`,
      `notas.${dead}`,
      'painel',
      'parcial',
    ].sort(),
  );
  assert.equal(readFileSync(at('painel', 'index.html'), 'utf8'), 'whole', 'killed between the former and the new');
  assert.ok(!existsSync(at('parcial', `conformidade.junit.xml.${dead}`)));
});
