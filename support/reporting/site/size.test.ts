import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Run } from '../model/run';
import { readRun } from '../read-run';
import { generateStream } from '../testing/generate-stream';
import { plainContext } from './context';
import { documentation } from './documentation';
import { singleFile } from './single-file';

const folder = mkdtempSync(path.join(tmpdir(), 'dumont-size-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const CONTEXT = plainContext(new Date('2030-01-01T00:00:00Z'));

let run: Run;
before(async () => {
  const stream = path.join(folder, 'messages.ndjson');
  generateStream(stream, 500);
  run = await readRun([stream]);
});

test('the front page stays small when there are two hundred journeys', () => {
  const journeys = Array.from({ length: 20 }).flatMap((_, copy) =>
    run.journeys.map((journey) => ({ ...journey, uri: journey.uri.replace('features/', `features/${copy}_`) })),
  );
  assert.equal(journeys.length, 200);
  const [index] = documentation({ ...run, journeys }, CONTEXT);
  assert.equal(index?.name, 'index.html');
  assert.ok(Buffer.byteLength(index?.content ?? '') < 200_000);
});

test('the same run gives the same bytes', () => {
  const made = (): string[] => [...documentation(run, CONTEXT)].map(({ content }) => content);
  assert.deepEqual(made(), made());
});

test('the single file leaves outputs out only when it would be too large for mail, and says so', () => {
  const small = singleFile(run, CONTEXT);
  assert.doesNotMatch(small, /deixada de fora/);
  const large = singleFile(run, CONTEXT, 2_000_000);
  assert.ok(large.length < small.length);
  assert.match(large, /Saída de [\d.]+ bytes deixada de fora deste arquivo/);
  assert.match(large, /Para caber em um arquivo só, ficaram de fora[^.]*saídas/);
});

test('when not even the steps fit, what passed is told by name, and what did not pass is told whole', () => {
  const names = singleFile(run, CONTEXT, 400_000);
  assert.ok(Buffer.byteLength(names) < Buffer.byteLength(singleFile(run, CONTEXT, 2_000_000)) / 2);
  assert.match(names, /dos cenários que passaram ficou só o nome/);
  for (const journey of run.journeys) {
    for (const { name, attempts } of journey.scenarios) {
      assert.ok(names.includes(name), name);
      const failed = attempts.at(-1)?.steps.some(({ status }) => status === 'FAILED');
      if (failed) assert.match(names, new RegExp(`${name}[\\s\\S]{0,2000}gpu_name`));
    }
  }
});
