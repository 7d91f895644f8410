import { count } from '../../shared/words';
import type { Coverage } from './model';

/** The table of journeys, the same in Markdown and HTML: the document's figures beside the measured ones. */
export const COLUMNS = [
  'Jornada',
  'Comandos no documento',
  'Comandos executados',
  'Comandos verificados',
  'Endpoints no documento',
  'Operações usadas',
  'Comandos das regras',
] as const;

export interface Row {
  name: string;
  /** One for each column after the first; `–` where the document has no figure. */
  cells: readonly string[];
}

/** A row for each journey. */
export function rowsOf({ journeys }: Coverage): Row[] {
  return journeys.map(({ name, own, rules, operations, document }) => ({
    name,
    cells: [
      document?.commands,
      own.executed,
      verified(own.asserted, own.statusOnly),
      document?.endpoints,
      operations.own.length,
      of(rules.executed, rules.promised),
    ].map(cell),
  }));
}

/** The row below them. Operations are counted once each: it is not the sum of the column. */
export function totalRow({ total: { own, rules, operations, document } }: Coverage): Row {
  return {
    name: 'Total',
    cells: [
      document.commands,
      own.executed,
      verified(own.asserted, own.statusOnly),
      document.endpoints,
      count(operations.own, 'distinta', 'distintas'),
      of(rules.executed, rules.promised),
    ].map(cell),
  };
}

function verified(asserted: number, statusOnly: number): string {
  return statusOnly > 0 ? `${cell(asserted)} (${cell(statusOnly)} só pelo status)` : cell(asserted);
}

function of(some: number, all: number): string {
  return some === all ? cell(all) : `${cell(some)} de ${cell(all)}`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '–';
  return typeof value === 'number' ? value.toLocaleString('pt-BR') : value;
}
