import type { Outcome } from '../model/outcome';
import type { StepStatus } from '../model/run';
import { OUTCOME_WORDS } from '../text/explain';
import type { Badge, Kind } from './view';

const SHAPES: Readonly<Record<Kind, string>> = {
  passed: '✔',
  failed: '✘',
  flaky: '~',
  skipped: '–',
  'not-run': '∅',
  plain: '·',
};

const STEP_WORDS: Readonly<Record<StepStatus, string>> = {
  PASSED: 'passou',
  FAILED: 'falhou',
  SKIPPED: 'não executado',
  PENDING: 'pendente',
  UNDEFINED: 'sem definição',
  AMBIGUOUS: 'ambíguo',
  UNKNOWN: 'não executado',
  RUNNING: 'sem fim',
  WAITING: 'não executado',
};

/** The look of a scenario's (or a journey's) outcome. */
export function outcomeBadge(outcome: Outcome): Badge {
  const kind = outcomeKind(outcome);
  return { kind, shape: SHAPES[kind], word: OUTCOME_WORDS[outcome] };
}

/** The look of one step. */
export function stepBadge(status: StepStatus): Badge {
  const kind = stepKind(status);
  return { kind, shape: SHAPES[kind], word: STEP_WORDS[status] };
}

function outcomeKind(outcome: Outcome): Kind {
  switch (outcome) {
    case 'passed':
    case 'flaky':
    case 'skipped':
    case 'not-run':
      return outcome;
    default:
      return 'failed';
  }
}

function stepKind(status: StepStatus): Kind {
  switch (status) {
    case 'PASSED':
      return 'passed';
    case 'SKIPPED':
    case 'UNKNOWN':
    case 'WAITING':
      return 'skipped';
    default:
      return 'failed';
  }
}
