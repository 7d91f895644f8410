import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runFeatures } from '../../testing/run-features';
import { stepFindings } from './step-findings';

/** The scenario fails before its last steps, so that nothing but the check speaks of them. */
const FEATURE = `Funcionalidade: Uma

  @sandbox
  Cenário: Um
    Dado que estou autenticado
    Quando executo \`dumont instance list\`
    Então a API responde 200
    E abacaxi com queijo
    Quando executo \`dumont instance get <intance_id>\`
    E executo \`dumont instnce list\`

  Cenário: Dois
    Dado que estou autenticado
    Quando executo \`dumont instance lst\`
    Então o comando termina com o código 2
`;

describe('what only the loaded steps show of a run', () => {
  test('is told once at its end, at its place, with how to write it right, and the run fails', async () => {
    const { exitCode, output } = await runFeatures({ features: { 'uma.feature': FEATURE } });
    assert.equal(exitCode, 1);
    assert.match(
      output,
      /uma\.feature:10:41 {2}Nenhum passo antes deste anota <intance_id>\.\n +10 \| +Quando executo `dumont instance get <intance_id>`\n[ |]+\^{12}\n/,
    );
    assert.match(output, /uma\.feature:11:23 {2}O contrato não tem nenhum comando `dumont instnce`\.\n/);
    assert.match(output, /Você quis dizer: `dumont instance list`/);
    assert.equal(output.split('não tem nenhum comando').length, 2);
    assert.match(output, /A execução falha pelo que está acima, passem ou não os cenários\.\n$/);
  });

  test('fails a run whose scenarios all pass or are skipped', async () => {
    const { exitCode, output } = await runFeatures({
      features: { 'uma.feature': 'Funcionalidade: Uma\n\n  Cenário: Um\n    Quando executo `dumont instance get <nada>`\n' },
      args: ['--dry-run'],
    });
    assert.equal(exitCode, 1);
    assert.match(output, /Nenhum passo antes deste anota <nada>\./);
  });

  test('is told of the scenarios that were chosen, and of no others', async () => {
    const { exitCode, output } = await runFeatures({ features: { 'uma.feature': FEATURE }, args: ['--name', 'Dois'] });
    assert.equal(exitCode, 0, output);
    assert.doesNotMatch(output, /A execução falha/);
  });

  test('is nothing in the journeys of the suite', async () => {
    const { messages, exitCode, output } = await runFeatures({ args: ['--dry-run'] });
    assert.equal(exitCode, 0, output);
    assert.ok(messages.filter(({ testCase }) => testCase).length > 500);
    assert.equal(stepFindings(messages), null);
    assert.equal(stepFindings([]), null);
  });
});
