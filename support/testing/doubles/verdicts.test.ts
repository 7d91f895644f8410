import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runFeatures } from '../run-features';
import { type BackendWishes, startBackend } from './backend';
import { cliDouble, withoutPython } from './cli';
import type { CliManners } from './cli-manners';
import { type Deviating, deviatingIn, verdictsIn } from './judged';

interface Case {
  readonly title: string;
  readonly journeys: readonly string[];
  readonly manners?: Partial<CliManners>;
  /** Undefined: the sandbox that the suite brings. */
  readonly backend?: BackendWishes;
  readonly deviating: Deviating;
  readonly commands: number;
  /** How many machines the backend rented out. */
  readonly rented?: number;
  /** What the verdict of a step says. */
  readonly says?: Readonly<Record<string, RegExp>>;
}

const CASES: readonly Case[] = [
  {
    title: 'another login, and no settings',
    journeys: ['01_auth_journey'],
    manners: { loginByOptions: true, unknownResources: ['setting'] },
    commands: 5,
    deviating: { '1.1': 'cli-deviates', '1.3': 'cli-deviates' },
    says: {
      '1.1': /^a API deveria responder 200, mas respondeu 422/,
      '1.3': /^nenhum pedido chegou à API, e deveria chegar GET \/api\/v1\/settings; a CLI disse: "❌ Unknown resource: setting"/,
    },
  },
  {
    title: 'extra words dropped: the estimate migrates',
    journeys: ['08_ai_deploy', '09_migration'],
    manners: { extraWordsDropped: true },
    commands: 11,
    deviating: { '8.3': 'cli-deviates', '9.3': 'cli-deviates', '9.4': 'unverified 9.3' },
    says: {
      '9.3': /estimate target_type=cpu` chegou a POST \S+\/migrate, não a POST \S+\/migrate\/estimate, e mudou o que não devia/,
    },
  },
  {
    title: 'a CLI that has no instances, and nothing is created twice',
    journeys: ['02_instance_lifecycle'],
    manners: { unknownResources: ['instance'] },
    backend: {},
    commands: 9,
    rented: 1,
    deviating: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [`2.${number}`, 'cli-deviates'])),
  },
  {
    title: 'a backend that names and places fields otherwise',
    journeys: ['01_auth_journey', '03_backup_restore', '10_health_check'],
    backend: { deviations: ['email-inside-user', 'snapshot-id-for-id', 'bare-lists'] },
    commands: 19,
    deviating: {
      '1.2': 'api-deviates',
      '3.3': 'api-deviates',
      '3.6': 'unverified',
      '10.3': 'api-deviates',
      '10.4': 'api-deviates',
      '10.5': 'api-deviates',
    },
    says: {
      '3.3': /^o campo "id" deveria estar preenchido, mas está ausente: o que o traz é "snapshot_id"\.$/,
      '3.6': /^sem acesso ao disco/,
      '10.3': /^a resposta não tem a lista "data" \(há uma lista de \d+ itens no lugar\)/,
    },
  },
  {
    title: 'another way of printing is no deviation',
    journeys: ['01_auth_journey', '10_health_check'],
    manners: {
      address: 'config',
      keyRequired: true,
      exitCodes: 'always-zero',
      colours: true,
      logLines: true,
      jsonOnOneLine: true,
      asciiOnly: true,
      tokenMode: '0644',
      prefix: 'mixed',
    },
    commands: 11,
    deviating: {},
  },
  {
    title: 'a backend in which only the looks differ from the document',
    journeys: ['02_instance_lifecycle', '08_ai_deploy'],
    backend: { deviations: ['slow-start', 'stopped-for-paused', 'other-spelling', 'unknown-settings', 'no-balance'] },
    commands: 13,
    deviating: {},
  },
];

describe('the verdicts are what was switched', { skip: withoutPython() }, () => {
  for (const { title, journeys, manners, backend, deviating, commands, rented, says = {} } of CASES) {
    test(title, async (t) => {
      const served = backend && (await startBackend(backend));
      t.after(() => served?.close());
      const run = await runFeatures({
        args: [...journeys.map((name) => `features/${name}.feature`), '--tags', '@jornada'],
        env: { ...served?.env, ...cliDouble(manners).env },
      });
      const verdicts = verdictsIn(run);
      assert.equal(verdicts.length, commands);
      assert.deepEqual(deviatingIn(verdicts), deviating, run.output);
      if (rented !== undefined) assert.equal(served?.rented(), rented);
      for (const [step, sentence] of Object.entries(says)) {
        assert.match(verdicts.find((verdict) => verdict.step === step)?.text ?? '', sentence);
      }
    });
  }

  test('a scenario that is left out says why of each of its commands', async () => {
    const { env, close } = await startBackend();
    const run = await runFeatures({
      args: ['features/02_instance_lifecycle.feature', '--tags', '@jornada'],
      env: { ...env, DUMONT_BIN: 'sandbox', DUMONT_SKIP_DESTRUCTIVE: 'true' },
    }).finally(close);
    const verdicts = verdictsIn(run);
    assert.deepEqual(
      new Set(verdicts.map(({ verdict, text }) => `${verdict}: ${text}`)),
      new Set(['unverified: cria ou destrói recursos; para rodar, use DUMONT_SKIP_DESTRUCTIVE=false.']),
    );
    assert.equal(verdicts.length, 9);
  });
});
