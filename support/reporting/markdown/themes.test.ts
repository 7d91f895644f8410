import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passedRun } from '../testing/passed-run';
import { THEMED } from '../testing/themed';
import { journeysMarkdown } from './journeys-markdown';

const markdown = journeysMarkdown(passedRun(THEMED), { now: new Date('2026-03-02T12:00:00Z') });

test('the rules of a journey stand under their themes, with the Contexto of each', () => {
  const headings: string[] = markdown.match(/^#{2,5} .*$/gm) ?? [];
  const from = headings.indexOf('## Jornada 2: Ciclo de vida');
  assert.deepEqual(headings.slice(from, headings.indexOf('## Jornada 10: Saúde')), [
    '## Jornada 2: Ciclo de vida',
    '### Comandos',
    '### Validações',
    '### Alugar',
    '#### Sem saldo não se aluga',
    '##### Alugar sem saldo',
    '### Pausar e retomar',
    '##### Pausar duas vezes',
    '#### Só se retoma o que está pausado',
    '##### Retomar uma instância em execução',
  ]);
  assert.match(
    markdown,
    /### Pausar e retomar\n\nO que está pausado não custa GPU\.\n\n```gherkin\nContexto:\n {2}Dado que já tenho/,
  );
  assert.match(markdown, /^Fonte: `features\/02_vida\.feature` e `features\/02_vida\/`$/m);
  assert.match(markdown, /^Fonte: `features\/10_saude\.feature`$/m);
});

test('the files of a journey stand together, and one command runs them', () => {
  assert.match(
    markdown,
    /^features\/\n {2}02_vida\.feature\n {2}02_vida\/\n {4}aluguel\.feature\n {4}pausa\.feature\n {2}10_saude\.feature\n/m,
  );
  assert.match(markdown, /^# Executar uma jornada\nnpx cucumber-js features\/02_vida\.feature features\/02_vida$/m);
  const rules = { 'features/02_vida/pausa.feature': THEMED['features/02_vida/pausa.feature'] ?? '' };
  const narrowed = journeysMarkdown(passedRun(rules), { now: new Date() });
  assert.match(narrowed, /^npx cucumber-js features\/02_vida$/m);
  assert.match(narrowed, /^Fonte: `features\/02_vida\/`$/m);
});
