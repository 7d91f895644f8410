import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../testing/temporary-folder';
import { conformityOf } from '../conformity/conformity';
import { judgedRun, MIXED } from '../conformity/conformity.fixture';
import type { KnownDeviations } from '../deviations/known-file';
import { historyOf } from '../history/testing/recorded';
import { summaryJson } from '../outputs/summary-json';
import { composed } from './compose';
import { latestSummary } from './latest-summary';
import { transitions } from './transitions';

const PLACE = { target: 'https://dumont.example', cli: 'dumont' };
const before = judgedRun({}, { runInfo: PLACE });
const run = judgedRun(MIXED, { runInfo: PLACE, minute: 1 });

/** The list knows of 2.3 only. */
function known(): KnownDeviations {
  const { subject, signature } = conformityOf(run, null).deviations?.fresh[0] ?? assert.fail();
  assert.equal(subject, '2.3');
  return {
    file: 'x.yaml',
    entries: [{ subject, signature, command: '', wanted: '', found: '', reason: '', owner: '', until: '' }],
  };
}

function summaryOf(text: string): ReturnType<typeof latestSummary> {
  const folder = temporaryFolder('summary');
  writeFileSync(path.join(folder, 'resumo.json'), text);
  return latestSummary(folder);
}

test('an alert says how many deviations are new, and of each promise what is known', () => {
  const latest = summaryOf(summaryJson(run, conformityOf(run, null, known())));
  assert.equal(latest?.startedAt, run.startedAt?.getTime());
  const found = transitions(historyOf(before, run), 5) ?? assert.fail();
  const { summary, sections } = composed(found, null, latest?.deviations);
  assert.match(summary, /^62 de 66 promessas valem\. 1 desvio novo e 1 conhecido\. /);
  assert.deepEqual(
    sections[0]?.entries.map(({ key, detail }) => [key, detail.split(';')[0]]),
    [
      ['2.3', 'diverge na CLI (desvio conhecido)'],
      ['9.4', 'diverge na API (desvio novo)'],
    ],
  );
});

test('without a list, or without a whole summary, it says nothing of them', () => {
  assert.equal(summaryOf(summaryJson(run, conformityOf(run, null)))?.deviations, null);
  assert.equal(summaryOf('{'), null);
  assert.equal(latestSummary(temporaryFolder('summary')), null);
  assert.ok(Number.isNaN(summaryOf('{}')?.startedAt));
});
