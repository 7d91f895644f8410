import { dialects, GherkinClassicTokenMatcher } from '@cucumber/gherkin';
import GherkinLine from '@cucumber/gherkin/dist/src/GherkinLine';
import type IToken from '@cucumber/gherkin/dist/src/IToken';
import type { TokenType } from '@cucumber/gherkin/dist/src/Parser';
import type { TokenKind } from '../../source/token';

/** The kinds of lines that begin with a keyword and a colon. */
export type TitleKind = Extract<TokenKind, 'feature' | 'background' | 'rule' | 'scenario' | 'examples'>;

/** A word that opens a title, and what it should be. */
export interface TitleWord {
  readonly kind: TitleKind;
  /** As we write it: `Esquema do Cenário`. */
  readonly keyword: string;
  /** As it may have been written. */
  readonly word: string;
  /** A keyword of Gherkin in Portuguese, what people write in its place, or a keyword of Gherkin in English. */
  readonly origin: 'portuguese' | 'folk' | 'english';
}

const { pt, en } = dialects as Record<'pt' | 'en', NonNullable<(typeof dialects)[string]>>;

const of = (kind: TitleKind, keyword: string, words: readonly string[], origin: TitleWord['origin']): TitleWord[] =>
  words.map((word) => ({ kind, keyword, word, origin }));

const PORTUGUESE: readonly TitleWord[] = (
  [
    ['feature', pt.feature],
    ['background', pt.background],
    ['rule', pt.rule],
    ['scenario', pt.scenario],
    ['scenario', pt.scenarioOutline],
    ['examples', pt.examples],
  ] as const
).flatMap(([kind, words]) => words.flatMap((word) => of(kind, accented(word, words), [word], 'portuguese')));

/** All words that open a title or are taken for one, Portuguese first. */
export const TITLE_WORDS: readonly TitleWord[] = [
  ...PORTUGUESE,
  ...of('feature', 'Funcionalidade', ['Funcionalidades', 'Características', 'Recurso'], 'folk'),
  ...of('background', 'Contexto', ['Contextos', 'Fundos', 'Cenários de Fundo', 'Plano de Fundo'], 'folk'),
  ...of('rule', 'Regra', ['Regras', 'Regra de Negócio', 'Regras de Negócio'], 'folk'),
  ...of(
    'scenario',
    'Esquema do Cenário',
    [
      'Esquema de Cenário',
      'Esquema de Cenários',
      'Esquema dos Cenários',
      'Esquema do Cenários',
      'Esquema Cenário',
      'Esquemas do Cenário',
    ],
    'folk',
  ),
  ...of('feature', 'Funcionalidade', en.feature, 'english'),
  ...of('background', 'Contexto', en.background, 'english'),
  ...of('rule', 'Regra', en.rule, 'english'),
  ...of(
    'scenario',
    'Cenário',
    en.scenario.filter((word) => word !== 'Example'),
    'english',
  ),
  ...of('scenario', 'Esquema do Cenário', en.scenarioOutline, 'english'),
  ...of('examples', 'Exemplos', en.examples, 'english'),
];

/** Of a keyword that Gherkin knows with and without its accent, the one with it. */
function accented(word: string, all: readonly string[]): string {
  const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
  return all.find((other) => other !== bare(other) && bare(other) === bare(word)) ?? word;
}

/** Keywords of steps as we write them. */
export const STEP_WORDS: readonly string[] = ['Dado', 'Dada', 'Dados', 'Dadas', 'Quando', 'Então', 'E', 'Mas'];

/** Keywords of steps in English, and ours. */
export const ENGLISH_STEP_WORDS: ReadonlyMap<string, string> = new Map([
  ['given', 'Dado'],
  ['when', 'Quando'],
  ['then', 'Então'],
  ['and', 'E'],
  ['but', 'Mas'],
]);

const matcher = new GherkinClassicTokenMatcher('pt');

/** What Cucumber's own matcher takes a line for when it stands alone; null when it begins with no keyword. */
export function keywordKind(line: string): TitleKind | 'step' | 'tags' | 'table' | null {
  const token = { line: new GherkinLine(line, 1), location: { line: 1 } } as unknown as IToken<TokenType>;
  if (line.trimStart().startsWith('@')) return 'tags';
  if (matcher.match_FeatureLine(token)) return 'feature';
  if (matcher.match_BackgroundLine(token)) return 'background';
  if (matcher.match_RuleLine(token)) return 'rule';
  if (matcher.match_ScenarioLine(token)) return 'scenario';
  if (matcher.match_ExamplesLine(token)) return 'examples';
  if (matcher.match_StepLine(token)) return 'step';
  return line.trimStart().startsWith('|') ? 'table' : null;
}
