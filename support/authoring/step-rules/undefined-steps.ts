import type { Finding } from '../finding';
import type { StepDefinition } from '../vocabulary/definition';
import { placeOf } from '../vocabulary/definition';
import { nearest } from '../vocabulary/nearest';
import type { Vocabulary } from '../vocabulary/vocabulary';
import { plain } from '../vocabulary/words';
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
    remedy: whatWasMeant(text, node.keyword.trim(), purpose, vocabulary),
  };
}

/** What to write in place of a step that does not exist: the nearest ones, or where to look for one. */
export function whatWasMeant(text: string, keyword: string, purpose: ScenarioStep['purpose'], vocabulary: Vocabulary): string {
  const near = nearest(text, vocabulary, purpose);
  const [first] = near;
  if (!first) {
    return 'Procure um passo que sirva com `npm run steps -- palavra`; se não houver, peça a quem programa que o faça.';
  }
  return [
    'Você quis dizer:',
    ...near.map(({ text: meant }) => `  ${keyword} ${meant}`),
    ...closedValues(first.definition, text),
  ].join('\n');
}

/** The values of a parameter that takes only some, when the text has none of them. */
function closedValues({ parameters }: StepDefinition, text: string): string[] {
  const written = plain(text);
  return parameters
    .filter(({ values }) => values.length > 0 && !values.some((value) => written.includes(plain(value))))
    .map(({ name, values }) => `em lugar de {${name}} cabe: ${values.join(', ')}`);
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
