'use strict';
// `npm test [-- file...]`: every *.test.ts beside the code, through node:test, with as many processes at a time as there are cores.
// Loading the project takes longer than most test files do, so files share a process; each is a suite of its own in it. A file whose first
// line is `// @own-process: why` has a process to itself, and those begin first: they are the long ones, the short ones fill the end.
const { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { run } = require('node:test');
const { spec: Spec } = require('node:test/reporters');

const root = path.resolve(__dirname, '..', '..');
const cores = os.availableParallelism();

const testsBelow = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file))
    .sort();

const byLength = (one, other) => other.length - one.length;
const lengthOf = (batch) => batch.reduce((sum, { length }) => sum + length, 0);

/** Deals files out so that the batches are of about the same length. */
const batchesOf = (files, count) => {
  const batches = Array.from({ length: Math.min(count, files.length) }, () => []);
  for (const file of files.sort(byLength))
    batches.reduce((least, each) => (lengthOf(each) < lengthOf(least) ? each : least)).push(file);
  return batches;
};

const kindOf = (text) => {
  if (text.startsWith('// @own-process: ')) return 'own';
  if (text.includes("testing/browser'")) return 'pages';
  return /\/(?:step-cases|run-scenarios)'/.test(text) ? 'steps' : 'shared';
};

/** Which files each process takes, the longest first. */
const plan = (names) => {
  const files = names.map((name) => {
    const file = path.resolve(root, name);
    const text = readFileSync(file, 'utf8');
    return { name: path.relative(root, file), file, length: text.length, kind: kindOf(text) };
  });
  const own = files.filter(({ kind }) => kind === 'own').sort(byLength);
  const pages = files.filter(({ kind }) => kind === 'pages'); // they share a browser
  const steps = files.filter(({ kind }) => kind === 'steps'); // they share the steps too, which a process can load only once
  const shared = files.filter(({ kind }) => kind === 'shared');
  return [...batchesOf(pages, 1), ...own.map((file) => [file]), ...batchesOf(steps, cores), ...batchesOf(shared, 2 * cores)];
};

/** What a process runs. One that leaves before its last file ended did not run them all, whatever code it leaves with. */
const writeEntry = (folder, batch, index) => {
  const entry = path.join(folder, `${index}.cjs`);
  const lines = [
    "'use strict';",
    `require(${JSON.stringify(path.join(root, 'support', 'register.cjs'))});`,
    "const { after, describe } = require('node:test');",
    `let left = ${batch.length};`,
    "process.on('exit', () => { if (left > 0) process.exitCode = 1; });",
    ...batch.map(
      ({ name, file }) =>
        `describe(${JSON.stringify(name)}, () => { after(() => { left -= 1; }); require(${JSON.stringify(file)}); });`,
    ),
  ];
  writeFileSync(entry, lines.join('\n'));
  return entry;
};

const asked = process.argv.slice(2);
const cache = path.join(root, 'node_modules', '.cache', 'dumont-journeys');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, 'tests-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
process.chdir(root);
process.env.XDG_STATE_HOME = path.join(folder, 'state'); // what runs on a deployment write down is not the user's

const entries = plan(asked.length > 0 ? asked : ['step-definitions', 'support'].flatMap(testsBelow)).map((batch, index) =>
  writeEntry(folder, batch, index),
);
run({ files: entries, concurrency: cores })
  .on('test:fail', ({ todo }) => {
    if (todo === undefined || todo === false) process.exitCode = 1;
  })
  .compose(new Spec())
  .pipe(process.stdout);
