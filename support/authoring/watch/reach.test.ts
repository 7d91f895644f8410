import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../testing/temporary-folder';
import { ImportGraph } from './import-graph';
import { type Reach, reachOf } from './reach';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const FILES = {
  'step-definitions/a.ts': "import { one } from '../support/words/one';\nimport type { World } from '../support/world';\n",
  'step-definitions/b.ts': "import { two } from '../support/words/two';\n",
  'step-definitions/a.test.ts': "import '../support/reports/page';\n",
  'support/words/one.ts': "import { deep } from './deep';\n",
  'support/words/two.ts': "export const two = (): unknown => require('./deep');\n",
  'support/words/deep.ts': 'export const deep = 1;\n',
  'support/world.ts': "export { cli } from './cli/run';\nimport type { Page } from './reports/page';\n",
  'support/cli/run.ts': "export const cli = () => import('./lazy');\n",
  'support/cli/lazy.ts': 'export {};\n',
  'support/reports/page.ts': 'export {};\n',
};

function reachIn(file: string): Reach {
  const root = temporaryFolder('graph');
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return reachOf(file, new ImportGraph(root, ['step-definitions', 'support']));
}

const steps = (...files: string[]): Reach => ({ kind: 'steps', files });

for (const [file, wanted] of [
  ['step-definitions/a.ts', steps('step-definitions/a.ts')],
  ['support/words/one.ts', steps('step-definitions/a.ts')],
  ['support/words/deep.ts', steps('step-definitions/a.ts', 'step-definitions/b.ts')],
  ['support/world.ts', { kind: 'everything' }],
  ['support/cli/lazy.ts', { kind: 'everything' }],
  ['cucumber.js', { kind: 'everything' }],
  ['support/sandbox/domain/market/offers.ts', { kind: 'everything' }],
  ['support/contract/dumont.openapi.yaml', { kind: 'everything' }],
  ['support/reports/page.ts', { kind: 'nothing' }],
  ['step-definitions/gone.ts', steps('step-definitions/gone.ts')],
] as [string, Reach][]) {
  test(`a change in ${file} reaches ${wanted.kind}`, () => assert.deepEqual(reachIn(file), wanted));
}

test('in this project, the world is behind everything, the reports behind nothing', () => {
  const graph = new ImportGraph(ROOT, ['step-definitions', 'support']);
  assert.deepEqual(reachOf('support/suite/command/process.ts', graph), { kind: 'everything' });
  assert.deepEqual(reachOf('support/reporting/site/documentation.ts', graph), { kind: 'nothing' });
  assert.deepEqual(reachOf('step-definitions/job.ts', graph), steps('step-definitions/job.ts'));
});
