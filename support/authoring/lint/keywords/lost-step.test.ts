import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suiteFeatures } from '../../../testing/suite-features';
import { readFeature } from '../../source/feature-source';
import { checkText } from '../check-text';
import { featureOf, stepsOf } from '../structure/tree';

/** Every step of the journeys, as somebody might write it without the shift key; once each. */
function lowerCaseSteps(): string[] {
  const steps = suiteFeatures().flatMap((source) => {
    const feature = featureOf(source);
    return feature ? stepsOf(feature).map(({ keyword, text }) => `${keyword.toLowerCase()}${text}`) : [];
  });
  return [...new Set(steps)];
}

const rulesOf = (text: string): string[] =>
  checkText([readFeature('uma.feature', text)]).map(({ rule, line }) => `${rule} ${line}`);

test('every step of the journeys is found where it is lost in the description of a scenario', () => {
  const steps = lowerCaseSteps();
  assert.ok(steps.length > 500);
  const missed = steps.filter((step) => {
    const text = `# language: pt\nFuncionalidade: Uma\n\n  Cenário: primeiro\n    ${step}\n    Quando executo \`dumont health list\`\n`;
    return !rulesOf(text).includes('passo 5');
  });
  assert.deepEqual(missed, []);
});

test('every step of the journeys is found where it stands outside of a scenario', () => {
  const steps = lowerCaseSteps();
  const missed = steps.filter((step) => {
    const text = `# language: pt\nFuncionalidade: Uma\n  ${step}\n\n  Cenário: primeiro\n    Quando executo \`dumont health list\`\n`;
    return !rulesOf(text).includes('passo 3');
  });
  assert.deepEqual(missed, []);
});

test('a description that ends like a sentence is none of it, whatever is in it', () => {
  for (const prose of [
    'quando a GPU cai, a CPU continua no ar.',
    'e o campo "status" diz a verdade.',
    'mas `dumont instance delete` não tem volta!',
    'então executo `dumont health list`, e pronto.',
  ]) {
    const text = `# language: pt\nFuncionalidade: Uma\n\n  Cenário: primeiro\n    ${prose}\n\n    Quando executo \`dumont health list\`\n`;
    assert.deepEqual(rulesOf(text), [], prose);
  }
});
