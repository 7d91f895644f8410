import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../../shared/html';
import { IMG, SCRIPT, TEMPLATE } from '../testing/injections';
import { encoded, rendered, textOf } from '../testing/rendered';
import { coverageOf } from './coverage';
import { exchange, journey, runOf, SMALL_CONTRACT, scenario, then, when } from './coverage.fixture';
import { coverageHtml } from './html';
import { coverageMarkdown } from './markdown';
import type { Coverage } from './model';

const SAMPLE = coverageOf(
  runOf([
    {
      ...journey(
        [
          scenario([when('dumont thing list', [exchange('listThings', { path: '/things?status=x' })]), then('o campo "a" é 1')]),
          scenario([when('dumont thing create', [exchange('createThing', { status: 201, request: '{"name":"a"}' })])], {
            tags: [],
          }),
        ],
        '08_ai_deploy',
      ),
      name: 'Jornada 8 - Deploy',
    },
  ]),
  SMALL_CONTRACT,
);

test('the Markdown has the figures beside those of the document, why they differ, and what nobody exercised', () => {
  assert.equal(
    coverageMarkdown(SAMPLE),
    `# Cobertura

- Comandos das jornadas: 1 prometido, 1 executado, 1 verificado.
- Comandos das regras: 1 prometido, 1 executado, 0 verificados.
- Operações do contrato: 2 de 3 exercitadas por comandos dos cenários, 1 delas pelas jornadas.
- Parâmetros e campos: 2 de 8 vistos, 6 nunca.
- Respostas de erro: 0 de 3 vistas, 3 nunca.

## Por jornada

À esquerda, o que o documento diz de si (seção "Métricas de Cobertura", que se dá 100 %); ao lado, o que a execução mediu.

| Jornada | Comandos no documento | Comandos executados | Comandos verificados | Endpoints no documento | Operações usadas | Comandos das regras |
|---|---:|---:|---:|---:|---:|---:|
| Jornada 8 - Deploy | 4 | 1 | 1 | 3 | 1 | 1 |
| Total | 66 | 1 | 1 | 54 | 1 distinta | 1 |

### Por que as contas diferem

- **Jornada 8 - Deploy**: O documento traz 4 comandos; o cenário da jornada, 1. O documento conta 3 endpoints; o comando executado usou 1 operação. É thing list. O documento não diz como contou 3.

## Comandos do contrato que ninguém executou

- \`thing delete <thing_id>\`

## Parâmetros e campos que ninguém enviou aos comandos executados

- \`thing list\`: \`limit\`
- \`thing create\`: \`config\`, \`config.epochs\`, \`files\`, \`files[].path\`

## Respostas de erro que ninguém recebeu dos comandos executados

- **401**, em 1 comando: \`thing list\`
- **422**, em 1 comando: \`thing create\`

## Comandos de que se olhou só o status, ou nada

- \`dumont thing create\`, em features/x.feature:1: nada
`,
  );
});

/** Letters and digits only, as a page says them. */
function wordsOf(markup: string): string {
  return textOf(markup.replace(/<[^>]*>/g, ' $& ')).replace(/[^\p{L}\p{N}]+/gu, ' ');
}

test('the page says the same as the Markdown', async () => {
  const page = wordsOf(render(coverageHtml(SAMPLE)));
  for (const line of (await rendered(coverageMarkdown(SAMPLE))).split('\n')) {
    const words = wordsOf(line).trim();
    if (/^(Cobertura|Por jornada|À esquerda .*|Por que .*)$/.test(words)) continue; // the page words them otherwise
    assert.ok(page.includes(words), words);
  }
});

test('a success that never came is not among the errors that nobody got', () => {
  const steps = [when('dumont thing list', [exchange('listThings', { status: 401 })])];
  assert.doesNotMatch(coverageMarkdown(coverageOf(runOf([journey([scenario(steps)])]), SMALL_CONTRACT)), /\*\*200\*\*/);
});

test('a run that exercised everything has no list of what is missing', () => {
  const full: Coverage = {
    ...SAMPLE,
    operations: [],
    weak: [],
    outside: [],
    journeys: SAMPLE.journeys.map((one) => ({ ...one, difference: null })),
  };
  assert.doesNotMatch(coverageMarkdown(full), /ninguém|Por que/);
  assert.doesNotMatch(render(coverageHtml(full)), /<details/);
});

test('a long list of weakly asserted commands is cut, with how many are left out', () => {
  const weak = Array.from({ length: 53 }, (_, index) => ({
    command: `dumont thing list limit=${index}`,
    uri: 'features/x.feature',
    line: index,
    asserted: 'status' as const,
  }));
  for (const text of [coverageMarkdown({ ...SAMPLE, weak }), render(coverageHtml({ ...SAMPLE, weak }))]) {
    assert.match(text, /limit=49/);
    assert.doesNotMatch(text, /limit=50/);
    assert.match(text, /e mais 3 comandos/);
  }
});

test('hostile text of a stream stays text in Markdown and HTML', async () => {
  for (const text of [IMG, SCRIPT, TEMPLATE, '`a` **b** [c](javascript:d) | e']) {
    const steps = [when(`dumont ${text.replaceAll('`', '')}`, [exchange(text, { method: text, path: text, status: 200 })])];
    const coverage = coverageOf(runOf([{ ...journey([scenario(steps)], '08_ai_deploy'), name: text }]), SMALL_CONTRACT);
    const page = render(coverageHtml(coverage));
    assert.doesNotMatch(page, /<(img|script|style|a|b>[^\d])/i);
    const markdown = await rendered(coverageMarkdown(coverage));
    assert.doesNotMatch(markdown, /<(img|script|style|a )/i);
    assert.ok(markdown.includes(`<td>${encoded(text)}</td>`), markdown);
  }
});
