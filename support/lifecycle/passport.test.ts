import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readSettings } from '../settings';
import { currentPassport, issuePassport, noteSelection, pageOf } from './passport';

const folder = mkdtempSync(path.join(tmpdir(), 'dumont-passport-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: folder, encoding: 'utf8' }).trim();
const settings = readSettings({ PATH: process.env.PATH }, folder);

test('outside a repository a run still says what ran against what', async () => {
  await issuePassport(settings, { GITHUB_REF_NAME: 'main' }, folder);
  const passport = currentPassport();
  assert.equal(passport?.target, 'sandbox embutido');
  assert.equal(passport?.cli, 'embutida');
  assert.deepEqual(
    [passport?.commit, passport?.branch, passport?.dirty, passport?.release, passport?.repository],
    [null, 'main', false, null, null],
  );
  assert.match(passport?.environment ?? '', /^Node\.js \d+\.\d+\.\d+ em \w+ \w+$/);
});

test('in a repository it says commit, branch, release, and whether something is not committed', async () => {
  git('init', '-q', '-b', 'principal');
  git('remote', 'add', 'origin', 'https://someone:secret@git.example.com/empresa/jornadas.git');
  writeFileSync(path.join(folder, 'a.txt'), 'a');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  git('tag', 'v1.0.0');
  await issuePassport(settings, {}, folder);
  const { commit, branch, dirty, release, repository } = currentPassport() ?? {};
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
  await issuePassport(settings, {}, folder);
  assert.equal(currentPassport()?.dirty, true);
});

test('paths, tags and names narrow a run; a shard does not', async () => {
  await issuePassport(settings, {}, folder);
  const wholeWith = (paths: string[], ...argv: string[]): boolean | undefined => {
    noteSelection({ paths, argv });
    return currentPassport()?.whole;
  };
  const all = ['features/**/*.{feature,feature.md}'];
  assert.equal(wholeWith(all), true);
  assert.equal(wholeWith(all, '--shard', '1/3', '--parallel', '2'), true);
  assert.equal(currentPassport()?.shard, '1/3');
  assert.equal(wholeWith(all, '--shard=2/3'), true);
  assert.equal(currentPassport()?.shard, '2/3');
  assert.equal(wholeWith(['features/01_auth_journey.feature']), false);
  for (const word of ['--tags', '-t', '--tags=@jornada', '--name', '-n'])
    assert.equal(wholeWith(all, word, '@jornada'), false, word);
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
