/**
 * What became of a scenario. `flaky`: an attempt failed and a later one passed. `broken`: it failed by what stands around it (a hook
 * before it, a backend out of reach, a process that died), so that nothing is known of what it promises. `not-run`: nobody started it.
 * `unfinished`: its end has not been heard of (yet).
 */
export type Outcome =
  | 'passed'
  | 'flaky'
  | 'failed'
  | 'broken'
  | 'undefined'
  | 'ambiguous'
  | 'pending'
  | 'skipped'
  | 'not-run'
  | 'unfinished';

/** The seven groups every total is made of; each scenario is in exactly one. */
export type Group = 'passed' | 'flaky' | 'failed' | 'undefined' | 'broken' | 'skipped' | 'not-run';

/** How something is coloured; words and shapes say the same. */
export type Mood = 'good' | 'bad' | 'warn' | 'plain';

interface OutcomeFacts {
  readonly group: Group;
  /** Each outcome has its own, so that nothing depends on colour. A group has the shape of the outcome it is named after. */
  readonly shape: string;
  /** What is said of one scenario. */
  readonly word: string;
  /** In `states` of a recorded run; `.` there stands for a scenario that was not in the run. */
  readonly letter: string;
  /** When a scenario has this outcome, for a legend. */
  readonly rule: string;
}

/** All that is said of an outcome, wherever it is shown. */
export const OUTCOMES: Readonly<Record<Outcome, OutcomeFacts>> = {
  passed: {
    group: 'passed',
    shape: '✔',
    word: 'passou',
    letter: 'p',
    rule: 'Todos os passos foram executados e nenhum falhou, na primeira tentativa.',
  },
  flaky: {
    group: 'flaky',
    shape: '~',
    word: 'instável',
    letter: 'y',
    rule: 'Falhou em uma tentativa e passou em outra, sem que nada mudasse entre elas. Conta à parte: nem passou, nem falhou.',
  },
  failed: {
    group: 'failed',
    shape: '✘',
    word: 'falhou',
    letter: 'f',
    rule: 'Um passo não se confirmou na última tentativa: o que está prometido não é o que aconteceu.',
  },
  broken: {
    group: 'broken',
    shape: '⊘',
    word: 'sem ambiente',
    letter: 'b',
    rule: 'Falhou pelo que está em volta, antes de se saber da promessa: a preparação não deu certo, o backend não respondeu, faltou uma ferramenta.',
  },
  undefined: {
    group: 'undefined',
    shape: '?',
    word: 'passo sem definição',
    letter: 'u',
    rule: 'Está escrito, mas ao menos um passo ainda não tem automação. Faz a execução falhar.',
  },
  ambiguous: {
    group: 'failed',
    shape: '≠',
    word: 'passo ambíguo',
    letter: 'a',
    rule: 'Mais de uma automação reconhece o mesmo passo, e não se sabe qual vale. Conta como falha.',
  },
  pending: {
    group: 'undefined',
    shape: '…',
    word: 'passo pendente',
    letter: 'd',
    rule: 'A automação de um passo existe, mas ainda está por fazer. Conta como não automatizado.',
  },
  skipped: {
    group: 'skipped',
    shape: '-',
    word: 'pulado',
    letter: 's',
    rule: 'Não foi executado de propósito, e o motivo está com o cenário. Não conta como falha.',
  },
  'not-run': {
    group: 'not-run',
    shape: '∅',
    word: 'não rodou',
    letter: 'n',
    rule: 'Foi escolhido para a execução, mas ninguém chegou a começá-lo.',
  },
  unfinished: {
    group: 'broken',
    shape: '✘',
    word: 'sem fim',
    letter: 'x',
    rule: 'Começou e não se sabe como acabou: o processo que o rodava morreu. Conta como sem ambiente.',
  },
};

interface GroupFacts {
  /** It keeps the run from being good: what cucumber-js exits 1 for, and what has no end. */
  readonly isFailure: boolean;
  readonly mood: Mood;
  /** Of a column or a legend. */
  readonly title: string;
  /** What is said of one scenario. */
  readonly one: string;
  /** What is said of a journey. */
  readonly journey: string;
}

/** All that is said of a group, wherever it is shown; in the order of the columns of a table. */
export const GROUPS: Readonly<Record<Group, GroupFacts>> = {
  passed: { isFailure: false, mood: 'good', title: 'Passaram', one: 'passou', journey: 'passou' },
  flaky: { isFailure: false, mood: 'warn', title: 'Instáveis', one: 'instável', journey: 'instável' },
  failed: { isFailure: true, mood: 'bad', title: 'Falharam', one: 'falhou', journey: 'falhou' },
  undefined: { isFailure: true, mood: 'bad', title: 'Não automatizados', one: 'não automatizado', journey: 'não automatizada' },
  broken: { isFailure: true, mood: 'bad', title: 'Sem ambiente', one: 'sem ambiente', journey: 'sem ambiente' },
  skipped: { isFailure: false, mood: 'plain', title: 'Pulados', one: 'pulado', journey: 'pulada' },
  'not-run': { isFailure: false, mood: 'warn', title: 'Não rodaram', one: 'não rodou', journey: 'não rodou' },
};

/** The groups in the order of the columns of a table. */
export const ALL_GROUPS = Object.keys(GROUPS) as readonly Group[];

/** What needs attention, worst first: neither a promise kept nor one that was left out on purpose. */
export const URGENT_GROUPS: readonly Group[] = ['failed', 'broken', 'undefined', 'not-run', 'flaky'];

/** From worst to best: a journey is in the first group that any of its scenarios is in; skipped only when nothing else happened. */
export const WORST_FIRST: readonly Group[] = [...URGENT_GROUPS, 'passed', 'skipped'];

/** From the foot of a stacked bar to its top: what is good and plenty carries what needs to be seen. */
export const FOOT_TO_TOP: readonly Group[] = ['passed', 'skipped', ...URGENT_GROUPS.toReversed()];
