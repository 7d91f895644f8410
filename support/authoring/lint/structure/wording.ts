import type { FeatureSource } from '../../source/feature-source';
import type { Mark, Problem } from '../draft';
import { stepLikeness } from '../keywords/step-shape';
import { fragmentMark, keywordMark, nameMark } from '../marks';
import { featureOf, scenariosOf, stepsOf } from './tree';

const MARKED = /`[^`]*`|"[^"]*"|<[^<>]*>/g;
const DUTY = /(?<![\p{L}-])(?:devo|deve|devem|devemos|deveria|deveriam|deverá|deverão)(?![\p{L}-])/iu;
const INFINITIVE = /^(?:que )?(?:eu )?(?:já )?(?:não )?(\p{L}+(?:ar|er|ir|por|pôr))(?![\p{L}-])/iu;
/** Words that end like an infinitive and are none. */
const NO_VERBS = new Set([
  'par',
  'lugar',
  'mar',
  'bar',
  'lar',
  'mulher',
  'qualquer',
  'sequer',
  'super',
  'por',
  'vapor',
  'ar',
  'dólar',
  'celular',
]);

/** Steps that order or wish where the suite tells what happens; they would be undefined, and this says why. */
export function checkWording(source: FeatureSource): Problem[] {
  const feature = featureOf(source);
  if (feature === null) return [];
  return stepsOf(feature).flatMap(({ text, location: { line } }): Problem[] => {
    const bare = text.replace(MARKED, (marked) => ' '.repeat(marked.length));
    const duty = DUTY.exec(bare)?.[0];
    if (duty !== undefined) return [{ ...wordMark(source, line, duty), rule: 'dever', ...DUTY_WORDS }];
    const verb = INFINITIVE.exec(bare)?.[1];
    if (verb === undefined || NO_VERBS.has(verb.toLowerCase())) return [];
    return [
      {
        ...wordMark(source, line, verb),
        rule: 'infinitivo',
        sentence: `"${verb}" está no infinitivo; um passo conta o que acontece, no presente.`,
        remedy: 'Escreva, por exemplo, "executo", "anoto", "fica pausada", e não "executar", "anotar", "ficar pausada".',
      },
    ];
  });
}

const DUTY_WORDS = {
  sentence: 'Um passo conta o que acontece, e não o que deve acontecer.',
  remedy: 'Escreva, por exemplo, "a API responde 200", e não "a API deve responder 200".',
};

function wordMark(source: FeatureSource, line: number, word: string): Mark {
  return fragmentMark(source.lines[line - 1] ?? '', line, word, nameMark(source, line).start);
}

/** Items of a Markdown list in the description of a scenario: with `*`, Gherkin takes them for steps. */
export function checkBullets(source: FeatureSource): Problem[] {
  const feature = featureOf(source);
  if (feature === null) return [];
  return scenariosOf(feature).flatMap(({ scenario: { steps } }) => {
    const first = steps.findIndex(({ keyword }) => keyword !== '* ');
    const leading = first < 0 ? steps : steps.slice(0, first);
    return leading
      .filter(({ text }) => stepLikeness(text) === 'none')
      .map(({ text, location: { line } }) => ({
        ...keywordMark(source, line),
        rule: 'asterisco',
        sentence: 'Com "*", este item de lista é um passo para o Cucumber, e ninguém o conhece.',
        remedy: `Escreva: - ${text}`,
      }));
  });
}

/** A heading of Markdown in a description: to Gherkin it is a comment, and it appears in no document. */
export function checkHeadings(source: FeatureSource): Problem[] {
  return source.tokens.flatMap((token): Problem[] => {
    if (token?.kind !== 'comment') return [];
    const [, marks = '', title = ''] = /^\s*(#{1,6}) +(\S.*)$/.exec(token.text) ?? [];
    if (marks === '' || !isInDescription(source, token.line)) return [];
    if (marks.length === 1 && !isAmongProse(source, token.line)) return [];
    return [
      {
        ...fragmentMark(source.lines[token.line - 1] ?? '', token.line, `${marks} ${title}`.trimEnd()),
        rule: 'titulo-markdown',
        sentence: 'Uma linha que começa com # é um comentário do Gherkin: este título não aparece na documentação.',
        remedy: `Escreva: **${title.trim()}**`,
      },
    ];
  });
}

function isAmongProse({ tokens }: FeatureSource, line: number): boolean {
  let next = line;
  while (next < tokens.length && (tokens[next]?.kind === 'comment' || tokens[next]?.text === '')) next += 1;
  const { kind, owner } = tokens[next] ?? {};
  return kind === 'text' && (owner === 'feature' || owner === 'rule');
}

function isInDescription({ tokens }: FeatureSource, line: number): boolean {
  let index = line - 2;
  while (index >= 0 && (tokens[index]?.kind === 'comment' || tokens[index]?.kind === 'empty')) index -= 1;
  const before = tokens[index];
  return before?.kind === 'feature' || before?.kind === 'rule' || (before?.kind === 'text' && before.owner !== 'doc-string');
}
