import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passedRun } from '../testing/passed-run';
import { THEMED } from '../testing/themed';
import { plainContext } from './context';
import { documentation } from './documentation';
import { singleFile } from './single-file';

const context = { ...plainContext(new Date('2026-03-02T12:00:00Z')), editTemplate: 'https://git.example/edit/{path}#L{line}' };
const run = passedRun(THEMED);
const pages = new Map([...documentation(run, context)].map(({ name, content }) => [name, content]));
const life = pages.get('02_vida.html') ?? '';

test('one page for a journey, whatever its files', () => {
  assert.deepEqual(
    [...pages.keys()].filter((name) => /^\d/.test(name)),
    ['02_vida.html', '10_saude.html'],
  );
  assert.match(pages.get('index.html') ?? '', /As 2 jornadas passaram\./);
  assert.match(pages.get('cenarios.html') ?? '', /href="02_vida\.html#retomar-uma-instancia-em-execucao-[^"]+"/);
});

test('its themes follow the scenario of the document, each with its file, its Contexto and its rules', () => {
  const headings = [...life.matchAll(/<h([2-4])[^>]*>(.*?)<\/h\1>/gs)].map(
    ([, level, text = '']) => `${level} ${text.replace(/<[^>]+>/g, '')}`,
  );
  assert.deepEqual(headings.slice(-8, -1), [
    '2 Alugar',
    '3 Regra Sem saldo não se aluga',
    '4 Alugar sem saldo',
    '2 Pausar e retomar',
    '3 Pausar duas vezes',
    '3 Regra Só se retoma o que está pausado',
    '4 Retomar uma instância em execução',
  ]);
  assert.match(life, /https:\/\/git\.example\/edit\/features\/02_vida\/pausa\.feature#L3/);
  assert.match(life, /https:\/\/git\.example\/edit\/features\/02_vida\/pausa\.feature#L14/);
});

test('the Contexto of a theme is told where it is not that of the journey', () => {
  const contexts = (page: string): number => page.split('<p class="keyword">Contexto</p>').length - 1;
  assert.equal(contexts(life), 1);
  const text = THEMED['features/02_vida/pausa.feature'] ?? '';
  const same = {
    ...THEMED,
    'features/02_vida/pausa.feature': text.replace('já tenho a instância <i> em execução', 'estou autenticado'),
  };
  const page = [...documentation(passedRun(same), context)].find(({ name }) => name === '02_vida.html');
  assert.equal(contexts(page?.content ?? ''), 0);
});

test('rules that run without their journey have its page, and no link to a file that nobody read', () => {
  const alone = passedRun({ 'features/02_vida/pausa.feature': THEMED['features/02_vida/pausa.feature'] ?? '' });
  const page = [...documentation(alone, context)].find(({ name }) => name === '02_vida.html')?.content ?? '';
  assert.match(page, /<h1[^>]*>Jornada 2<\/h1>/);
  assert.doesNotMatch(page, /02_vida\.feature/);
});

test('on one page the contents have journeys, themes and rules', () => {
  assert.match(
    singleFile(run, context),
    /<li><a href="#02_vida">Jornada 2 - Ciclo de vida<\/a><ol><li><a href="#[^"]+">Alugar<\/a><ol><li><a href="#[^"]+">Sem saldo/,
  );
});
