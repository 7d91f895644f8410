import type { Evidence } from '../cli/evidence';

/** `DEBUG=1`: a command, its exchanges and its output, on stderr as they happen. Secrets are out of it already. */
export function printCommand({ command, role, argv, exitCode, durationMs, stdout, stderr, exchanges }: Evidence): void {
  const lines = [
    `── ${role}: ${command}`,
    `   ${argv.join(' ')}`,
    ...exchanges.map(
      ({ method, path, operationId, status }) =>
        `   ${method} ${path} → ${status ?? 'sem resposta'} (${operationId ?? 'fora do contrato'})`,
    ),
    `   código ${exitCode} em ${durationMs} ms`,
    ...indented(stdout),
    ...indented(stderr),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}

function indented(text: string): string[] {
  return text.trimEnd() === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => `   │ ${line}`);
}
