import type { Examples, Scenario, Step } from '@cucumber/messages';
import { distance, plain } from '../../../shared/spelling';
import { indexOfGherkinColumn } from '../../source/columns';
import type { FeatureSource } from '../../source/feature-source';
import type { Mark, Problem } from '../draft';
import { fragmentMark, lineMark } from '../marks';
import { columnsOf, featureOf, scenariosOf } from './tree';

const NAME = /<([^<>]+)>/g;
/** Where a placeholder is given its value. */
const STORED = /como <([^<>]+)>/g;
/** Where a placeholder stands for a thing of the account. */
const RESOURCE = /(?:instância|snapshot|job|oferta|GPU|treino|migração) <([^<>]+)>/g;
/** Where a step makes the thing it names, and the placeholder with it. */
const MADE = /(?:tenho|existe) (?:a|o|uma|um) [^<>]*<([^<>]+)>/g;
const MACHINE_NAME = /_id\b|^ID\b|_ID\b/;

/** Columns of Exemplos: named by no placeholder, used, and written like they are named. */
export function checkColumns(source: FeatureSource): Problem[] {
  const feature = featureOf(source);
  if (feature === null) return [];
  const scenarios = scenariosOf(feature);
  const memory = new Set(
    scenarios.flatMap(({ scenario }) => (scenario.examples.length > 0 ? [] : placeholdersOf(scenario.steps))),
  );
  return scenarios.flatMap(({ scenario, before }) =>
    scenario.examples.length === 0 ? [] : ofOutline(source, scenario, before, memory),
  );
}

function ofOutline(source: FeatureSource, scenario: Scenario, before: readonly Step[], memory: ReadonlySet<string>): Problem[] {
  const columns = new Set(scenario.examples.flatMap((examples) => columnsOf(examples).map(({ value }) => value)));
  if (columns.size === 0) return [];
  const stored = new Set([...namesIn(before, STORED), ...namesIn(before, MADE), ...namesIn(scenario.steps, STORED)]);
  const made = new Set(namesIn(scenario.steps, MADE));
  const uses = usesOf(source, scenario);
  const misspelt = uses.flatMap((use) => {
    if (columns.has(use.name) || stored.has(use.name) || made.has(use.name)) return [];
    const meant = [...columns].find((column) => isNear(use.name, column));
    return meant === undefined ? [] : [{ use, meant }];
  });
  const used = new Set([...uses.map(({ name }) => name), ...misspelt.map(({ meant }) => meant)]);
  const asResource = new Set(namesIn(scenario.steps, RESOURCE));
  return [
    ...misspelt.map(({ use, meant }) => ({
      ...use.mark,
      rule: 'coluna-errada',
      sentence: `Não há coluna <${use.name}> nos Exemplos: o passo receberia "<${use.name}>" como está.`,
      remedy: `Escreva: <${meant}>`,
    })),
    ...scenario.examples.flatMap((examples) => [
      ...ofHeader(source, examples),
      ...columnsOf(examples).flatMap(({ value, location }): Problem[] => {
        const mark = cellMark(source, location, value);
        const clash = stored.has(value) || (memory.has(value) && (MACHINE_NAME.test(value) || asResource.has(value)));
        if (clash) return [{ ...mark, rule: 'coluna-anotada', ...clashWith(value) }];
        return value === '' || used.has(value) ? [] : [{ ...mark, rule: 'coluna-sem-uso', ...unused(value) }];
      }),
    ]),
  ];
}

function clashWith(value: string): Pick<Problem, 'sentence' | 'remedy'> {
  return {
    sentence: `Neste arquivo, <${value}> é um valor anotado por um passo; com uma coluna deste nome, vale a coluna, e ninguém percebe.`,
    remedy: 'Dê outro nome à coluna.',
  };
}

function unused(value: string): Pick<Problem, 'sentence' | 'remedy'> {
  return {
    sentence: `Ninguém usa a coluna "${value}": os casos que só ela distingue são o mesmo caso.`,
    remedy: `Escreva <${value}> no nome do cenário ou em um passo, ou apague a coluna.`,
  };
}

function ofHeader(source: FeatureSource, examples: Examples): Problem[] {
  const cells = columnsOf(examples);
  return cells.flatMap(({ value, location }, index): Problem[] => {
    if (value === '') {
      const mark = lineMark(source.lines[location.line - 1] ?? '', location.line);
      return [
        {
          ...mark,
          rule: 'coluna-sem-nome',
          sentence: 'Uma das colunas destes Exemplos não tem nome.',
          remedy: 'Dê um nome a ela.',
        },
      ];
    }
    if (cells.findIndex((cell) => cell.value === value) === index) return [];
    const sentence = `Já há uma coluna "${value}" nestes Exemplos: os valores desta nunca são usados.`;
    return [{ ...cellMark(source, location, value), rule: 'coluna-repetida', sentence, remedy: 'Dê outro nome a uma das duas.' }];
  });
}

interface Use {
  readonly name: string;
  readonly mark: Mark;
}

/** The names between `<` and `>` in the name and the steps of an outline, tables and texts included. */
function usesOf(source: FeatureSource, scenario: Scenario): Use[] {
  const onLine = (line: number): Use[] => {
    const text = source.lines[line - 1] ?? '';
    return [...text.matchAll(NAME)].map(([whole, name = '']) => ({ name, mark: fragmentMark(text, line, whole) }));
  };
  return [scenario.location.line, ...scenario.steps.flatMap(linesOf)].flatMap(onLine);
}

function linesOf({ location, dataTable, docString }: Step): number[] {
  const rows = dataTable?.rows.map((row) => row.location.line) ?? [];
  const text = docString
    ? Array.from({ length: docString.content.split('\n').length + 1 }, (_, index) => docString.location.line + index)
    : [];
  return [location.line, ...rows, ...text];
}

function placeholdersOf(steps: readonly Step[]): string[] {
  return [...namesIn(steps, STORED), ...namesIn(steps, MADE), ...namesIn(steps, RESOURCE)];
}

function namesIn(steps: readonly Step[], pattern: RegExp): string[] {
  return steps.flatMap(({ text }) => (text.includes('<') ? [...text.matchAll(pattern)].map(([, name = '']) => name) : []));
}

function isNear(written: string, column: string): boolean {
  const [one, other] = [plain(written).replace(/[\s_-]+/g, ' '), plain(column).replace(/[\s_-]+/g, ' ')];
  if (one.trim() === other.trim()) return true;
  return Math.min(one.length, other.length) >= 4 && distance(one, other) <= (column.length >= 8 ? 2 : 1);
}

function cellMark({ lines }: FeatureSource, { line, column }: { line: number; column?: number }, value: string): Mark {
  const text = lines[line - 1] ?? '';
  const start = indexOfGherkinColumn(text, column ?? 1);
  return { line, start, end: start + Math.max(1, value.length) };
}
