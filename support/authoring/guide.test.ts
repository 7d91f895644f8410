import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { split } from 'shlex';
import { runFeatures } from '../testing/run-features';
import { checkText } from './lint/check-text';
import { readFeature } from './source/feature-source';
import { TAGS } from './tags';

const ROOT = path.resolve(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const GUIDE = read('features/LEIAME.md');
const THEME = 'features/02_instance_lifecycle/pause-and-resume.feature';

/** The fenced blocks of a language, in order, without the indentation of a list they stand in. */
function blocks(language: string): string[] {
  return [...GUIDE.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\`$`, 'gm'))].map(([, , text = '']) => text);
}

const commands = blocks('bash').flatMap((block) => block.split('\n').flatMap((line) => line.trim() || []));
const [quoted = '', example = ''] = blocks('gherkin');

/** The feature with the example of the guide pasted where the guide says. */
function withExample(): string {
  const similar = quoted.slice(quoted.indexOf('    @destrutivo'));
  const text = read(THEME);
  assert.ok(text.includes(similar), 'the guide copies a scenario that is not in the feature');
  return text.replace(similar, `${similar}\n${example}`);
}

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Runs a line of the guide as npm would: the script of that name, with the words after `--`. */
function run(command: string): Promise<{ exitCode: number; output: string }> {
  const [, , name = '', , ...words] = split(command);
  const [, ...script] = split(scripts[name] ?? '');
  return new Promise((resolve) => {
    execFile(process.execPath, [...script, ...words], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

test('the guide is one page', () => {
  assert.ok(GUIDE.split('\n').length <= 125);
});

test('the guide shows a rule and a scenario as they stand in the feature', () => {
  const [rule = ''] = quoted.split('\n');
  assert.ok(read(THEME).includes(`${rule}\n`));
  assert.match(quoted, /Cenário: Retomar uma instância em execução é recusado/);
});

test('the worked example, pasted as told, pleases the check and passes', async () => {
  const text = withExample();
  assert.deepEqual(checkText([readFeature(THEME, text)]), []);
  const command = commands.find((each) => each.includes('--name')) ?? '';
  const name = /--name "(.*)"$/.exec(command)?.[1] ?? assert.fail(`no name in ${command}`);
  const { exitCode, output } = await runFeatures({
    features: { [path.basename(THEME)]: text.replace(/^# language: pt\n/, '') },
    args: ['--name', name],
  });
  assert.equal(exitCode, 0, output);
  assert.match(output, /1 cenário: 1 passou/);
});

test('each command of the guide is one there is', () => {
  const named = [...GUIDE.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  assert.ok(named.length >= 6);
  assert.deepEqual(
    named.filter((name) => scripts[name] === undefined),
    [],
  );
  for (const [file] of GUIDE.matchAll(/features\/[\w/-]+(?:\.feature)?/g)) assert.ok(existsSync(path.join(ROOT, file)), file);
});

for (const command of commands.filter((each) => /^npm run (?:steps|lint:features|dumont)\b(?!.*--fix)/.test(each))) {
  test(`it works as written: ${command}`, async () => {
    const { exitCode, output } = await run(command);
    assert.equal(exitCode, 0, output);
    assert.notEqual(output.trim(), '');
  });
}

test('the guide tells of all tags there are, and of no other', () => {
  const table = /^\| Tag[\s\S]*?(?=\n\n)/m.exec(GUIDE)?.[0] ?? '';
  const told = [...table.matchAll(/`(@[\w-]+)`/g)].map(([, tag]) => tag);
  assert.deepEqual([...told].sort(), TAGS.map(({ name }) => name).sort());
});
