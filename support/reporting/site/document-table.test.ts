import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { render } from '../../shared/html';
import { runFeatures } from '../../testing/run-features';
import type { Run } from '../model/run';
import { documentedScenario } from '../model/stanzas';
import { readRun } from '../read-run';
import { plainContext } from './context';
import { documentTable } from './document-table';
import { folderSite } from './site';

const ROOT = path.resolve(__dirname, '..', '..', '..');

let run: Run;
before(async () => {
  const { reports } = await runFeatures({ args: ['--dry-run', '--tags', '@jornada'] });
  run = await readRun([path.join(reports, 'messages.ndjson')]);
});

/** The cells of each row, tags left out. */
function rowsOf(table: string): string[][] {
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell
        .replace(/<\/li><li>/g, '; ')
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"'),
    ),
  );
}

function tableOf(journey: Run['journeys'][number]): string[][] {
  const scenario = documentedScenario(journey);
  assert.ok(scenario, journey.uri);
  return rowsOf(render(documentTable(folderSite(run, plainContext(new Date())), scenario, 2)));
}

test('the tables of the ten journeys have every command of the features, numbered, in their order', () => {
  assert.equal(run.journeys.length, 10);
  for (const journey of run.journeys) {
    const feature = readFileSync(path.join(ROOT, journey.uri), 'utf8');
    const whole = feature.slice(feature.indexOf('@jornada')).split(/\n {2}(?=@|Cenário|Regra|Esquema)/)[1] ?? '';
    const commands = [...whole.matchAll(/^ *(?:Quando|E) executo `(.+)`$/gm)].map(([, command]) => command);
    const titles = [...whole.matchAll(/^ *# (\d+\. .+)$/gm)].map(([, title]) => title);
    const rows = tableOf(journey);
    assert.ok(rows.length > 0, journey.uri);
    assert.deepEqual(
      rows.map(([title]) => title),
      titles,
      journey.uri,
    );
    assert.deepEqual(
      rows.map(([, command]) => command),
      commands,
      journey.uri,
    );
    for (const [title, , status] of rows) assert.match(status ?? '', /^(\d{3})?$/, title);
  }
});

test('a row says what its command promises: the status, then what is looked at, tables included, notes left out', () => {
  const journey = run.journeys[1];
  assert.ok(journey);
  const rows = tableOf(journey);
  assert.deepEqual(rows[1], [
    '2. Filtrar por GPU específica',
    'dumont instance offers gpu_name=rtx4090 max_price=0.50',
    '200',
    'a lista "offers" tem ao menos 1 item; cada item da lista "offers" tem:gpu_name combina com "rtx4090"; dph_total é no máximo 0.50',
  ]);
  assert.deepEqual(rows[2], [
    '3. Criar instância',
    'dumont instance create offer_id=<ID> label=test-gpu disk_size=100',
    '201',
    '',
  ]);
});
