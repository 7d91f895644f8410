import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Probe, type ProbeResult } from './testing/probe';

const FEATURE = `# language: pt
Funcionalidade: Jornada 1 - Vida

  Cenário: Viver
    Dado que falta "a"
    E que falta "b"

  Cenário: Viver de novo
    Dado que falta "a"

  Cenário: Viver como se prometeu
    Dado que está tudo bem
`;
const STEPS = `
const { Given } = require('@cucumber/cucumber');
Given('que está tudo bem', function () {});
Given('que falta {string}', function (field) {
  const text = 'listX: a resposta 200 deveria trazer um texto em /' + field + ', mas não trouxe nada';
  const place = { operationId: 'listX', part: 'response', pointer: '/' + field, wanted: 'um texto', found: 'nada' };
  this.attach(JSON.stringify({ kind: 'contract-difference', ...place, text }), 'application/vnd.dumont.note+json');
});
`;

async function runWith(feature: string): Promise<ProbeResult & { html: string }> {
  const probe = new Probe({ 'features/vida.feature': feature, 'steps/steps.cjs': STEPS });
  try {
    const result = await probe.run([]);
    return { ...result, html: probe.read('reports/cucumber.html') };
  } finally {
    probe.remove();
  }
}

test('differences from the contract that fail nothing stand at the scenario, are listed once and counted at the end', async () => {
  const { stdout, html, exitCode } = await runWith(FEATURE);
  assert.match(stdout, /✔ Jornada 1 › Viver .* · 2 diferenças do contrato\n/);
  assert.match(stdout, /✔ Jornada 1 › Viver de novo .* · 1 diferença do contrato\n/);
  assert.match(
    stdout,
    /Fora do contrato\n! listX: .* em \/a, mas não trouxe nada \(em 2 cenários\)\n! listX: .* em \/b, .*\(em 1 cenário\)\n\n/,
  );
  assert.match(stdout, /3 cenários: 3 passaram · .*\n2 diferenças do contrato, sem reprovar nenhum cenário\n/);
  assert.match(html, /2 diferenças do contrato, sem reprovar nenhum cenário[\s\S]*em \/a, mas não trouxe nada \(em 2 cenários\)/);
  assert.equal(exitCode, 0);
});

test('without differences nothing is said of the contract', async () => {
  const { stdout, html } = await runWith(FEATURE.replaceAll(/falta "\w"/g, 'está tudo bem'));
  assert.doesNotMatch(stdout + html, /do contrato/);
});
