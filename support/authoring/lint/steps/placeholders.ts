import { nearestWord } from '../../../shared/spelling';
import { PLACEHOLDER } from '../../../suite/language/memory';
import type { Finding } from '../../finding';
import { storedBy } from './meanings';
import { placeInLine, placeOfPart } from './place';
import type { ScenarioContext, ScenarioStep } from './scenario-steps';

/** Placeholders that nothing before them notes down, in steps and in tables. */
export function unknownPlaceholders({ feature, steps }: ScenarioContext): Finding[] {
  const known = new Set<string>();
  const findings: Finding[] = [];
  steps.forEach((step, index) => {
    const stored = namesStoredBy(step);
    for (const name of namesUsedBy(step)) {
      if (known.has(name) || stored.has(name)) continue;
      const place = placeOfPart(feature, step.node, step.row, `<${name}>`);
      findings.push({ ...place, rule: 'anotacao-desconhecida', ...whatIsWrong(name, [...known], steps.slice(index + 1), step) });
      known.add(name); // told once
    }
    for (const name of stored) known.add(name);
  });
  return findings;
}

/** Columns of Exemplos that bear the name under which a step of the outline notes something down: every row would replace it. */
export function columnsNamedLikeNotes({ feature, steps, vocabulary }: ScenarioContext): Finding[] {
  const [first] = steps.filter(({ row }) => row !== undefined);
  if (!first?.row) return [];
  const { columns, headerLine } = first.row;
  const stored = new Set(steps.flatMap(({ node }) => vocabulary.match(node.text).flatMap(storedBy)));
  return columns
    .filter((column) => stored.has(column))
    .flatMap((column): Finding[] => {
      const place = placeInLine(feature, headerLine, column);
      if (!place) return [];
      return [
        {
          ...place,
          rule: 'coluna-com-nome-de-anotacao',
          sentence: `A coluna "${column}" toma o lugar do que um passo anota como <${column}>.`,
          remedy: 'Dê outro nome à coluna, ou à anotação.',
        },
      ];
    });
}

function namesUsedBy({ text, cells }: ScenarioStep): Set<string> {
  const parts = [text, ...cells].filter((part) => part.includes('<'));
  return new Set(parts.flatMap((part) => [...part.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')));
}

/** A step that is undefined is told as such: what it names counts as noted, so that one slip is one finding. */
function namesStoredBy(step: ScenarioStep): Set<string> {
  if (step.matches.length === 0) return namesUsedBy(step);
  return new Set(step.matches.flatMap(storedBy));
}

function whatIsWrong(
  name: string,
  known: readonly string[],
  after: readonly ScenarioStep[],
  { row }: ScenarioStep,
): Pick<Finding, 'sentence' | 'remedy'> {
  const later = after.find((step) => step.matches.length > 0 && namesStoredBy(step).has(name));
  if (later) {
    return {
      sentence: `<${name}> só é anotado depois, na linha ${later.node.location.line}.`,
      remedy: 'Anote antes de usar: troque a ordem dos passos.',
    };
  }
  const meant = nearestWord(name, [...known, ...(row?.columns ?? [])]);
  return {
    sentence: `Nenhum passo antes deste anota <${name}>.`,
    remedy: meant === undefined ? `Anote antes, por exemplo: E anoto o campo "id" como <${name}>` : `Você quis dizer <${meant}>?`,
  };
}
