import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Misuse } from '../../shared/command-line';
import type { RunInfo } from '../../shared/messages/run-info';
import { editTemplate } from './edit-link';

const RUN_INFO: RunInfo = {
  target: 'sandbox embutido',
  cli: 'embutida',
  commit: 'abc',
  branch: 'main',
  dirty: false,
  release: null,
  repository: 'https://github.com/empresa/jornadas',
  environment: 'Node.js 20.20.2 em linux x64',
  whole: true,
  shard: null,
};

test("GitHub's and GitLab's own addresses are known", () => {
  assert.equal(
    editTemplate({ runInfo: RUN_INFO }, undefined),
    'https://github.com/empresa/jornadas/edit/{branch}/{path}#L{line}',
  );
  const gitlab = { ...RUN_INFO, repository: 'https://gitlab.empresa.com.br/cli/jornadas' };
  assert.equal(
    editTemplate({ runInfo: gitlab }, ''),
    'https://gitlab.empresa.com.br/cli/jornadas/-/edit/{branch}/{path}#L{line}',
  );
});

test('nobody knows how to edit a line elsewhere, nor without a branch', () => {
  assert.equal(editTemplate({ runInfo: { ...RUN_INFO, repository: 'https://git.example.com/x' } }, undefined), null);
  assert.equal(editTemplate({ runInfo: { ...RUN_INFO, branch: null } }, undefined), null);
  assert.equal(editTemplate({ runInfo: { ...RUN_INFO, repository: null } }, undefined), null);
  assert.equal(editTemplate({ runInfo: null }, undefined), null);
});

test('the setting wins, and a wrong one is told in a sentence', () => {
  const own = 'vscode://file/{path}:{line}';
  assert.equal(editTemplate({ runInfo: RUN_INFO }, own), own);
  const wrong: readonly [string, RegExp][] = [
    ['https://example.com/{arquivo}', /não pode ter \{arquivo\}; use \{path\}, \{line\}, \{branch\}, \{commit\}\.$/],
    ['javascript:alert({line})', /não é um endereço; escreva, por exemplo, https:/],
    ['features/{path}', /não é um endereço/],
  ];
  for (const [setting, sentence] of wrong) {
    assert.throws(
      () => editTemplate({ runInfo: RUN_INFO }, setting),
      (error: Error) => error instanceof Misuse && sentence.test(error.message),
    );
  }
});
