import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pickle } from '@cucumber/messages';
import type { CommandResult } from '../command/result';
import { UnknownPlaceholder } from '../language/memory';
import type { Exchange } from '../wire/exchange';
import { verdictsOf } from './judge';
import { PromiseLog, type StanzaRecord } from './promise-log';
import type { StepKind } from './step-kinds';

const TEXTS = [
  'executo `dumont instance create offer_id=7`',
  'a API responde 201',
  'anoto o campo "id" como <instance_id>',
  'a instância <instance_id> fica em execução',
  'executo `dumont instance get <instance_id>`',
  'a API responde 200',
  'a saída mostra "running"',
  'espero a instância <instance_id> ficar pausada',
];
const KINDS: Readonly<Record<number, StepKind>> = { 2: 'notes', 3: 'waits', 6: 'cli', 7: 'readies' };

function openLog(): PromiseLog {
  const steps = TEXTS.map((text, id) => ({ id: String(id), text, astNodeIds: [], type: 'Outcome' }));
  return new PromiseLog({ uri: 'features/02_x.feature', steps, tags: [] } as unknown as Pickle);
}

function reached(operationId: string, path: string, status: number, asked: CommandResult['asked']): CommandResult {
  const wire = {
    kind: 'call',
    method: 'GET',
    path,
    query: new URLSearchParams(),
    operationId,
    status,
    failure: null,
  } as unknown as Exchange;
  return { written: '', role: 'documented', argv: [], asked, exchanges: [wire], reply: wire } as unknown as CommandResult;
}

const GET = {
  operationId: 'getInstance',
  method: 'GET',
  path: '/api/v1/instances/{instance_id}',
  params: { instance_id: '7' },
  query: {},
  body: undefined,
  files: undefined,
} as const;
const RIGHT = reached('getInstance', '/api/v1/instances/7', 200, GET);
const ELSEWHERE = reached('listInstances', '/api/v1/instances', 200, GET);

/** The verdict of the second command, after the first one passed and this was made of the log. */
function verdictOf(change: (log: PromiseLog, second: StanzaRecord) => void): string {
  const log = openLog();
  const [first, second] = log.records as [StanzaRecord, StanzaRecord];
  for (const { id } of first.stanza.steps) first.passed.add(id);
  change(log, second);
  const kindOf = ({ id }: { id: string }) => KINDS[Number(id)] ?? null;
  const { verdict, waitsFor } = verdictsOf(log, { kindOf, unexpectedIn: () => null })[1] ?? {};
  return `${verdict} ${waitsFor}`;
}

const failsAt = (second: StanzaRecord, id: number, result: CommandResult | null, error = new Error('não deu')): void => {
  second.result = result;
  second.failure = { step: second.stanza.steps.find((step) => step.id === String(id)) as never, error };
};

test('says whose deviation it is by what went over the wire', () => {
  assert.equal(
    verdictOf((_, { stanza, passed }) => {
      for (const { id } of stanza.steps) passed.add(id);
    }),
    'holds null',
  );
  assert.equal(
    verdictOf(() => {}),
    'unverified null',
  );
  assert.equal(
    verdictOf((_, second) => failsAt(second, 5, RIGHT)),
    'api-deviates null',
  );
  assert.equal(
    verdictOf((_, second) => failsAt(second, 6, RIGHT)),
    'cli-deviates null',
  );
  assert.equal(
    verdictOf((_, second) => failsAt(second, 4, RIGHT)),
    'cli-deviates null',
  );
  for (const [why, verdict] of [
    [null, 'cli-deviates null'],
    ['também não', 'api-deviates null'],
  ] as const) {
    assert.equal(
      verdictOf((_, second) => {
        failsAt(second, 4, ELSEWHERE);
        second.reference = { why };
      }),
      verdict,
    );
  }
});

test('a promise does not answer for what only later steps need, nor for what nobody can see', () => {
  const allBut = (seven: string, { stanza, passed }: StanzaRecord): void => {
    for (const { id } of stanza.steps) if (id !== seven) passed.add(id);
  };
  assert.equal(
    verdictOf((_, second) => {
      allBut('7', second);
      failsAt(second, 7, RIGHT);
    }),
    'holds null',
  );
  assert.equal(
    verdictOf((_, second) => {
      allBut('', second);
      second.unproven = 'sem acesso ao disco';
    }),
    'unverified null',
  );
});

test('what another step should have left is waited for, by name', () => {
  const unknown = new UnknownPlaceholder('instance_id', 'nada');
  assert.equal(
    verdictOf((_, second) => failsAt(second, 4, null, unknown)),
    'unverified 2.1',
  );
  assert.equal(
    verdictOf((log, second) => {
      failsAt(second, 5, RIGHT);
      const [first] = log.records;
      first?.unreached.push(...first.stanza.steps.slice(3, 4));
    }),
    'unverified 2.1',
  );
});
