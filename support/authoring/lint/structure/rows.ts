import type { FeatureSource } from '../../source/feature-source';
import type { Problem } from '../draft';
import { lineMark } from '../marks';

/** Rows that do not end with a bar: what stands after the last one is lost, without a word. */
export function checkRows({ tokens, lines }: FeatureSource): Problem[] {
  return tokens.flatMap((token): Problem[] => {
    if (token?.kind !== 'table') return [];
    const text = (lines[token.line - 1] ?? '').trimEnd();
    if (/(?<!\\)(?:\\\\)*\|$/.test(text)) return [];
    return [
      {
        ...lineMark(text, token.line),
        rule: 'tabela-aberta',
        sentence: 'Falta a | do fim desta linha da tabela, e o que vem depois da última | se perde.',
        remedy: `Escreva: ${text.trim()} |`,
      },
    ];
  });
}
