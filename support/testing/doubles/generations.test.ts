// @own-process: starts long runs
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runFeatures } from '../run-features';
import { startBackend } from './backend';
import { cliDouble, withoutPython } from './cli';
import { type CliManners, NEWER, OLDER } from './cli-manners';
import { BACKEND_OF_THE_FACTS, type DeviationName, NEWER_BACKEND, OLDER_BACKEND } from './deviations';
import { type Deviating, deviatingIn, verdictsIn } from './judged';

// The ten journeys as an operator runs them, with the documented settings and no other help. Each truth was thought out from what is
// switched, not read off a run.

const DOCUMENTED_COMMANDS = 66;

interface Generation {
  readonly name: string;
  /** Undefined: the CLI does what the document says. */
  readonly cli?: CliManners;
  readonly backend: readonly DeviationName[];
  readonly truth: Deviating;
  /** Machines that the run may rent, those of restores and migrations among them. */
  readonly rented: number;
}

const steps = (verdict: string, ...numbers: readonly string[]): Deviating =>
  Object.fromEntries(numbers.map((number) => [number, verdict]));

const GENERATIONS: readonly Generation[] = [
  {
    name: 'the older',
    cli: OLDER,
    backend: OLDER_BACKEND,
    truth: {
      ...steps('cli-deviates', '3.6', '4.5', '5.4', '5.6', '5.7', '8.1', '8.3', '9.3'),
      ...steps('cli-deviates', '6.1', '6.2', '6.3', '6.4', '6.5', '6.6', '6.7'),
      ...steps('api-deviates', '1.2', '1.3', '3.3', '10.3', '10.4', '10.5'),
      '9.7': 'unverified',
    },
    rented: 9,
  },
  {
    name: 'the newer',
    cli: NEWER,
    backend: NEWER_BACKEND,
    truth: {
      ...steps('cli-deviates', '1.1', '1.3', '3.6', '4.5', '5.4', '5.6', '5.7', '8.1', '8.3', '9.3'),
      ...steps('cli-deviates', '6.3', '6.4', '6.6', '6.7'),
      ...steps('api-deviates', '1.2', '3.2', '3.3', '9.2', '10.3', '10.4', '10.5'),
      '9.4': 'unverified 9.3',
      '9.7': 'unverified',
    },
    rented: 9,
  },
  {
    name: 'the one that the facts describe',
    backend: BACKEND_OF_THE_FACTS,
    truth: {
      ...steps('api-deviates', '1.2', '2.2', '2.5', '3.3', '3.4', '3.6', '4.2', '4.7', '5.2', '5.4', '5.7', '6.4', '6.6', '6.7'),
      ...steps('api-deviates', '7.2', '7.3', '7.4', '7.5', '7.6', '8.1', '8.2', '8.3', '9.3', '10.3', '10.4', '10.5', '10.6'),
      '3.7': 'unverified 3.6',
      '8.4': 'unverified 8.3',
      '9.7': 'unverified',
    },
    rented: 7,
  },
];

describe('each generation gets the verdicts that are true of it', { skip: withoutPython() }, () => {
  for (const { name, cli, backend: deviations, truth, rented } of GENERATIONS) {
    test(name, async (t) => {
      const backend = await startBackend({ deviations });
      t.after(() => backend.close());
      const { env } = cli ? cliDouble(cli) : { env: { DUMONT_BIN: 'sandbox' } };
      const run = await runFeatures({ args: ['--tags', '@jornada'], env: { ...backend.env, ...env, DUMONT_MAX_COST: '10' } });
      const verdicts = verdictsIn(run);
      assert.equal(verdicts.length, DOCUMENTED_COMMANDS, run.output);
      assert.deepEqual(deviatingIn(verdicts), truth);
      assert.equal(backend.rented(), rented);
    });
  }
});
