import type { Plugin } from '@cucumber/cucumber/api';
import { buildCli } from '../sandbox/cli/bundle';
import { readSettings, type Settings, SettingsError } from '../settings';
import { closeRunFolder, openRunFolder } from './run-folder';

/** A setting that cannot be used, or no such CLI. */
const MISUSE = 2;

/**
 * What happens once per run and before it, in the coordinator: settings are validated, the run's folder is made, the embedded CLI
 * is bundled; and a run in which no scenario ran fails.
 */
const plugin: Plugin = {
  type: 'plugin',
  coordinator: async ({ operation, on, environment }) => {
    if (operation !== 'runCucumber') return undefined;
    const print = (text: string): void => void environment.stderr.write(`${text}\n`);
    const settings = validSettings(print);
    openRunFolder();
    if (settings.cli.kind === 'embedded') await buildCli();

    let started = 0;
    let stoppedEarlier = false;
    on('message', (envelope) => {
      if (envelope.testCaseStarted) started += 1;
      if (envelope.parseError) stoppedEarlier = true;
    });
    return () => {
      closeRunFolder();
      if (started > 0 || stoppedEarlier || isShard()) return;
      print('Nenhum cenário rodou: nenhum corresponde ao caminho, ao nome ou às tags pedidas.');
      process.once('exit', () => {
        process.exitCode = 1; // set at the very end: the runner writes its own before
      });
    };
  },
};

export default plugin;

function validSettings(print: (text: string) => void): Settings {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    print(error.message);
    process.exit(MISUSE);
  }
}

/** A shard may well be empty: the others have the scenarios. */
function isShard(): boolean {
  return process.argv.some((argument) => argument === '--shard' || argument.startsWith('--shard='));
}
