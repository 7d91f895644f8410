import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { RUN_VARIABLES } from '../../shared/environment';
import type { RunInfo } from '../../shared/messages/run-info';
import { runFeatures } from '../../testing/run-features';
import { madeRun } from '../history/testing/made-run';
import type { Run } from '../model/run';
import { readRun } from '../read-run';
import { Probe } from '../testing/probe';
import { rendered, textOf } from '../testing/rendered';
import { SAMPLE } from '../testing/sample';
import { DOCUMENTED } from './documented.fixture';
import { journeysMarkdown } from './journeys-markdown';

const NOW = new Date('2026-03-01T12:00:00Z');

const sampleProbe = new Probe(SAMPLE);
after(() => sampleProbe.remove());

let promised: string;
let sample: Run;

before(async () => {
  const { reports } = await runFeatures({ args: ['--dry-run', '--tags', '@jornada'] });
  promised = journeysMarkdown(await readRun([path.join(reports, 'messages.ndjson')]), { now: NOW });
  await sampleProbe.run(['--retry', '1', '--retry-tag-filter', '@instavel']);
  sample = await readRun([path.join(sampleProbe.folder, 'reports/messages.ndjson')]);
});

/** The Markdown of one section of level 2, heading left out. */
function section(markdown: string, title: string): string {
  const [found] = markdown.split(/^## /m).filter((part) => part.startsWith(`${title}`));
  assert.ok(found, title);
  return found;
}

/** The cells of the first table in a fragment of HTML, row by row. */
function firstTable(html: string): string[][] {
  const [table = ''] = /<table>.*?<\/table>/s.exec(html) ?? [];
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
  );
}

test('the ten journeys have the sections of the document, in its order', async () => {
  const html = await rendered(promised);
  const headings = [...html.matchAll(/<h([12])>(.*?)<\/h/g)].map(
    ([, level, title = '']) => `${level === '1' ? '#' : '##'} ${textOf(title)}`,
  );
  assert.deepEqual(headings, [
    '# Testes de jornada E2E da CLI Dumont',
    '## Visão geral',
    '## Jornada 1: Autenticação completa',
    '## Jornada 2: Ciclo de vida de uma instância GPU',
    '## Jornada 3: Backup e restore',
    '## Jornada 4: CPU standby e failover',
    '## Jornada 5: Fine-tuning de LLM',
    '## Jornada 6: Análise do mercado spot',
    '## Jornada 7: Acompanhamento da economia',
    '## Jornada 8: Deploy assistido por IA',
    '## Jornada 9: Migração de GPU para CPU e de volta',
    '## Jornada 10: Saúde e monitoramento',
    '## Execução dos testes',
    '## Métricas de cobertura',
    '## Situação desta execução',
  ]);
});

test('the overview has the criticality of each journey', async () => {
  const rows = firstTable(await rendered(section(promised, 'Visão geral')));
  assert.deepEqual(rows[0], ['#', 'Jornada', 'Descrição', 'Criticidade']);
  assert.deepEqual(
    rows.slice(1).map(([number, , , level]) => `${number} ${level}`),
    ['1 Alta', '2 Alta', '3 Alta', '4 Média', '5 Média', '6 Baixa', '7 Baixa', '8 Média', '9 Média', '10 Alta'],
  );
});

test('each journey has the commands and statuses of the document, in the block and in the table: 66 in all', async () => {
  let total = 0;
  for (const [index, documented] of DOCUMENTED.entries()) {
    const journey = section(promised, `Jornada ${index + 1}:`);
    const [, validations = ''] = journey.split('### Validações');
    const rows = firstTable(await rendered(validations)).slice(1);
    assert.deepEqual(
      rows.map(([, command, status]) => `${status} ${command}`),
      documented,
    );
    assert.deepEqual(
      rows.map(([number]) => number),
      documented.map((_, position) => String(position + 1)),
    );
    const [, block = ''] = /```bash\n(.*?)\n```/s.exec(journey) ?? [];
    const lines = block.split('\n');
    assert.deepEqual(
      lines.filter((line) => /^[^#]/.test(line)),
      documented.map((line) => line.slice(4)),
    );
    assert.equal(lines.filter((line) => /^# \d+\. \S/.test(line)).length, documented.length);
    assert.equal(lines.filter((line) => line.startsWith('# Esperado: a API responde')).length, documented.length);
    total += rows.length;
  }
  assert.equal(total, 66);
  assert.match(section(promised, 'Métricas de cobertura'), /\*\*Total\*\* +\| \*\*66\*\*/);
});

test('a dry run promises and tells no result', () => {
  assert.match(promised, /\*\*Situação:\*\* Ensaio \(--dry-run\): nenhum passo foi executado\./);
  assert.doesNotMatch(promised, /Resultado|Executados|passou|pulado/);
});

test('a validation says everything the feature checks, tables and all', async () => {
  const [, , create] = firstTable(await rendered(section(promised, 'Jornada 3').split('### Validações')[1] ?? ''));
  assert.equal(
    create?.[3],
    'o campo "success" é true; o campo "is_incremental" é true; o campo "snapshot_id" fica anotado como <sync_id>; o snapshot <sync_id> fica guardado',
  );
  assert.match(
    section(promised, 'Jornada 2'),
    /"offers" tem: id está preenchido, gpu_name está preenchido, dph_total é maior que 0/,
  );
});

test('prerequisites are those of the Contexto, and what prepares a command stands before it', () => {
  const journey = section(promised, 'Jornada 8');
  assert.match(journey, /- Estou autenticado\n- A pasta do projeto tem/);
  assert.match(journey, /"requirements\.txt":\n\n {2}```\n {2}torch==2\.1\.0\n {2}diffusers==0\.30\.0\n {2}```\n\n\*\*Cenário/);
  assert.match(
    section(promised, 'Jornada 9'),
    /# 2\. .*\n# Antes: gravei o arquivo "pesos\.bin" na instância <instance_id>\ndumont/,
  );
});

test('every variable of the settings is named, and every file of the features', () => {
  const execution = section(promised, 'Execução dos testes');
  for (const name of [...RUN_VARIABLES, 'DEBUG', 'DUMONT_REPORTS']) assert.match(execution, new RegExp(`^export ${name}="`, 'm'));
  assert.match(execution, /features\/\n {2}01_auth_journey\.feature\n/);
  assert.match(execution, / {2}10_health_check\.feature\n/);
});

test('a run tells in the same tables what became of it', async () => {
  const markdown = journeysMarkdown(sample, { now: NOW });
  assert.match(markdown, /\*\*Situação:\*\* 1 de 2 jornadas falhou\./);
  const rows = firstTable(await rendered(section(markdown, 'Jornada 1').split('### Validações')[1] ?? ''));
  assert.deepEqual(
    rows.map((row) => row.at(-1)),
    ['Resultado', '✔ passou', '✔ passou'],
  );
  const html = await rendered(section(markdown, 'Situação desta execução'));
  assert.match(textOf(html), /10 cenários: 3 passaram, 1 instável, 3 falharam, 2 não estão automatizados e 1 foi pulado/);
});

test('the rows of an Esquema are one table under its steps as they are written', async () => {
  const markdown = section(journeysMarkdown(sample, { now: NOW }), 'Jornada 1');
  const [, rule = ''] = markdown.split('#### Sem entrar, ninguém vê nada');
  assert.match(rule, /O que é de um não aparece para outro\./);
  assert.match(rule, /```gherkin\nContexto:\n {2}Dado que não estou autenticado\n```/);
  assert.match(rule, /```gherkin\nEsquema do Cenário: Tentar <ação> sem sessão\n {2}Quando executo `<comando>`\n```/);
  assert.deepEqual(firstTable(await rendered(rule)), [
    ['ação', 'comando', 'Resultado'],
    ['listar instâncias', 'dumont instance list', '✔ passou'],
    ['ver a economia', 'dumont saving summary', '✔ passou'],
  ]);
});

test('each scenario has its state, and a failed one its reason and the command to run it again', () => {
  const journey = section(journeysMarkdown(sample, { now: NOW }), 'Jornada 2');
  const states = [...journey.matchAll(/^##### (.+)\n\n(.+)$/gm)].map(([, name, state]) => `${name}: ${state}`);
  assert.deepEqual(states, [
    'Falhar com uma mensagem de várias linhas: ✘ falhou',
    'Ter um passo sem definição: ? passo sem definição',
    'Ter um passo ambíguo: ≠ passo ambíguo',
    'Ter um passo pendente: … passo pendente',
    'Ser pulado com motivo: \\- pulado: cria ou destrói recursos (DUMONT_SKIP_DESTRUCTIVE)',
    'Passar só na segunda tentativa: \\~ instável: só passou na tentativa 2',
    'Falhar na limpeza: ✘ falhou',
  ]);
  assert.match(journey, /A API respondeu 404 e não 409\.\n {2}comando: dumont instance get 42\n.*␛\[31m/);
  assert.match(journey, /Rodar de novo: npx cucumber-js features\/02_alugar\.feature:5\n```/);
});

test('the measured coverage takes the place of the count of commands, its headings below ours', () => {
  const coverageMarkdown = '# Cobertura\n\nFrase.\n\n## Por jornada\n\n```\n# comentário\n```\n\n### Por quê\n';
  const markdown = journeysMarkdown(sample, { now: NOW, coverageMarkdown });
  assert.ok(
    markdown.includes('## Métricas de cobertura\n\nFrase.\n\n### Por jornada\n\n```\n# comentário\n```\n\n#### Por quê\n\n---\n'),
  );
});

test('the same run gives the same bytes, but for the moment it is written', () => {
  const once = journeysMarkdown(sample, { now: NOW });
  assert.equal(journeysMarkdown(sample, { now: NOW }), once);
  const later = journeysMarkdown(sample, { now: new Date('2027-01-01T00:00:00Z') });
  const differing = later.split('\n').filter((line, index) => line !== once.split('\n')[index]);
  assert.equal(differing.length, 1);
  assert.match(differing[0] ?? '', /Documento gerado/);
});

test('what is missing from a run is told with it', () => {
  const cut: Run = { ...sample, gaps: ['parte-2.ndjson está cortado: ``` o fim não está nele.'] };
  assert.match(journeysMarkdown(cut, { now: NOW }), /Fora dos cenários:\n\n````\nparte-2\.ndjson está cortado: ``` o fim/);
});

test('the situation says when only a part ran, and when the commit is not all there is', () => {
  const said = (runInfo: Partial<RunInfo>) =>
    /^\*\*Situação:\*\* .*$/m.exec(journeysMarkdown(madeRun(0, [{ name: 'a' }], runInfo), { now: new Date(0) }))?.[0] ?? '';
  assert.match(said({ whole: false }), /O cenário passou\. Foi uma execução parcial/);
  assert.match(said({ dirty: true }), /commit `a+` com alterações ainda não gravadas$/);
  assert.doesNotMatch(said({}), /parcial|alterações/);
});
