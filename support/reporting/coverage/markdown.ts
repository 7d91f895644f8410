import { count } from '../../shared/words';
import { code, prose } from '../markdown/escape';
import { type Gaps, gapsOf, SHOWN } from './gaps';
import type { Coverage } from './model';
import { COLUMNS, type Row, rowsOf, totalRow } from './rows';
import { coverageSentences } from './sentences';

/** `cobertura.md`: the coverage of a run as a document of its own (GitHub's Markdown), the same bytes for the same run. */
export function coverageMarkdown(coverage: Coverage): string {
  const blocks = [
    '# Cobertura',
    ...coverage.caveats.map((caveat) => `> ${prose(caveat)}`),
    bullets(coverageSentences(coverage).map(prose)),
    ...(coverage.journeys.length > 0 ? journeysPart(coverage) : []),
    ...gapsPart(coverage),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function journeysPart(coverage: Coverage): string[] {
  const differences = coverage.journeys.flatMap(({ name, difference }) =>
    difference === null ? [] : [`**${prose(name)}**: ${prose(difference)}`],
  );
  if (coverage.total.difference !== null) differences.push(`**Total**: ${prose(coverage.total.difference)}`);
  return [
    '## Por jornada',
    'À esquerda, o que o documento diz de si (seção "Métricas de Cobertura", que se dá 100 %); ao lado, o que a execução mediu.',
    table([{ name: COLUMNS[0], cells: COLUMNS.slice(1) }, ...rowsOf(coverage), totalRow(coverage)]),
    ...(differences.length > 0 ? ['### Por que as contas diferem', bullets(differences)] : []),
  ];
}

function gapsPart(coverage: Coverage): string[] {
  const gaps = gapsOf(coverage);
  return [
    ...part(
      'Comandos do contrato que ninguém executou',
      gaps.operations.map((name) => code(name)),
    ),
    ...part('Parâmetros e campos que ninguém enviou aos comandos executados', fieldLines(gaps.parameters)),
    ...part('Campos de que não se sabe', fieldLines(gaps.unknown)),
    ...part('Respostas de erro que ninguém recebeu dos comandos executados', statusLines(gaps.errors)),
    ...part('Comandos de que se olhou só o status, ou nada', weakLines(gaps.weak)),
    ...part('Respostas que o contrato não prevê', statusLines(gaps.surprises)),
    ...part(
      'Pedidos fora do contrato',
      coverage.outside.map(({ method, path, times }) => `${code(`${method} ${path}`)}: ${count(times, 'vez', 'vezes')}`),
    ),
  ];
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${title}`, bullets(lines)] : [];
}

function fieldLines(fields: Gaps['parameters']): string[] {
  return fields.map(({ operation, names }) => `${code(operation)}: ${names.map((name) => code(name)).join(', ')}`);
}

function statusLines(statuses: Gaps['errors']): string[] {
  return statuses.map(
    ({ status, operations }) =>
      `**${status}**, em ${count(operations.length, 'comando', 'comandos')}: ${operations.map((name) => code(name)).join(', ')}`,
  );
}

function weakLines(weak: Gaps['weak']): string[] {
  const shown = weak.slice(0, SHOWN).map(({ command, place, remark }) => `${code(command)}, em ${prose(place)}: ${remark}`);
  return weak.length > SHOWN ? [...shown, `e mais ${count(weak.length - SHOWN, 'comando', 'comandos')}`] : shown;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function table([head, ...rows]: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(prose).join(' | ')} |`;
  const rule = `|---|${head?.cells.map(() => '---:').join('|')}|`;
  return [line([head?.name ?? '', ...(head?.cells ?? [])]), rule, ...rows.map(({ name, cells }) => line([name, ...cells]))].join(
    '\n',
  );
}
