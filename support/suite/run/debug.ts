import type { CommandEvidence } from '../../shared/messages/evidence';
import { visible } from '../../shared/visible';
import { replyStory } from '../command/story';
import type { Exchange } from '../wire/exchange';

/** `DEBUG=1`: a command, its exchanges and its output, on stderr as they happen. Secrets are out of it already. */
export function printCommand({ command, role, argv, exitCode, durationMs, stdout, stderr, exchanges }: CommandEvidence): void {
  const lines = [
    `── ${role}: ${command}`,
    `   ${argv.join(' ')}`,
    ...exchanges.map(
      ({ kind, method, path, operationId, status }) =>
        `   ${method} ${path} → ${status ?? 'sem resposta'} (${kind === 'discovery' ? 'descrição da API' : (operationId ?? 'fora do contrato')})`,
    ),
    `   código ${exitCode} em ${durationMs} ms`,
    ...indented(stdout),
    ...indented(stderr),
  ];
  process.stderr.write(`${visible(lines.join('\n'))}\n`);
}

/** `DEBUG=1`: a request of the suite itself, on stderr. */
export function printExchange(exchange: Exchange): void {
  process.stderr.write(`── suíte: ${visible(replyStory(exchange))}\n`);
}

function indented(text: string): string[] {
  return text.trimEnd() === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => `   │ ${line}`);
}
