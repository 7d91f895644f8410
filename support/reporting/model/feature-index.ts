import type * as messages from '@cucumber/messages';
import type { Background, Heading, RuleHeading, StepText } from './run';
import type { ScenarioKeys } from './scenario-key';
import { TextPool } from './text-pool';

/** What the text of the features says about the nodes that pickles point to (`astNodeIds`). */
export interface FeatureNodes {
  scenarios: Map<string, ScenarioNode>;
  rows: Map<string, RowNode>;
  steps: Map<string, StepNode>;
}

export interface ScenarioNode extends Heading {
  /** Of a scenario without Exemplos. */
  key: string;
  line: number;
  rule: RuleHeading | null;
}

export interface RowNode {
  key: string;
  line: number;
  tags: readonly string[];
  cells: readonly { column: string; value: string }[];
}

export interface StepNode extends StepText {
  fromBackground: boolean;
  stanza: string;
}

/**
 * Indexes one feature file by node id. Steps of an outline keep their `<columns>`: the pickle has the filled-in text.
 * @param keys that name its scenarios
 * @param pool where the same text, met again, is kept only once
 */
export function indexFeature(document: messages.GherkinDocument, keys: ScenarioKeys, pool: TextPool): FeatureNodes {
  const nodes: FeatureNodes = { scenarios: new Map(), rows: new Map(), steps: new Map() };
  const index: Indexing = { nodes, uri: document.uri ?? '', comments: document.comments, keys, pool };
  for (const child of document.feature?.children ?? []) {
    if (child.background) addSteps(index, child.background, true);
    if (child.scenario) addScenario(index, child.scenario, null);
    if (child.rule) addRule(index, child.rule);
  }
  return nodes;
}

interface Indexing {
  nodes: FeatureNodes;
  uri: string;
  comments: readonly messages.Comment[];
  keys: ScenarioKeys;
  pool: TextPool;
}

/** The Contexto of a feature or of a rule, as written; null when there is none. */
export function backgroundOf(children: readonly { background?: messages.Background }[]): Background | null {
  const background = children.find((child) => child.background)?.background;
  if (!background) return null;
  return {
    keyword: background.keyword,
    name: background.name,
    description: dedent(background.description),
    steps: background.steps.map((step) => stepText(step, new TextPool())),
  };
}

/** Keyword, name, description and own tags of a feature, rule or scenario. */
export function headingOf(node: messages.Feature | messages.Rule | messages.Scenario): Heading {
  return {
    keyword: node.keyword,
    name: node.name,
    description: dedent(node.description),
    tags: node.tags.map((tag) => tag.name),
  };
}

function addRule(index: Indexing, rule: messages.Rule): void {
  const heading: RuleHeading = { ...headingOf(rule), line: rule.location.line, background: backgroundOf(rule.children) };
  for (const child of rule.children) {
    if (child.background) addSteps(index, child.background, true);
    if (child.scenario) addScenario(index, child.scenario, heading);
  }
}

function addScenario(index: Indexing, scenario: messages.Scenario, rule: RuleHeading | null): void {
  const { nodes, uri, keys } = index;
  const keyOf = (example: RowNode['cells']): string => keys.for({ uri, rule, outline: scenario.name, example });
  const key = scenario.examples.length > 0 ? '' : keyOf([]);
  nodes.scenarios.set(scenario.id, { ...headingOf(scenario), key, line: scenario.location.line, rule });
  addSteps(index, scenario, false);
  for (const examples of scenario.examples) {
    const columns = examples.tableHeader?.cells.map((cell) => cell.value) ?? [];
    for (const row of examples.tableBody) {
      const cells = row.cells.map((cell, position) => ({ column: columns[position] ?? '', value: cell.value }));
      nodes.rows.set(row.id, { key: keyOf(cells), line: row.location.line, tags: examples.tags.map((tag) => tag.name), cells });
    }
  }
}

function addSteps(
  { nodes, comments, pool }: Indexing,
  owner: { location: messages.Location; steps: readonly messages.Step[] },
  fromBackground: boolean,
): void {
  let after = owner.location.line;
  for (const step of owner.steps) {
    const above = comments.filter(({ location }) => location.line > after && location.line < step.location.line);
    nodes.steps.set(step.id, {
      ...stepText(step, pool),
      fromBackground,
      stanza: pool.keep(above.map((comment) => comment.text.trim().replace(/^#+\s*/, '')).join('\n')),
    });
    after = lastLineOf(step);
  }
}

/** A comment between two rows of a step's table belongs to the table, not to the next step. */
function lastLineOf(step: messages.Step): number {
  if (step.dataTable) return Math.max(...step.dataTable.rows.map((row) => row.location.line));
  if (step.docString) return step.docString.location.line + step.docString.content.split('\n').length + 1;
  return step.location.line;
}

function stepText({ keyword, text, location, dataTable, docString }: messages.Step, pool: TextPool): StepText {
  return {
    keyword: pool.keep(keyword.trim()),
    text: pool.keep(text),
    line: location.line,
    table: dataTable?.rows.map((row) => row.cells.map((cell) => pool.keep(cell.value))) ?? null,
    docString: docString ? { mediaType: docString.mediaType ?? null, content: pool.keep(docString.content) } : null,
  };
}

/** Descriptions come with the indentation they have in the file: what all lines share is taken off. */
function dedent(text: string): string {
  const lines = text.replace(/\s+$/, '').split('\n');
  const shared = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(shared)).join('\n');
}
