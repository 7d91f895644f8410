import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { visible } from '../../shared/visible';
import { attemptOutcome, scenariosOf } from '../model/outcome';
import type { Journey, Run, Scenario } from '../model/run';
import { Anchors } from '../text/anchors';
import { readAssets, TEMPLATES } from './assets';
import { journeyView } from './journey-view';
import { pageView } from './page-view';
import type { JourneyView, PageView } from './view';

/** A page of more scenarios is more than a browser opens: to list those that passed is left to the documentation. */
const MOST_SCENARIOS = 2000;

/** The legacy JSON that cucumber-html-reporter reads, with our own view of each journey beside what it counts. */
interface LegacyFeature {
  uri: string;
  name: string;
  keyword: string;
  view: JourneyView;
  elements: {
    type: 'scenario';
    name: string;
    keyword: string;
    steps: { name: string; result: { status: string; duration: number } }[];
  }[];
}

/**
 * Has cucumber-html-reporter make the page of a run from our templates (its `templateDir`).
 * @returns the HTML of the page, whole
 * @throws what the tool or the file system throws
 */
export function renderPage(run: Run): string {
  const workshop = mkdtempSync(path.join(tmpdir(), 'dumont-html-'));
  try {
    const jsonFile = path.join(workshop, 'run.json');
    const output = path.join(workshop, 'page.html');
    const { features, page } = views(run);
    writeFileSync(jsonFile, JSON.stringify(features));
    generate({ jsonFile, output, page });
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function generate({ jsonFile, output, page }: { jsonFile: string; output: string; page: PageView }): void {
  const reporter: typeof import('cucumber-html-reporter') = require('cucumber-html-reporter'); // 65 ms to load: only when there is a report
  const options = {
    theme: 'simple',
    templateDir: TEMPLATES,
    jsonFile,
    output,
    name: page.title,
    metadata: page,
    reportSuiteAsScenarios: true,
    launchReport: false,
  };
  const made: unknown = silently(() => reporter.generate(options as unknown as Parameters<typeof reporter.generate>[0]));
  if (made !== true) throw new Error('cucumber-html-reporter recusou os dados da execução');
}

/** The tool announces itself, in English, on the terminal that is ours. */
function silently<T>(work: () => T): T {
  const { log, warn } = console;
  console.log = console.warn = () => {};
  try {
    return work();
  } finally {
    Object.assign(console, { log, warn });
  }
}

function views(run: Run): { features: LegacyFeature[]; page: PageView } {
  const anchorOf = anchorsOf(run);
  const isBrief = scenariosOf(run).length > MOST_SCENARIOS;
  const features = run.journeys.map((journey) => ({
    uri: journey.uri,
    name: journey.name,
    keyword: journey.keyword,
    view: journeyView(journey, anchorOf, isBrief),
    elements: journey.scenarios.map(legacyScenario),
  }));
  return { features: allVisible(features), page: allVisible(pageView(run, anchorOf, readAssets(), isBrief)) };
}

function legacyScenario(scenario: Scenario): LegacyFeature['elements'][number] {
  const last = scenario.attempts.at(-1);
  const status = last ? attemptOutcome(last) : 'skipped';
  const steps = [{ name: scenario.name, result: { status, duration: (last?.durationMs ?? 0) * 1e6 } }];
  return { type: 'scenario', name: scenario.name, keyword: scenario.keyword, steps };
}

function anchorsOf(run: Run): (place: Journey | Scenario) => string {
  const anchors = new Anchors();
  const given = new Map<Journey | Scenario, string>();
  for (const journey of run.journeys) {
    const file = path.basename(journey.uri, '.feature');
    given.set(journey, anchors.for(file));
    for (const scenario of journey.scenarios) given.set(scenario, anchors.for(file, scenario.name));
  }
  return (place) => given.get(place) ?? '';
}

/** The same value with every text in it fit to be shown. */
function allVisible<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, item: unknown) => (typeof item === 'string' ? visible(item) : item));
}
