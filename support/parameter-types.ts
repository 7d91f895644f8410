import { defineParameterType } from '@cucumber/cucumber';
import { AGGREGATE_PATTERN } from './suite/language/aggregates';
import { CONDITION_PATTERNS, parseCondition } from './suite/language/conditions';
import { FILES_PATTERN, readFileNames } from './suite/language/file-names';
import { MIGRATION_STEP_PATTERN, readMigrationStep } from './suite/language/migration-steps';
import { parseQuantity, QUANTITY_PATTERN } from './suite/language/quantities';
import { readView, VIEW_PATTERN } from './suite/resources/account-views';
import { OFFER_PATTERN, readOfferWish } from './suite/resources/offers';
import { RESOURCE_PATTERNS, readResource } from './suite/resources/reading';
import { SITUATIONS } from './suite/resources/situations';
import { DEPENDENCY_PATTERN, STATE_PATTERN } from './suite/targets/dependencies';
import { DEFECT_PATTERN } from './suite/targets/faulty-tokens';
import { REQUIREMENTS } from './suite/targets/requirements';

defineParameterType({ name: 'comando', regexp: /`([^`]+)`/, transformer: (command: string) => command });

defineParameterType({ name: 'memória', regexp: /<([^<>\s]+)>/, transformer: (name: string) => name });

defineParameterType({
  name: 'condição',
  regexp: CONDITION_PATTERNS.map((pattern) => new RegExp(pattern)),
  transformer: parseCondition,
});

defineParameterType({ name: 'quantidade', regexp: new RegExp(QUANTITY_PATTERN), transformer: parseQuantity });

defineParameterType({ name: 'agregado', regexp: new RegExp(AGGREGATE_PATTERN), transformer: (aggregate: string) => aggregate });

defineParameterType({ name: 'ordem', regexp: /crescente|decrescente/, transformer: (order: string) => order });

defineParameterType({
  name: 'recurso',
  regexp: RESOURCE_PATTERNS.map((pattern) => new RegExp(pattern)),
  transformer: readResource,
});

defineParameterType({ name: 'arquivos', regexp: new RegExp(FILES_PATTERN), transformer: readFileNames });

defineParameterType({ name: 'acervo', regexp: new RegExp(VIEW_PATTERN), transformer: readView });

defineParameterType({
  name: 'situação',
  regexp: new RegExp([...SITUATIONS].sort((one, other) => other.length - one.length).join('|')), // the longest first: one may begin another
  transformer: (situation: string) => situation,
});

defineParameterType({ name: 'oferta', regexp: new RegExp(OFFER_PATTERN), transformer: readOfferWish });

defineParameterType({
  name: 'requisito',
  regexp: new RegExp(Object.keys(REQUIREMENTS).join('|')),
  transformer: (requirement: string) => requirement,
});

defineParameterType({ name: 'defeito', regexp: new RegExp(DEFECT_PATTERN), transformer: (defect: string) => defect });

defineParameterType({
  name: 'dependência',
  regexp: new RegExp(DEPENDENCY_PATTERN),
  transformer: (dependency: string) => dependency,
});

defineParameterType({ name: 'avaria', regexp: new RegExp(STATE_PATTERN), transformer: (state: string) => state });

defineParameterType({ name: 'etapa', regexp: new RegExp(MIGRATION_STEP_PATTERN), transformer: readMigrationStep });

defineParameterType({ name: 'movimento', regexp: /crescem|param de crescer/, transformer: (movement: string) => movement });
