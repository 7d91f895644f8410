import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunInfo } from '../../shared/messages/run-info';
import { conformityOf } from '../conformity/conformity';
import { coverageOf } from '../coverage/coverage';
import { SMALL_CONTRACT } from '../coverage/coverage.fixture';
import { ComparableRuns } from '../history/comparable-runs';
import { madeRun, type Wanted } from '../history/testing/made-run';
import { historyOf } from '../history/testing/recorded';
import type { Run } from '../model/run';
import { textOf } from '../testing/rendered';
import { dashboard } from './dashboard';
import { lineOf } from './dashboard.fixture';

const NOW = new Date(Date.UTC(2026, 0, 2));
const DOIS = 'features/02_dois.feature';

/** The page of the last of these runs, all recorded; without its head. */
function pageOf(...runs: [Run, ...Run[]]): string {
  return bodyOf(runs.at(-1) ?? runs[0], lineOf(...runs));
}

function bodyOf(run: Run, line: ComparableRuns): string {
  const page = dashboard({ run, line, conformity: conformityOf(run, line), coverage: null, now: NOW });
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'));
}

/** What a person reads: the inside of the charts is not text. */
function wordsOf(markup: string): string {
  return textOf(markup.replace(/<svg.*?<\/svg>/gs, '').replace(/<(?!\/?(time|span|code|abbr)\b)[^>]*>/g, ' $&'))
    .replace(/\s+/g, ' ')
    .trim();
}

/** One section by its heading, as text; empty when the page does not have it. */
function section(page: string, title: string): string {
  const found = page.split('<section').find((part) => part.includes(`>${title}</h2>`));
  return found === undefined ? '' : wordsOf(`<section${found}`);
}

function headings(page: string): string[] {
  return [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title = '']) => title);
}

function states(letters: string, runInfo: Partial<RunInfo> = {}): [Run, ...Run[]] {
  const runs = [...letters].map((is, minute) =>
    madeRun(minute, [{ name: 'a', is: is as Wanted['is'] }, { name: 'b' }, { name: 'c', uri: DOIS }], runInfo),
  );
  return runs as [Run, ...Run[]];
}

test('the state comes first, in one sentence with absolute numbers', () => {
  const page = textOf(pageOf(madeRun(0, [{ name: 'a', is: 'f' }, { name: 'b' }, { name: 'c', uri: DOIS }])));
  assert.match(page, /^\s*Painel\s+1 de 2 jornadas falhou\.\s+3 cenários: 2 passaram e 1 falhou\./);
});

test('each journey has its state, its counts, since when, and a link to its page', () => {
  const page = pageOf(...states('pffp'));
  const tiles = section(page, 'As 2 jornadas');
  assert.match(tiles, /Jornada de features\/01_um\.feature ✔ passou 2 cenários: 2 passaram · 200 ms/);
  assert.match(tiles, /Mudou nesta execução/);
  assert.match(tiles, /Jornada de features\/02_dois\.feature .* Assim nas 4 execuções registradas, desde \d\d\/\d\d\/202\d/);
  assert.match(page, /<a href="\.\.\/documentacao\/01_um\.html">Jornada de features\/01_um\.feature<\/a>/);
  assert.match(page, /aria-label="Últimas 4 execuções, da mais antiga à mais nova: passou em 2 e falhou em 2"/);
  assert.match(section(pageOf(...states('pff')), 'As 2 jornadas'), /Assim desde \d\d\/\d\d\/202\d \d\d:01, em 2 execuções/);
});

test('a first run says how the trend will come, and has no strips', () => {
  const page = pageOf(...states('p'));
  assert.match(section(page, 'Tendência'), /Esta é a primeira execução inteira .* A partir da segunda/);
  assert.doesNotMatch(page, /class="strip"|class="chart"/);
  assert.deepEqual(headings(page), ['As 2 jornadas', 'Tendência']);
});

test('the trend shows results and durations, with the same numbers in a table, newest first', () => {
  const page = pageOf(...states('pyf'));
  const trend = section(page, 'Tendência');
  assert.equal(page.match(/<svg class="chart"/g)?.length, 3);
  assert.match(trend, /Cenários por resultado Só os que não passaram Duração da execução/);
  const descriptions = [...page.matchAll(/<desc[^>]*>(.*?)<\/desc>/g)].map(([, text]) => text?.replace(/[\d/]{10} \d\d:/g, ':'));
  const period = '3 execuções, de :00 a :02.';
  assert.deepEqual(descriptions, [
    `${period} A última teve 3 cenários: 2 passaram e 1 falhou.`,
    `${period} Em 1 delas não houve nenhum. A que teve mais foi a de :01: 3 cenários: 2 passaram e 1 instável.`,
    `${period} Entre 5,0 s e 5,0 s; a última levou 5,0 s.`,
  ]);
  const rows = [...page.matchAll(/<tr><th scope="row"><time[^>]*>[^<]*<\/time><\/th>(.*?)<\/tr>/g)].map(([, cells = '']) =>
    textOf(cells.replaceAll('</td>', ' ')).trim(),
  );
  assert.deepEqual(rows, ['aaaaaaa 3 2 0 1 5,0 s', 'aaaaaaa 3 2 1 0 5,0 s', 'aaaaaaa 3 3 0 0 5,0 s']);
});

test('when everything always passed there is no chart of what did not', () => {
  assert.equal(pageOf(...states('ppp')).match(/<svg class="chart"/g)?.length, 2);
});

test('scenarios that passed only on a retry, or switch, are unstable, with their strip', () => {
  const page = pageOf(...states('pypfpfy'));
  const told = section(page, 'Cenários instáveis');
  assert.match(told, /1 cenário só passou ao tentar de novo nesta execução\. Nas últimas 7 execuções, 1 não terminou sempre/);
  assert.match(
    told,
    /a Jornada de features\/01_um\.feature Só passou ao tentar de novo em 2 execuções \(esta entre elas\) e trocou de estado 4 vezes; a última vez em/,
  );
  assert.equal(section(pageOf(...states('ppp')), 'Cenários instáveis'), '');
});

test('an unstable scenario of a run that is not in the history is told from the run', () => {
  const told = section(bodyOf(madeRun(0, [{ name: 'a', is: 'y' }]), new ComparableRuns([])), 'Cenários instáveis');
  assert.match(told, /a Jornada de features\/01_um\.feature Só passou na tentativa 2 desta execução\./);
});

test('what changed since the last run and since the last release', () => {
  const released = madeRun(0, [{ name: 'a' }, { name: 'antigo' }], { release: 'v1' });
  const before = madeRun(1, [{ name: 'a' }, { name: 'b', steps: ['Dado que x', 'Então y'] }]);
  const now = madeRun(2, [
    { name: 'a', is: 'f' },
    { name: 'b', steps: ['Dado que x', 'Então z'] },
    { name: 'c', uri: DOIS },
  ]);
  const page = pageOf(released, before, now);
  const told = section(page, 'O que mudou na especificação');
  assert.match(
    told,
    /Desde a execução anterior \(\d\d\/\d\d\/202\d \d\d:01, aaaaaaa\) 1 cenário novo, 1 reescrito e 1 mudou de estado\./,
  );
  assert.match(told, /Mudaram de estado a Jornada de features\/01_um\.feature ✔ passou →, agora ✘ falhou/);
  assert.match(told, /Dado que x Então y Então z/);
  assert.match(page, /<li class="gone"><del>Então y<\/del><\/li><li class="new"><ins>Então z<\/ins><\/li>/);
  assert.match(told, /Desde a versão v1 .* Retirados antigo/);
});

test('a release that was the last run is told once', () => {
  const told = section(pageOf(...states('p', { release: 'v1' }), ...states('pp').slice(1)), 'O que mudou na especificação');
  assert.match(told, /Desde a execução anterior/);
  assert.doesNotMatch(told, /Desde a versão/);
  assert.match(told, /Nada mudou\./);
});

test('a narrowed run stays out of the trend, and journeys it left out are told by what is known', () => {
  const [first, second] = states('pf');
  assert.ok(second);
  const narrowed = madeRun(5, [{ name: 'c', uri: DOIS }], { whole: false });
  const page = pageOf(first, second, narrowed);
  const tiles = section(page, 'As 2 jornadas');
  assert.match(tiles, /Jornada de features\/01_um\.feature - fora desta execução Da última vez, falhou \(\d\d\/\d\d\/202\d/);
  assert.match(section(page, 'Tendência'), /Esta execução foi de uma parte da suíte e não entra aqui/);
});

test('since when is not told of a journey of which only a part was run, now in another state', () => {
  const narrowed = madeRun(5, [{ name: 'a', is: 'f' }], { whole: false });
  const page = pageOf(...states('pp'), narrowed);
  assert.match(
    section(page, 'As 2 jornadas'),
    /01_um\.feature ✘ falhou 1 cenário: 1 falhou · 100 ms Jornada de features\/02_dois/,
  );
});

test('a run that the history does not have says nothing of since when, nor of what changed', () => {
  const line = historyOf(...states('pp')).line({ target: 'sandbox embutido', cli: 'embutida', branch: 'main' });
  const page = bodyOf(madeRun(9, [{ name: 'a' }]), line);
  assert.doesNotMatch(page, /Assim |Mudou nesta execução|O que mudou/);
});

test('a dry run tells what is promised and no result', () => {
  const run = madeRun(9, [{ name: 'a', is: 's' }], {}, { dryRun: true });
  const page = bodyOf(run, lineOf(...states('pf')));
  assert.match(section(page, 'A jornada'), /1 cenário prometido/);
  assert.doesNotMatch(page, /pulad|Tendência|falhou|class="strip"/);
});

test('an empty run and an empty history make a page all the same', () => {
  const page = bodyOf(madeRun(0, []), new ComparableRuns([]));
  assert.match(page, /Nenhum cenário foi escolhido\./);
  assert.deepEqual(headings(page), ['Tendência']);
});

test('coverage has a section of its own when it was measured', () => {
  const run = madeRun(0, [{ name: 'a' }]);
  const page = dashboard({
    run,
    line: new ComparableRuns([]),
    conformity: conformityOf(run, null),
    coverage: coverageOf(run, SMALL_CONTRACT),
    now: NOW,
  });
  assert.match(section(page, 'Cobertura'), /Operações do contrato: 0 de 3 exercitadas/);
});

test('the same facts give the same bytes', () => {
  assert.equal(pageOf(...states('pyfp')), pageOf(...states('pyfp')));
});

test('hundreds of unstable or changed scenarios do not make an endless page', () => {
  const many = (is: Wanted['is']): Wanted[] => Array.from({ length: 300 }, (_, index) => ({ name: `n${index}`, is }));
  const page = pageOf(madeRun(0, many('p')), madeRun(1, many('y')));
  assert.match(section(page, 'Cenários instáveis'), /E mais 280 cenários\.$/);
  assert.match(section(page, 'O que mudou na especificação'), /E mais 260 cenários\.$/);
});

test('a run of a part says so beside its outcome', () => {
  const page = (whole: boolean) => wordsOf(pageOf(madeRun(0, [{ name: 'a' }], { whole })));
  assert.match(page(false), /O cenário passou\. .*Foi uma execução parcial: só os cenários escolhidos para ela estão aqui\./);
  assert.doesNotMatch(page(true), /parcial/);
});
