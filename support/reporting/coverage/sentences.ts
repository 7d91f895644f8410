import { count } from '../../shared/words';
import type { CommandFigures, Coverage, StateFigures } from './model';

/** The whole coverage in a few sentences; absolute numbers, never a percentage. */
export function coverageSentences({ total }: Coverage): string[] {
  const { own, rules, operations, parameters, errorReplies } = total;
  return [
    own.promised > 0 && `Comandos das jornadas: ${commandSentence(own)}.`,
    rules.promised > 0 && `Comandos das regras: ${commandSentence(rules)}.`,
    `Operações do contrato: ${operations.documented} de ${operations.promised} exercitadas por comandos dos cenários, ${operations.own} delas pelas jornadas.`,
    `Parâmetros e campos: ${stateSentence(parameters, 'vistos')}.`,
    `Respostas de erro: ${stateSentence(errorReplies, 'vistas')}.`,
  ].filter((sentence) => sentence !== false);
}

/** `66 prometidos, 66 executados, 66 verificados (3 só pelo status)`. */
export function commandSentence({ promised, ran, executed, asserted, statusOnly }: CommandFigures): string {
  const local = ran - executed;
  const parts = [
    count(promised, 'prometido', 'prometidos'),
    `${count(executed, 'executado', 'executados')}${local > 0 ? ` e ${local} sem chegar à API` : ''}`,
    `${count(asserted, 'verificado', 'verificados')}${statusOnly > 0 ? ` (${statusOnly} só pelo status)` : ''}`,
  ];
  return parts.join(', ');
}

function stateSentence({ promised, exercised, never, unknown }: StateFigures, seen: string): string {
  const parts = [
    `${exercised.toLocaleString('pt-BR')} de ${promised.toLocaleString('pt-BR')} ${seen}`,
    never > 0 && `${never.toLocaleString('pt-BR')} nunca`,
    unknown > 0 && `de ${unknown.toLocaleString('pt-BR')} não se sabe`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}
