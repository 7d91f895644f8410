import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type * as messages from '@cucumber/messages';
import { Query } from '@cucumber/query';
import { Misuse } from '../shared/command-line';
import { outcomeOf, scenariosOf, totalsOf } from './model/outcome';
import type { Run } from './model/run';
import { readRun } from './read-run';
import { Probe } from './testing/probe';
import { SAMPLE } from './testing/sample';
import { deal } from './testing/shards';

const SUITE = {
  ...SAMPLE,
  'features/03_quase.feature': `# language: pt
Funcionalidade: Jornada 3 - Seis cenários

  Esquema do Cenário: Passar <vez>
    Dado que o backend está no ar

    Exemplos:
      | vez      |
      | primeira |
      | segunda  |
      | segunda  |

  @instavel
  Cenário: Passar só na segunda tentativa
    Dado que a rede falha uma vez
`,
};

describe('streams of one run', () => {
  const probe = new Probe(SUITE, { retry: 1, retryTagFilter: '@instavel' });
  let whole: string;
  let expected: Run;
  const write = (name: string, content: string): string => {
    probe.write(name, content);
    return path.join(probe.folder, name);
  };

  before(async () => {
    await probe.run(['--parallel', '2', '--order', 'random:7']);
    whole = probe.read('reports/messages.ndjson');
    expected = readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
  });
  after(() => probe.remove());

  test('a shuffled run is told in the order of the files', () => {
    assert.deepEqual(
      expected.journeys.map(({ uri }) => path.basename(uri)),
      ['01_entrar.feature', '02_alugar.feature', '03_quase.feature'],
    );
    for (const { scenarios } of expected.journeys) {
      const lines = scenarios.map(({ line }) => line);
      assert.deepEqual(
        lines,
        [...lines].sort((one, other) => one - other),
      );
    }
  });

  test('what shards say is what one run would have said, in whichever order they come', () => {
    const shards = deal(whole, 3).map((stream, index) => write(`shard-${index}.ndjson`, stream));
    assert.deepEqual(readRun(shards), expected);
    assert.deepEqual(readRun([...shards].reverse()), expected);
  });

  test('the same stream twice is one run', async () => {
    const file = path.join(probe.folder, 'reports/messages.ndjson');
    assert.deepEqual(readRun([file, file]), expected);
    const [first = '', second = ''] = deal(whole, 2).map((stream, index) => write(`twice-${index}.ndjson`, stream));
    assert.deepEqual(readRun([first, second, first]), expected);
  });

  test('a stream that was cut is used as far as it goes, and the run is not taken for whole', async () => {
    const lines = whole.trimEnd().split('\n');
    const at = lines.findLastIndex((line) => line.includes('"testStepFinished"'));
    const cut = write('cut.ndjson', `${lines.slice(0, at).join('\n')}\n${lines[at]?.slice(0, 40)}`);
    const run = readRun([cut]);
    assert.deepEqual(run.gaps, [
      `${cut} está cortado na linha ${at + 1}: o que vem antes foi aproveitado, o fim da execução não está nele.`,
    ]);
    assert.equal(run.succeeded, false);
    const unfinished = scenariosOf(run).filter((scenario) => outcomeOf(scenario) === 'unfinished');
    assert.ok(unfinished.length >= 1 && unfinished.length <= 2, `${unfinished.length} scenarios without an end, of two workers`);
    assert.equal(totalsOf(scenariosOf(run)).scenarios, totalsOf(scenariosOf(expected)).scenarios);
  });

  test('a cut stream is made good by the whole one', async () => {
    const cut = write('half.ndjson', whole.slice(0, Math.floor(whole.length * 0.7)));
    const run = readRun([cut, path.join(probe.folder, 'reports/messages.ndjson')]);
    assert.deepEqual(run.journeys, expected.journeys);
    assert.equal(run.gaps.length, 1);
  });

  test('failures that were run again count by their last attempt', async () => {
    const failing = scenariosOf(expected).find(({ name }) => name === 'Falhar com uma mensagem de várias linhas');
    assert.ok(failing);
    probe.write(
      'steps/steps.cjs',
      SAMPLE['steps/steps.cjs']?.replace(/throw new Error\('A API respondeu/, "if (false) throw new Error('A API respondeu") ??
        '',
    );
    const file = write('first.ndjson', whole);
    await probe.run([`${failing.uri}:${failing.line}`]);
    const run = readRun([path.join(probe.folder, 'reports/messages.ndjson'), file]);
    const again = scenariosOf(run).find(({ key }) => key === failing.key);
    assert.ok(again);
    assert.equal(again.attempts.length, 2);
    assert.equal(outcomeOf(again), 'flaky');
    assert.equal(totalsOf(scenariosOf(run)).scenarios, totalsOf(scenariosOf(expected)).scenarios);
  });

  describe('that say which part of a run they are', () => {
    const withRunInfo = (name: string, stream: string, said: { whole: boolean; shard: string | null }): string => {
      const rest = { commit: null, branch: null, dirty: false, release: null, repository: null, environment: 'Node.js' };
      const body = JSON.stringify({ target: 'sandbox embutido', cli: 'embutida', ...rest, ...said });
      const attachment = { body, contentEncoding: 'IDENTITY', mediaType: 'application/vnd.dumont.run+json' };
      return write(name, `${JSON.stringify({ attachment })}\n${stream}`);
    };
    const parts = (): string[] =>
      deal(whole, 3).map((stream, index) =>
        withRunInfo(`part-${index + 1}.ndjson`, stream, { whole: true, shard: `${index + 1}/3` }),
      );

    test('a part whose siblings are missing is not taken for the whole run', () => {
      const alone = readRun(parts().slice(1, 2));
      assert.deepEqual([alone.runInfo?.whole, alone.runInfo?.shard], [false, '2/3']);
      assert.deepEqual(alone.gaps, ['Faltam as partes 1 e 3 da execução (--shard); o que está aqui não é o todo.']);
    });

    test('all parts together are the whole run', () => {
      const { runInfo, gaps } = readRun(parts());
      assert.deepEqual([runInfo?.whole, runInfo?.shard, gaps], [true, null, []]);
    });

    test('failures that were run again make good for no part', () => {
      const again = withRunInfo('again.ndjson', whole, { whole: false, shard: null });
      const { runInfo, gaps } = readRun([...parts().slice(0, 2), again]);
      assert.deepEqual([runInfo?.whole, runInfo?.shard], [false, '1/3']);
      assert.deepEqual(gaps, ['Falta a parte 3 da execução (--shard); o que está aqui não é o todo.']);
      const complete = readRun([...parts(), again]);
      assert.deepEqual([complete.runInfo?.whole, complete.runInfo?.shard, complete.gaps], [true, null, []]);
    });
  });

  test("agrees with Cucumber's own query, but for what it does not tell apart", () => {
    const query = new Query();
    for (const line of whole.trimEnd().split('\n')) query.update(JSON.parse(line) as messages.Envelope);
    const counted = query.countMostSevereTestStepResultStatus();
    const totals = totalsOf(scenariosOf(expected));
    assert.equal(totals.passed + totals.flaky, counted.PASSED);
    assert.equal(totals.failed + totals.broken, counted.FAILED + counted.AMBIGUOUS);
    assert.equal(totals.undefined, counted.UNDEFINED + counted.PENDING);
    assert.equal(totals.skipped, counted.SKIPPED);
  });
});

test('a file that is something else is refused by name', () => {
  const probe = new Probe({ 'x.json': '{"a": 1}\n', 'vazio.ndjson': '' });
  try {
    for (const name of ['x.json', 'vazio.ndjson']) {
      const file = path.join(probe.folder, name);
      assert.throws(
        () => readRun([file]),
        (error: Error) => error instanceof Misuse && error.message.startsWith(`${file} não traz as mensagens`),
      );
    }
    assert.equal(readFileSync(path.join(probe.folder, 'x.json'), 'utf8'), '{"a": 1}\n');
  } finally {
    probe.remove();
  }
});
