import type * as messages from '@cucumber/messages';
import { journeyFileOf, journeyNumber } from '../../shared/journey-files';
import { Adviser } from './adviser';
import { backgroundOf, type FeatureNodes, headingOf, indexFeature } from './feature-index';
import type { Journey, PlannedStep, RuleHeading, Run, Scenario, StepDefinitionPlace, StepText, Theme } from './run';
import { ScenarioKeys } from './scenario-key';
import { TextPool } from './text-pool';
import { placeOf } from './values';

interface Document {
  journey: Journey;
  /** Null for the main file of the journey. */
  theme: Theme | null;
  nodes: FeatureNodes;
  /** By key. */
  scenarios: Map<string, Scenario>;
  /** By line and name: the scenarios of one Regra share one heading, whichever stream they come from. */
  rules: Map<string, RuleHeading>;
}

/**
 * The part of the collector that reads what will run: features, pickles and step definitions become the journeys and scenarios of the run,
 * and its catalogue of steps, before anything has happened.
 */
export class Planner {
  readonly #run: Run;
  /** By path; they stay from stream to stream, all other maps are by the ids of one stream. */
  readonly #documents = new Map<string, Document>();
  /** By the path of their main file. */
  readonly #journeys = new Map<string, Journey>();
  readonly #ownersOfKeys = new Map<string, string>();
  readonly #pickles = new Map<string, messages.Pickle>();
  readonly #definitions = new Map<string, StepDefinitionPlace>();
  readonly #matches = new Map<string, readonly StepDefinitionPlace[]>();
  readonly #pool = new TextPool();
  readonly #adviser = new Adviser();
  #streams = 0;

  /** @param run what is read goes into it */
  constructor(run: Run) {
    this.#run = run;
  }

  /** Takes in what an envelope says of features and step definitions. */
  note(envelope: messages.Envelope): void {
    this.#adviser.note(envelope);
    if (envelope.gherkinDocument) this.#onDocument(envelope.gherkinDocument);
    if (envelope.pickle) this.#pickles.set(envelope.pickle.id, envelope.pickle);
    if (envelope.parameterType) this.#onParameterType(envelope.parameterType);
    if (envelope.stepDefinition) this.#onDefinition(envelope.stepDefinition);
  }

  /** One stream is over: its ids are forgotten. */
  endStream(): void {
    for (const document of this.#documents.values()) document.nodes = NO_NODES;
    for (const map of [this.#pickles, this.#definitions, this.#matches]) map.clear();
    this.#adviser.endStream();
    this.#streams += 1;
  }

  /** The scenario that a test case will run, new to the run or known from an earlier stream; null when nobody said what it is. */
  plan(testCase: messages.TestCase): { journey: Journey; scenario: Scenario } | null {
    const pickle = this.#pickles.get(testCase.pickleId);
    const document = pickle && this.#documents.get(pickle.uri);
    if (!pickle || !document) return null;
    this.#pickles.delete(pickle.id); // a run of many scenarios is told from its plan alone
    const { journey, scenarios } = document;
    const planned = this.#scenarioOf(testCase, pickle, document);
    const scenario = scenarios.get(planned.key) ?? planned;
    if (scenario === planned) {
      scenarios.set(planned.key, planned);
      if (journey.scenarios.length === 0) insertSorted(this.#run.journeys, journey, ({ uri }, other) => byPath(uri, other.uri));
      insertSorted(journey.scenarios, scenario, inOrder);
    } else if (this.#streams > 0 && textOf(scenario) !== textOf(planned)) {
      const place = `${scenario.uri}:${planned.line}`;
      const gap = `${place} não tem o mesmo texto em todos os arquivos: eles vêm de versões diferentes das features.`;
      if (!this.#run.gaps.includes(gap)) this.#run.gaps.push(gap);
    }
    return { journey, scenario };
  }

  #onDocument(document: messages.GherkinDocument): void {
    const { uri, feature } = document;
    if (!uri || !feature) return;
    const nodes = indexFeature(document, new ScenarioKeys(this.#ownersOfKeys), this.#pool);
    const known = this.#documents.get(uri);
    if (known) {
      known.nodes = nodes;
      return;
    }
    const heading = { ...headingOf(feature), line: feature.location.line, background: backgroundOf(feature.children) };
    const journey = this.#journeyOf(uri, feature.keyword);
    const isMain = journey.uri === uri;
    if (isMain) Object.assign(journey, heading);
    this.#documents.set(uri, {
      nodes,
      journey,
      theme: isMain ? null : { ...heading, uri },
      scenarios: new Map(),
      rules: new Map(),
    });
  }

  /** The journey that a file belongs to; its heading comes with its main file, which may never come. */
  #journeyOf(file: string, keyword: string): Journey {
    const uri = journeyFileOf(file);
    const known = this.#journeys.get(uri);
    if (known) return known;
    const name = `Jornada ${journeyNumber(uri) ?? ''}`.trim();
    const journey: Journey = { uri, keyword, name, description: '', tags: [], line: null, background: null, scenarios: [] };
    this.#journeys.set(uri, journey);
    return journey;
  }

  #onParameterType({ name, regularExpressions: patterns }: messages.ParameterType): void {
    const { parameterTypes } = this.#run;
    if (!parameterTypes.some((known) => known.name === name)) parameterTypes.push({ name, patterns });
  }

  #onDefinition({ id, pattern, sourceReference }: messages.StepDefinition): void {
    const isBareRegExp = pattern.type === 'REGULAR_EXPRESSION' && !pattern.source.startsWith('/');
    const expression = isBareRegExp ? `/${pattern.source}/` : pattern.source;
    const location = placeOf(sourceReference);
    const { definitions } = this.#run;
    const known = this.#streams > 0 && definitions.find((one) => one.location === location && one.expression === expression);
    const definition = known || { expression, location };
    if (!known) definitions.push(definition);
    this.#definitions.set(id, definition);
  }

  #scenarioOf(testCase: messages.TestCase, pickle: messages.Pickle, document: Document): Scenario {
    const { nodes, theme, journey } = document;
    const node = nodes.scenarios.get(pickle.astNodeIds[0] ?? '');
    const row = nodes.rows.get(pickle.astNodeIds[1] ?? '');
    const line = row?.line ?? node?.line ?? theme?.line ?? journey.line ?? 1;
    return {
      key: row?.key ?? node?.key ?? pickle.id,
      uri: pickle.uri,
      line,
      keyword: node?.keyword ?? '',
      name: pickle.name,
      outline: node?.name ?? pickle.name,
      description: node?.description ?? '',
      tags: [...(node?.tags ?? []), ...(row?.tags ?? [])],
      theme,
      rule: node?.rule ? sharedHeading(node.rule, document) : null,
      example: row?.cells ?? [],
      plan: this.#stepsOf(testCase, pickle, nodes, line),
      attempts: [],
    };
  }

  #stepsOf(testCase: messages.TestCase, pickle: messages.Pickle, nodes: FeatureNodes, scenarioLine: number): PlannedStep[] {
    const matches = new Map(testCase.testSteps.map((step) => [step.pickleStepId, step.stepDefinitionIds]));
    const isFilledIn = pickle.astNodeIds.length > 1;
    return pickle.steps.map((step) => {
      const node = nodes.steps.get(step.astNodeIds[0] ?? '');
      const text = node && !isFilledIn ? node : this.#filledIn(step, node, scenarioLine);
      const definitions = this.#definitionsOf(matches.get(step.id) ?? []);
      return {
        keyword: text.keyword,
        text: text.text,
        line: text.line,
        table: text.table,
        docString: text.docString,
        written: node ?? text,
        purpose: PURPOSES[step.type ?? 'Unknown'] ?? 'unknown',
        fromBackground: node?.fromBackground ?? false,
        stanza: node?.stanza ?? '',
        definitions,
        advice: definitions.length === 0 ? this.#adviser.advise(step, text.keyword) : null,
      };
    });
  }

  /** A step of an outline, with the row of Exemplos in place of the columns. */
  #filledIn({ text, argument }: messages.PickleStep, node: StepText | undefined, scenarioLine: number): StepText {
    const { dataTable, docString } = argument ?? {};
    return {
      keyword: node?.keyword ?? '',
      text: this.#pool.keep(text),
      line: node?.line ?? scenarioLine,
      table: dataTable?.rows.map((row) => row.cells.map((cell) => this.#pool.keep(cell.value))) ?? null,
      docString: docString ? { mediaType: docString.mediaType ?? null, content: this.#pool.keep(docString.content) } : null,
    };
  }

  /** The same list for all steps that are matched alike. */
  #definitionsOf(ids: readonly string[]): readonly StepDefinitionPlace[] {
    const name = ids.join(' ');
    const known = this.#matches.get(name);
    if (known) return known;
    const definitions = ids.flatMap((id) => this.#definitions.get(id) ?? []);
    this.#matches.set(name, definitions);
    return definitions;
  }
}

const NO_NODES: FeatureNodes = { scenarios: new Map(), rows: new Map(), steps: new Map() };

const PURPOSES: Readonly<Record<string, PlannedStep['purpose']>> = { Context: 'prepare', Action: 'act', Outcome: 'look' };

function sharedHeading(rule: RuleHeading, { rules }: Document): RuleHeading {
  const identity = `${rule.line} ${rule.name}`;
  const known = rules.get(identity);
  if (!known) rules.set(identity, rule);
  return known ?? rule;
}

function textOf({ plan }: Scenario): string {
  return JSON.stringify(plan.map(({ keyword, text, table, docString }) => [keyword, text, table, docString]));
}

/** The runner may shuffle; reports keep the order of the files. */
function insertSorted<T>(items: T[], item: T, compare: (one: T, other: T) => number): void {
  let index = items.length;
  while (index > 0 && compare(items[index - 1] as T, item) > 0) index -= 1;
  items.splice(index, 0, item);
}

/** The main file of a journey first, then its themes. */
function inOrder(one: Scenario, other: Scenario): number {
  if (one.uri === other.uri) return one.line - other.line;
  if (!one.theme || !other.theme) return one.theme ? 1 : -1;
  return byPath(one.uri, other.uri);
}

function byPath(one: string, other: string): number {
  return one.localeCompare(other, 'pt-BR', { numeric: true });
}
