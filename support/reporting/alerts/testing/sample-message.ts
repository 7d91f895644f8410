import type { RunInfo } from '../../../shared/messages/run-info';
import { madeRun, type Wanted } from '../../history/testing/made-run';
import { historyOf } from '../../history/testing/recorded';
import { composed } from '../compose';
import type { AlertMessage } from '../message';
import { transitions } from '../transitions';

export const DOCS_URL = 'https://docs.example/documentacao/';
export const CI_URL = 'https://ci.example/runs/7';

/** The message about a run that came after one in which `before` was what it says. */
export function messageAbout(before: readonly Wanted[], now: readonly Wanted[], runInfo: Partial<RunInfo> = {}): AlertMessage {
  const ci = { name: 'CI', url: CI_URL, revision: null, branch: null };
  const found = transitions(historyOf(madeRun(0, before, runInfo), madeRun(1, now, runInfo, { ci })), 5);
  if (!found) throw new Error('no run');
  return composed(found, DOCS_URL);
}

/** The message about a run whose scenarios passed and that failed all the same. */
export function composedAfterCrash(): AlertMessage {
  const found = transitions(historyOf(madeRun(0, [{ name: 'a' }], {}, { succeeded: false })), 5);
  if (!found) throw new Error('no run');
  return composed(found, null);
}

/** One of each kind of news. */
export function sampleMessage(): AlertMessage {
  return messageAbout(
    [{ name: 'Criar uma instância' }, { name: 'Pausar', is: 'f' }, { name: 'Listar' }, { name: 'Ver a economia' }],
    [
      { name: 'Criar uma instância', is: 'f' },
      { name: 'Pausar' },
      { name: 'Listar', is: 'y', error: 'conexão recusada' },
      { name: 'Ver a economia', is: 'b', error: 'o backend não responde' },
    ],
  );
}

const SYMPTOMS = [
  '<!channel> <@U123> & <https://mal.example|clique>',
  '@everyone @here <at>Todos</at>',
  '**negrito** [clique](https://mal.example) `código` ~~x~~ # título',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'linha\r\nBcc: intruso@mal.example\u202e\u001b[31m',
];

/** Five hundred failures with very long names, full of what means something to one service or another. */
export function hugeMessage(): AlertMessage {
  const text = (index: number): string => `${index} ${SYMPTOMS[index % SYMPTOMS.length]} `.concat('&<>*_`@'.repeat(200));
  const scenarios = Array.from({ length: 500 }, (_, index): Wanted => {
    const letters = String.fromCodePoint(97 + (index % 26), 97 + Math.floor(index / 26));
    return {
      name: text(index),
      rule: text(index),
      uri: `features/${index % 7}_<b>.feature`,
      is: 'f',
      error: `${letters} ${text(index)}`,
    };
  });
  const half: Wanted[] = scenarios.map((scenario, index) => ({ ...scenario, is: index % 2 ? 'f' : 'p' }));
  const other: Wanted[] = scenarios.map((scenario, index) => ({ ...scenario, is: index % 2 ? 'p' : 'f' }));
  return messageAbout([...half, { name: 'último' }], [...other, { name: 'último', is: 'b', error: text(1) }], {
    branch: text(0),
    cli: text(1),
    target: text(2),
    release: text(3),
  });
}

/** A message as long as one can be, in letters of three bytes each. */
export function widestMessage(): AlertMessage {
  const wide = (length: number): string => '漢'.repeat(length);
  const entry = { key: 'k', signature: null, name: wide(160), place: wide(140), detail: wide(300), url: null };
  const kinds = ['environment', 'promises-broken', 'promises-mended', 'failed', 'still', 'recovered', 'unstable'] as const;
  return {
    ...sampleMessage(),
    sections: kinds.map((kind) => ({
      kind,
      title: kind,
      note: wide(300),
      entries: Array.from({ length: 5 }, () => entry),
      total: 9,
    })),
    facts: Array.from({ length: 20 }, () => ({ label: 'Fato', value: wide(100) })),
  };
}
