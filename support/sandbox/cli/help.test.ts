import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { setUp, type Workbench } from './testing/workbench';

const ROOT = path.resolve(__dirname, '..', '..', '..');

interface Cli {
  resource: string;
  action: string;
}
const contract = parse(readFileSync(path.join(ROOT, 'support/contract/dumont.openapi.yaml'), 'utf8')) as {
  paths: Record<string, Record<string, { 'x-cli'?: Cli }>>;
};
const declared = Object.values(contract.paths).flatMap((item) =>
  Object.values(item).flatMap((operation) => operation['x-cli'] ?? []),
);

let bench: Workbench;
before(async () => {
  bench = await setUp();
});
after(() => bench.close());

async function shown(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await bench.dumont(argv);
  assert.deepEqual({ code, stderr, received: bench.api.received }, { code: 0, stderr: '', received: [] });
  return stdout;
}

test('dumont --help lists every resource with every action', async () => {
  const help = await shown('--help');
  assert.equal(declared.length, 49);
  const sections = new Map(help.split('\n\n').map((section) => [section.split('\n')[0], section]));
  for (const { resource, action } of declared)
    assert.match(sections.get(resource) ?? '', new RegExp(`^  ${resource} ${action}( |$)`, 'm'));
  assert.match(help, /^ {2}instance create wizard gpu_name=<string> {2,}\S/m, 'with the keys it cannot do without');
  assert.equal(await shown('help'), help);
  assert.equal(await shown('-h'), help);
});

test('the help of a resource gives usage and keys of its actions, and of no other’s', async () => {
  const help = await shown('instance', '--help');
  for (const line of [
    'dumont instance create wizard',
    'dumont instance migrate <instance_id> estimate',
    'dumont instance list',
  ]) {
    assert.match(help, new RegExp(`^${line}$`, 'm'));
  }
  assert.match(help, /^ {2}offer_id=<integer> +required$/m);
  assert.doesNotMatch(help, /dumont snapshot/);
  assert.equal(await shown('help', 'instance'), help);
  assert.equal(await shown('--help', 'instance'), help);
});

test('the help of an action is about that action', async () => {
  const help = await shown('instance', 'migrate', '5', '--help');
  assert.deepEqual(help.match(/^dumont .*$/gm)?.sort(), [
    'dumont instance migrate <instance_id>',
    'dumont instance migrate <instance_id> estimate',
  ]);
});

test('positionals go by the names that the contract displays', async () => {
  assert.match(await shown('auth', '--help'), /^dumont auth login <email> <password>$/m);
});

test('--version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  assert.equal(await shown('--version'), `dumont ${version}\n`);
});
