import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { readRun } from '../read-run';
import { Probe } from '../testing/probe';
import { byOutline, byRule } from './groups';
import { scenariosOf } from './outcome';
import type { Scenario } from './run';

const FEATURE = `# language: pt
Funcionalidade: Jornada 1 - Grupos

  Cenário: Sozinho
    Dado que vale 1

  Regra: Uma

    Esquema do Cenário: Valer
      Dado que vale <valor>

      Exemplos:
        | valor |
        | 2     |
        | 3     |

      Exemplos: com outra coluna
        | valor | motivo |
        | 4     | sim    |

      @sandbox
      Exemplos: com uma tag
        | valor |
        | 5     |

    Esquema do Cenário: Valer
      Dado que vale <valor>

      Exemplos:
        | valor |
        | 6     |
`;

const probe = new Probe({
  'features/01_grupos.feature': FEATURE,
  'steps/steps.cjs': "const { Given } = require('@cucumber/cucumber'); Given('que vale {int}', function () {});",
});
let scenarios: Scenario[];
before(async () => {
  await probe.run();
  scenarios = scenariosOf(readRun([path.join(probe.folder, 'reports/messages.ndjson')]));
});
after(() => probe.remove());

const texts = (group: readonly Scenario[]): string => group.map(({ plan }) => plan[0]?.text.replace('que vale ', '')).join();

test('scenarios stand under their Regra, those without one together', () => {
  const groups = byRule(scenarios).map(({ rule, scenarios: members }) => `${rule?.name ?? '-'}: ${texts(members)}`);
  assert.deepEqual(groups, ['-: 1', 'Uma: 2,3,4,5,6']);
});

test('the rows of an outline are one table only where columns and tags agree, and twins by name are two', () => {
  assert.deepEqual(byOutline(scenarios).map(texts), ['1', '2,3', '4', '5', '6']);
});
