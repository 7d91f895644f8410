import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const SUPPORT = path.resolve(__dirname, '..');

/** What every room above them may reach. */
const GROUND = ['contract', 'shared'];
/** The room that puts the others together. */
const COMPOSITION = 'plugin';

// The lint looks at imports alone; a `require` inside a function, there to spare a start its cost, would escape it.
test('what is loaded late is of the same room, of contract or of shared', () => {
  const sources = readdirSync(SUPPORT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.(?:test|fixture)\.ts$|(?:^|\/)testing\/|^mutation\/faults\//.test(file),
  );
  const strays: string[] = [];
  let found = 0;
  for (const file of sources) {
    for (const [, target = ''] of readFileSync(path.join(SUPPORT, file), 'utf8').matchAll(/\brequire\('(\.[^']+)'\)/g)) {
      const room = roomOf(path.join(path.dirname(file), target));
      found += 1;
      const own = roomOf(file);
      const isAllowed = room === own || (own !== 'shared' && GROUND.includes(room)) || own === COMPOSITION;
      if (!isAllowed) strays.push(`${file} > ${target}`);
    }
  }
  assert.deepEqual(strays, []);
  assert.ok(found >= 10);
});

function roomOf(file: string): string {
  return path.normalize(file).split(path.sep)[0] ?? '';
}
