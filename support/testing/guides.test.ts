import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scripts } from '../../package.json';
import { ALERT_VARIABLES, REPORT_VARIABLES, RUN_VARIABLES } from '../shared/environment';

const ROOT = path.resolve(__dirname, '..', '..');

/** Wider than this a table does not fit beside the files of a repository. */
const WIDEST_ROW = 120;

const GENERATED = 'step-definitions/CATALOGO.md';

const GUIDES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => file !== GENERATED && existsSync(path.join(ROOT, file)));

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** A guide without its fenced blocks: what is a link there is an example. */
const prose = (file: string): string => read(file).replace(/^( *)```[\s\S]*?^\1```$/gm, '');

/** Where the links and images of a text lead to. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].flatMap(([, link, image]) => link ?? image ?? []);
}

/** A row of a table as a reader sees it: the text of its links, not their addresses. */
const shown = (row: string): string => row.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trimEnd();

for (const file of GUIDES) {
  test(`the links of ${file} lead somewhere`, () => {
    const missing = linksIn(prose(file))
      .filter((link) => !/^(?:https?:|#)/.test(link))
      .filter((link) => !existsSync(path.join(ROOT, path.dirname(file), link.replace(/#.*$/, ''))));
    assert.deepEqual(missing, []);
  });

  test(`no table of ${file} is wider than a screen`, () => {
    const rows = prose(file)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    assert.deepEqual(
      rows.filter((row) => shown(row).length > WIDEST_ROW),
      [],
    );
  });

  test(`each npm script that ${file} names is one there is`, () => {
    const named = [...read(file).matchAll(/npm run ([a-z][\w:]*)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });
}

test('every variable has its place in the guide of those who set it', () => {
  for (const [file, variables] of [
    ['support/suite/targets/LEIAME.md', RUN_VARIABLES],
    ['support/reporting/LEIAME.md', REPORT_VARIABLES],
    ['support/reporting/alerts/LEIAME.md', ALERT_VARIABLES],
  ] as const) {
    const guide = read(file);
    assert.deepEqual(
      variables.filter((name) => !guide.includes(`\`${name}\``)),
      [],
      file,
    );
  }
});

test('every dependency is in the table that says why it is there', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const contributing = read('CONTRIBUTING.md');
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  assert.deepEqual(
    names.filter((name) => !name.startsWith('@types/') && !contributing.includes(`\`${name}\``)),
    [],
  );
});
