import { table } from '../shared/table';
import { OPERATORS, type OperatorName, type Verdict } from './mutant';

/** Equivalent mutants may be so many of all, at most. */
export const EQUIVALENT_SHARE = 0.03;

/** How many mutants there were and what became of them. */
export interface Tally {
  total: number;
  killed: number;
  survived: number;
  equivalent: number;
  invalid: number;
  /** Changes that changed nothing: not counted in the total. */
  void: number;
}

export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const tally: Tally = { total: 0, killed: 0, survived: 0, equivalent: 0, invalid: 0, void: 0 };
  for (const { fate } of verdicts) {
    tally[fate] += 1;
    if (fate !== 'void') tally.total += 1;
  }
  return tally;
}

/** Why the run is not good, one Portuguese sentence each; none when every mutant was noticed. */
export function failures(verdicts: readonly Verdict[]): string[] {
  const { total, survived, invalid, equivalent } = tallyOf(verdicts);
  return [
    ...(survived > 0 ? [`${survived === 1 ? 'um mutante sobreviveu' : `${survived} mutantes sobreviveram`}.`] : []),
    ...(invalid > 0 ? [`de ${invalid === 1 ? 'um mutante' : `${invalid} mutantes`} nada se pode concluir.`] : []),
    ...(equivalent > total * EQUIVALENT_SHARE && total >= 1 / EQUIVALENT_SHARE
      ? [`os equivalentes (${equivalent}) passam de ${EQUIVALENT_SHARE * 100} % dos mutantes.`]
      : []),
  ];
}

/** The whole result for a terminal: who is left and why, then the figures by operator and journey. */
export function summary(verdicts: readonly Verdict[]): string {
  return [leftovers(verdicts), figures(verdicts), byWhat(verdicts)].filter((part) => part !== '').join('\n\n');
}

function leftovers(verdicts: readonly Verdict[]): string {
  const left = verdicts.filter(({ fate }) => fate === 'survived' || fate === 'invalid');
  return left
    .map(({ mutant, fate, note, kill }) => {
      const where =
        mutant.kind === 'wire'
          ? `jornada ${mutant.journey}, passo ${mutant.step}: ${mutant.command}`
          : `jornada ${mutant.journey}`;
      const why = kill ? `${note}: ${kill.scenario}, "${kill.step}"` : note;
      return `${fate === 'survived' ? 'SOBREVIVEU' : 'INVÁLIDO'}  ${mutant.id}\n  ${where}\n  ${OPERATORS[mutant.operator]}: ${mutant.what}\n  ${why}`;
    })
    .join('\n\n');
}

/** Killed of total for each operator in each journey, then the sums. */
function figures(verdicts: readonly Verdict[]): string {
  const journeys = [...new Set(verdicts.map(({ mutant }) => mutant.journey))].sort((one, other) => one - other);
  const operators = (Object.keys(OPERATORS) as OperatorName[]).filter((name) =>
    verdicts.some(({ mutant }) => mutant.operator === name),
  );
  const row = (title: string, of: readonly Verdict[]): string[] => {
    const { total, killed, survived, equivalent, invalid, void: unchanged } = tallyOf(of);
    return [
      title,
      ...journeys.map((journey) => cell(of.filter(({ mutant }) => mutant.journey === journey))),
      ...[total, killed, survived, equivalent, invalid, unchanged].map(String),
    ];
  };
  const right = (title: string) => ({ title, align: 'right' as const });
  return table(
    [
      { title: 'operador', align: 'left' },
      ...journeys.map((journey) => right(`J${journey}`)),
      ...['total', 'mortos', 'vivos', 'equiv.', 'inválidos', 'sem efeito'].map(right),
    ],
    [
      ...operators.map((name) =>
        row(
          OPERATORS[name],
          verdicts.filter(({ mutant }) => mutant.operator === name),
        ),
      ),
      row('todos', verdicts),
    ],
  ).join('\n');
}

function cell(verdicts: readonly Verdict[]): string {
  const { total, killed } = tallyOf(verdicts);
  return total === 0 ? '·' : killed === total ? String(total) : `${killed}/${total}`;
}

const WHAT = {
  step: 'por um passo',
  unexpected: 'por um erro de que nenhum passo fala',
  contract: 'só pelo contrato',
} as const;

function byWhat(verdicts: readonly Verdict[]): string {
  const killed = verdicts.filter(({ fate }) => fate === 'killed');
  const parts = (Object.keys(WHAT) as (keyof typeof WHAT)[]).map(
    (by) => `${killed.filter(({ kill }) => kill?.by === by).length} ${WHAT[by]}`,
  );
  return killed.length === 0 ? '' : `Mortos: ${parts.join(', ')}.`;
}
