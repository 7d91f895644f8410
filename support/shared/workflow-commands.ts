import { visible } from './visible';

/** What GitHub shows beside a workflow's step, at a line of a file when it has one. */
export interface Annotation {
  readonly file: string | null;
  readonly line: number | null;
  /** From 1; absent where the whole line is meant. */
  readonly column?: number;
  readonly title: string;
  readonly message: string;
}

/** `::error file=…,line=…,col=…,title=…::message`: one line, whatever it is about. */
export function workflowCommand(
  level: 'error' | 'warning' | 'notice',
  { file, line, column, title, message }: Annotation,
): string {
  const properties = [
    ...(file === null ? [] : [`file=${property(file)}`]),
    ...(file === null || line === null ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(',')}::${data(message)}`;
}

/** What ends a command or begins another is escaped, as GitHub's own toolkit does it. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
