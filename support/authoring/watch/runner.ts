import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { type IRunConfiguration, loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { vocabularyOfLibrary } from '../../shared/vocabulary/from-library';
import { count } from '../../shared/words';
import { explainLoading } from './explain-loading';
import type { RunRequest } from './request';
import { journeys, scenariosUsing } from './selection';

/**
 * The process of one run. It loads the steps as soon as it starts, waits to be told what to run, runs it and leaves: started ahead, it
 * answers at once, and what a step file says is never read twice by one process.
 */

const ROOT = process.cwd();
const FORMATTER = require.resolve('../../reporting/terminal/formatter.cjs');
/** For fewer scenarios the first result would come later: each worker loads everything again. */
const WORTH_WORKERS = 16;

interface Loaded {
  readonly configuration: IRunConfiguration;
  readonly support: ISupportCodeLibrary;
}

let running = false;

async function load(): Promise<Loaded> {
  const { runConfiguration } = await loadConfiguration({}, { cwd: ROOT });
  return { configuration: runConfiguration, support: await loadSupport(runConfiguration, { cwd: ROOT }) };
}

/** What there is to run, said on the way. */
function placesFor({ places, stepFiles, journeys: all }: RunRequest, support: ISupportCodeLibrary): string[] {
  const chosen = new Set(places);
  if (all) for (const place of journeys(ROOT)) chosen.add(place);
  if (stepFiles.length > 0) {
    const { places: selected, using } = scenariosUsing(stepFiles, vocabularyOfLibrary(support, ROOT), ROOT);
    const said = using === selected.length ? '' : `; rodo ${selected.length}, em que cada um dos passos aparece`;
    process.stdout.write(`${count(using, 'cenário usa', 'cenários usam')} os passos que mudaram${said}.\n`);
    for (const place of selected) chosen.add(place);
  }
  return [...chosen];
}

async function run({ configuration, support }: Loaded, places: readonly string[]): Promise<void> {
  const { runtime, sources } = configuration;
  await runCucumber(
    {
      ...configuration,
      support,
      runtime: { ...runtime, parallel: places.length < WORTH_WORKERS ? 0 : runtime.parallel },
      sources: { ...sources, paths: [...places] },
      formats: { stdout: FORMATTER, files: {}, publish: false, options: {} },
    },
    { cwd: ROOT },
  );
}

async function answer(request: RunRequest, loading: Promise<Loaded>): Promise<void> {
  const loaded = await loading.catch((error: unknown) => {
    process.stdout.write(`${explainLoading(error, ROOT)}\n`);
  });
  if (!loaded) return;
  const places = placesFor(request, loaded.support);
  if (places.length > 0) await run(loaded, places);
}

process.once('disconnect', () => {
  if (running)
    process.kill(process.pid, 'SIGTERM'); // the suite ends what is in course and undoes it
  else process.exit();
});

const loading = load();
loading.catch(() => {}); // said when somebody asks for a run
process.once('message', (request: RunRequest) => {
  running = true;
  void answer(request, loading).finally(() => process.exit());
});
