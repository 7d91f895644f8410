import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { readRun } from '../../reporting/read-run';
import { type FeatureRun, runFeatures } from '../../testing/run-features';

const FEATURE = `Funcionalidade: Uma

  Cenário: Um
    Dado que pausei a instancia <x>
    E que já tenho a instância <x> zanzando
    E abacaxi com queijo
    Então a fatura tem:
      | a |
`;

describe('a run with a step that does not exist', () => {
  let run: FeatureRun;
  before(async () => {
    run = await runFeatures({ features: { 'uma.feature': FEATURE } });
  });

  test('offers the nearest steps in the terminal, and fails', () => {
    assert.equal(run.exitCode, 1);
    assert.match(
      run.output,
      /Nenhuma definição de passo reconhece este texto\.\n +Você quis dizer:\n +Dado que já tenho a instância <x> pausada\n/,
    );
    assert.match(run.output, /Procure um passo que sirva com `npm run steps -- palavra`/);
    assert.match(run.output, /Em vez de "[^"]+" também se pode dizer: .*em execução/);
  });

  test('shows a definition to begin with once, at the end, and nothing of the runner’s English', () => {
    const snippet = "Given('(que )pausei a instancia {memória}', async function (this: DumontWorld, placeholder: string) {";
    assert.equal(run.output.split(snippet).length, 2);
    assert.match(run.output, /Passos por definir, para quem programa/);
    assert.match(run.output, /\/\/ O que o passo faz, numa frase: Então a fatura tem:/);
    assert.doesNotMatch(run.output, /Undefined|Implement with|Write code here/);
  });

  test('says the same in the reports, and to whoever reads the stream later', async () => {
    const page = readFileSync(path.join(run.reports, 'cucumber.html'), 'utf8');
    assert.match(page, /Você quis dizer:\s+Dado que já tenho a instância &lt;x&gt; pausada/);
    const { journeys } = await readRun([path.join(run.reports, 'messages.ndjson')]);
    const steps = journeys[0]?.scenarios[0]?.plan ?? [];
    assert.deepEqual(steps[0]?.advice?.meant[0], 'Dado que já tenho a instância <x> pausada');
    assert.deepEqual(steps[2]?.advice?.meant, []);
  });

  test('gives the stream snippets in TypeScript', () => {
    const codes = run.messages.flatMap(({ suggestion }) => suggestion?.snippets.map(({ code }) => code) ?? []);
    assert.ok(codes.length >= 4);
    assert.ok(codes.every((code) => code.includes("import type { DumontWorld } from '../support/world';")));
  });
});
