import type { Group } from '../model/outcome';

/** From the foot of a stacked bar to its top: what is good and plenty carries what needs to be seen. */
export const GROUPS: readonly Group[] = ['passed', 'skipped', 'not-run', 'flaky', 'undefined', 'broken', 'failed'];

/** What is neither a promise kept nor one that was left out on purpose. */
export const TROUBLES: readonly Group[] = ['not-run', 'flaky', 'undefined', 'broken', 'failed'];

/** A group of scenarios as the title of a column or a legend. */
export const GROUP_TITLES: Readonly<Record<Group, string>> = {
  passed: 'Passaram',
  flaky: 'Instáveis',
  failed: 'Falharam',
  undefined: 'Não automatizados',
  broken: 'Sem ambiente',
  skipped: 'Pulados',
  'not-run': 'Não rodaram',
};

/** What is said of one scenario in a group. */
export const GROUP_OF_ONE: Readonly<Record<Group, string>> = {
  passed: 'passou',
  flaky: 'instável',
  failed: 'falhou',
  undefined: 'não automatizado',
  broken: 'sem ambiente',
  skipped: 'pulado',
  'not-run': 'não rodou',
};
