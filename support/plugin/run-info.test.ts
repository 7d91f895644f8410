import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readSettings } from '../settings';
import { describeRun, describeSelection, pageOf } from './run-info';

const folder = mkdtempSync(path.join(tmpdir(), 'dumont-run-info-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: folder, encoding: 'utf8' }).trim();
const settings = readSettings({ PATH: process.env.PATH }, folder);

test('outside a repository a run still says what ran against what', async () => {
  const runInfo = await describeRun(settings, { GITHUB_REF_NAME: 'main' }, folder);
  assert.equal(runInfo.target, 'sandbox embutido');
  assert.equal(runInfo.cli, 'embutida');
  assert.deepEqual(
    [runInfo.commit, runInfo.branch, runInfo.dirty, runInfo.release, runInfo.repository],
    [null, 'main', false, null, null],
  );
  assert.match(runInfo.environment, /^Node\.js \d+\.\d+\.\d+ em \w+ \w+$/);
});

test('in a repository it says commit, branch, release, and whether something is not committed', async () => {
  git('init', '-q', '-b', 'principal');
  git('remote', 'add', 'origin', 'https://someone:secret@git.example.com/empresa/jornadas.git');
  writeFileSync(path.join(folder, 'a.txt'), 'a');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  git('tag', 'v1.0.0');
  const { commit, branch, dirty, release, repository } = await describeRun(settings, {}, folder);
  assert.deepEqual(
    { commit, branch, dirty, release, repository },
    {
      commit: git('rev-parse', 'HEAD'),
      branch: 'principal',
      dirty: false,
      release: 'v1.0.0',
      repository: 'https://git.example.com/empresa/jornadas',
    },
  );
  writeFileSync(path.join(folder, 'b.txt'), 'b');
  assert.equal((await describeRun(settings, {}, folder)).dirty, true);
});

test('paths, tags and names narrow a run; a shard does not', () => {
  const all = ['features/**/*.{feature,feature.md}'];
  const selection = (paths: string[], ...argv: string[]): ReturnType<typeof describeSelection> =>
    describeSelection({ paths, argv });
  assert.deepEqual(selection(all), { whole: true, shard: null });
  assert.deepEqual(selection(all, '--shard', '1/3', '--parallel', '2'), { whole: true, shard: '1/3' });
  assert.deepEqual(selection(all, '--shard=2/3'), { whole: true, shard: '2/3' });
  assert.equal(selection(['features/01_auth_journey.feature']).whole, false);
  for (const word of ['--tags', '-t', '--tags=@jornada', '--name', '-n'])
    assert.equal(selection(all, word, '@jornada').whole, false, word);
});

test('the page of a repository is known from any form of its remote, and never with a password', () => {
  const page = 'https://github.com/empresa/jornadas';
  for (const remote of [
    `${page}.git`,
    page,
    `${page}/`,
    'git@github.com:empresa/jornadas.git',
    'ssh://git@github.com/empresa/jornadas.git',
    'ssh://git@github.com:22/empresa/jornadas.git',
    'https://x:token@github.com/empresa/jornadas.git',
  ]) {
    assert.equal(pageOf(remote), page, remote);
  }
  for (const remote of ['', '/srv/git/jornadas.git', 'file:///srv/git/jornadas.git', 'javascript:alert(1)'])
    assert.equal(pageOf(remote), null, remote);
});
