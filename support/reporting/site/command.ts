import { type Fragment, type Html, html, raw } from '../../shared/html';
import type { CommandEvidence, ExchangeEvidence } from '../../shared/messages/evidence';
import { count, duration } from '../../shared/words';
import { masked, maskedOutput } from './marks';

/** In bytes: a short answer takes hardly more room than the word that it is missing. */
const WORTH_OMITTING = 300;
const LONG_LINES = 16;
const LONG_TEXT = 1600;
const LINES_ON_PAPER = 60;
const IN_ENGLISH = raw(' lang="en"');

/** How much of what a command said is shown: all; what fits on paper, the rest counted; only what is short. */
export type Outputs = 'all' | 'head' | 'short';

/** A command as a terminal would have shown it: what was typed, how it ended, what it said; what went over the wire is folded. */
export function transcript(run: CommandEvidence, outputs: Outputs): Html {
  const ended = run.exitCode === null ? 'sem código de saída' : `código de saída ${run.exitCode}`;
  return html`<figure class="command"><figcaption><code class="typed">${masked(typed(run))}</code>
<span class="ended">${ended} · ${duration(run.durationMs)}</span></figcaption>${
    outputs !== 'short' || sizeOf(run) <= WORTH_OMITTING
      ? [stream(run.stdout, 'Saída', null, outputs), stream(run.stderr, 'Erros', 'Saída de erros (stderr)', outputs)]
      : omitted(run)
  }${exchanges(run.exchanges)}</figure>`;
}

/** Text in a box that scrolls by keyboard when it is long. @param name its accessible name */
export function textBox(text: string, name: string, { english }: { english: boolean }): Html {
  const language = english && IN_ENGLISH;
  if (!isLong(text)) return html`<pre${language}>${maskedOutput(text)}</pre>`;
  return html`<pre class="long"${language} tabindex="0" role="group" aria-label="${name}">${maskedOutput(text)}</pre>`;
}

/** The line as it was run; quotes only where a shell would need them. */
function typed({ argv, command }: CommandEvidence): string {
  return argv.length === 0 ? command : argv.map(word).join(' ');
}

function word(text: string): string {
  if (text !== '' && !/[\s'"\\$`|&;(){}]/.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function stream(text: string, name: string, title: string | null, outputs: Outputs): Fragment {
  if (text.trim() === '') return null;
  const lines = outputs === 'head' ? text.trimEnd().split('\n') : [];
  const hidden = lines.length - LINES_ON_PAPER;
  return [
    title && html`<p class="stream">${title}</p>`,
    textBox(hidden > 0 ? lines.slice(0, LINES_ON_PAPER).join('\n') : text.trimEnd(), name, { english: true }),
    hidden > 0 && html`<p class="omitted">E mais ${count(hidden, 'linha', 'linhas')}, na documentação em páginas.</p>`,
  ];
}

function omitted(run: CommandEvidence): Html {
  return html`<p class="omitted">Saída de ${count(sizeOf(run), 'byte', 'bytes')} deixada de fora deste arquivo.</p>`;
}

function sizeOf({ stdout, stderr }: CommandEvidence): number {
  return Buffer.byteLength(stdout) + Buffer.byteLength(stderr);
}

function exchanges(all: readonly ExchangeEvidence[]): Fragment {
  if (all.length === 0) return null;
  return html`<details class="fold"><summary>${count(all.length, 'pedido à API', 'pedidos à API')}</summary><ul class="exchanges">${all.map(
    exchange,
  )}</ul></details>`;
}

function exchange({ kind, method, path, operationId, status, request, durationMs }: ExchangeEvidence): Html {
  const reply = status === null ? 'ficou sem resposta' : `respondeu ${status}`;
  const took = durationMs === null ? '' : ` em ${duration(durationMs)}`;
  return html`<li><code>${masked(`${method} ${path}`)}</code> ${reply}${took} · ${
    kind === 'discovery'
      ? 'descrição da API, de que a CLI tira os seus comandos'
      : operationId === null
        ? 'fora do contrato'
        : html`operação <code>${operationId}</code>`
  }${request !== null && html`<p class="stream">Corpo enviado</p>${textBox(request, 'Corpo enviado', { english: true })}`}</li>`;
}

function isLong(text: string): boolean {
  if (text.length > LONG_TEXT) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= LONG_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines > LONG_LINES;
}
