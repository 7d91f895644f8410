import type { Draft, Problem } from '../draft';
import { keywordMark } from '../marks';
import { keywordKind, type TitleKind } from './keywords';

const NO_FEATURE = /expected: #EOF, #Language|expected: #TagLine, #FeatureLine/;

/** What to say of a good keyword that stands where Gherkin does not take it. */
const MISPLACED: Readonly<Record<TitleKind | 'step' | 'tags' | 'table', readonly [sentence: string, remedy: string]>> = {
  feature: [
    'Um arquivo tem uma só Funcionalidade, e esta é a segunda.',
    'Passe esta jornada para um arquivo dela; se é um assunto da mesma, escreva "Regra:".',
  ],
  background: [
    'O Contexto vem antes do primeiro cenário, uma vez só e sem tags: o Cucumber não aceita este.',
    'Leve estes passos para o Contexto do começo da Funcionalidade ou da Regra, ou para dentro do cenário.',
  ],
  rule: [
    'Uma Regra não cabe aqui: falta antes dela a linha "Funcionalidade:".',
    'Escreva "Funcionalidade: …" antes da primeira Regra.',
  ],
  scenario: [
    'Um cenário não cabe aqui: falta antes dele a linha "Funcionalidade:".',
    'Escreva "Funcionalidade: …" antes do primeiro cenário.',
  ],
  examples: [
    'Estes Exemplos não pertencem a nenhum cenário.',
    'Escreva-os depois dos passos de um "Esquema do Cenário:"; se é um cenário, escreva "Cenário:".',
  ],
  step: ['Este passo não pertence a nenhum cenário.', 'Escreva antes dele a linha "Cenário: …".'],
  tags: [
    'Esta tag não vale aqui: tags ficam na linha de cima de uma Funcionalidade, Regra, Cenário ou Exemplos.',
    'Leve-a para lá.',
  ],
  table: ['Esta linha de tabela não pertence a nenhum passo.', 'Escreva a tabela logo depois do passo que a usa.'],
};

/** A line that is good Gherkin in the wrong place, refused by the parser; null when it is no keyword at all. */
export function misplaced(draft: Draft, line: number, text: string, message: string): Problem | null {
  const kind = keywordKind(text);
  if (kind === null) return null;
  const { start } = keywordMark(draft.meant, line);
  const word = /^[^\s:]+(?: do Cenário| de Fundo)?:?/.exec(text.slice(start))?.[0] ?? text.slice(start);
  const mark = { line, start, end: start + word.length };
  if (NO_FEATURE.test(message) && kind !== 'feature') {
    return {
      ...mark,
      rule: 'sem-funcionalidade',
      sentence: 'Falta a linha "Funcionalidade:", e sem ela o Cucumber não entende o arquivo.',
      remedy: 'Escreva antes desta linha: Funcionalidade: Jornada N - Nome da jornada',
    };
  }
  const [sentence, remedy] = MISPLACED[kind];
  return { ...mark, rule: 'fora-do-lugar', sentence, remedy };
}
