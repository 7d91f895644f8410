import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunInfo } from '../../shared/messages/run-info';
import { editHref, journeyAnchor, pageName, scenarioHref, sourceHref } from './links';

const RUN_INFO: RunInfo = {
  target: 'sandbox embutido',
  cli: 'embutida',
  commit: 'a'.repeat(40),
  branch: 'feat/uma ideia',
  dirty: false,
  release: null,
  repository: 'https://git.example/o/r/',
  environment: 'Node.js',
  whole: true,
  shard: null,
};

test('a page is named like its feature', () => {
  assert.equal(pageName('features/02_instance_lifecycle.feature'), '02_instance_lifecycle.html');
});

test('paths that would give the same page, or take the place of another one, get names of their own', () => {
  const paths = ['a/b', 'a-b', 'a b', 'A b', 'index', 'cenarios', 'passos', '../b', '.b', '<i>x', 'ação', 'acao'];
  const names = paths.map((path) => pageName(`features/${path}.feature`));
  assert.equal(new Set(names).size, paths.length);
  for (const name of names) assert.match(name, /^[A-Za-z0-9_][\w.-]*\.html$/);
  for (const taken of ['index.html', 'cenarios.html', 'passos.html']) assert.ok(!names.includes(taken));
  assert.deepEqual(
    names,
    paths.map((path) => `${journeyAnchor(`features/${path}.feature`)}.html`),
  );
});

test('a link to a scenario is made of its name and its key alone', () => {
  const scenario = { uri: 'features/01_auth.feature', name: 'Entrar é simples; "sair" também', key: 'aB3-_x0y1z' };
  assert.equal(scenarioHref(scenario), '01_auth.html#entrar-e-simples-sair-tambem-aB3-_x0y1z');
});

test('the link to edit fills in what the run knows, and there is none when it does not know', () => {
  const template = 'https://git.example/o/r/edit/{branch}/{path}#L{line}';
  assert.equal(
    editHref(template, RUN_INFO, 'features/a b#.feature', 7),
    'https://git.example/o/r/edit/feat/uma%20ideia/features/a%20b%23.feature#L7',
  );
  assert.equal(editHref(template, { ...RUN_INFO, branch: null }, 'a.feature', 7), null);
  assert.equal(editHref('vscode://file/casa/{path}:{line}', null, 'a.feature', 7), 'vscode://file/casa/a.feature:7');
  assert.equal(editHref('javascript:alert("{path}")', RUN_INFO, 'a.feature', 7), null);
  assert.equal(editHref(null, RUN_INFO, 'a.feature', 7), null);
});

test('the line of a file leads to the commit of the run, where there is a repository on the web', () => {
  assert.equal(sourceHref(RUN_INFO, 'a.feature', 7), `https://git.example/o/r/blob/${'a'.repeat(40)}/a.feature#L7`);
  assert.equal(sourceHref({ ...RUN_INFO, repository: 'git@git.example:o/r' }, 'a.feature', 7), null);
  assert.equal(sourceHref({ ...RUN_INFO, commit: null }, 'a.feature', 7), null);
});
