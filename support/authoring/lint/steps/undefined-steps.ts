import type { UnknownStep } from '../../../shared/vocabulary/advice';
import { adviceText } from '../../../shared/vocabulary/advice-text';
import { placeOf } from '../../../shared/vocabulary/definition';
import type { Vocabulary } from '../../../shared/vocabulary/vocabulary';
import type { Finding } from '../../finding';
import { placeOfStep } from './place';
import type { ScenarioContext, ScenarioStep } from './scenario-steps';

/** Steps that no definition recognises, or more than one. */
export function unrecognisedSteps({ feature, steps, vocabulary }: ScenarioContext): Finding[] {
  return steps.flatMap((step): Finding[] => {
    if (step.matches.length === 1) return [];
    const place = placeOfStep(feature, step.node);
    return step.matches.length === 0
      ? [{ ...place, ...undefinedStep(step, vocabulary) }]
      : [{ ...place, ...ambiguousStep(step) }];
  });
}

type Said = Pick<Finding, 'rule' | 'sentence' | 'remedy'>;

function undefinedStep({ text, node, row, purpose }: ScenarioStep, vocabulary: Vocabulary): Said {
  const filled = row && text !== node.text ? ` Com a linha ${row.line} de Exemplos, ele fica: "${text}".` : '';
  return {
    rule: 'passo-indefinido',
    sentence: `Nenhum passo da suíte se escreve assim.${filled}`,
    remedy: remedyOf({ keyword: node.keyword.trim(), text, purpose, attached: null }, vocabulary),
  };
}

const remedies = new WeakMap<Vocabulary, Map<string, string>>();

/** A step of the Contexto comes again with every scenario; looking for the nearest takes a while. */
function remedyOf(step: UnknownStep, vocabulary: Vocabulary): string {
  const known = remedies.get(vocabulary) ?? new Map<string, string>();
  remedies.set(vocabulary, known);
  const name = [step.keyword, step.purpose, step.text].join(' ');
  const { adviceFor } = require('../../../shared/vocabulary/advice') as typeof import('../../../shared/vocabulary/advice');
  const remedy = known.get(name) ?? adviceText(adviceFor(step, vocabulary));
  known.set(name, remedy);
  return remedy;
}

function ambiguousStep({ matches }: ScenarioStep): Said {
  return {
    rule: 'passo-ambiguo',
    sentence: `${matches.length} passos da suíte se escrevem assim, e não se sabe qual é.`,
    remedy: [
      'Escreva de um jeito que só um deles reconheça, ou peça a quem programa que os separe:',
      ...matches.map(({ definition }) => `  ${definition.expression}  (${placeOf(definition)})`),
    ].join('\n'),
  };
}
