// @own-process: runs cucumber with steps of its own
import assert from 'node:assert/strict';
import path from 'node:path';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { width } from '../../shared/table';
import { Probe } from '../testing/probe';

const ERASE = '\r\u001b[K';
const COLUMNS = 60;

/** A terminal that tells the running steps when their line is on the screen. */
class Terminal extends Writable {
  readonly isTTY = true;
  readonly columns = COLUMNS;
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    if (this.text.includes('Quando executo')) process.emit('dumontLineSeen' as 'beforeExit', 0);
    done();
  }

  /** What stays on the screen: a line erased in place is gone. */
  screen(): string[] {
    return this.text.split('\n').map((line) => line.split(ERASE).at(-1) ?? '');
  }

  /** Everything that was ever drawn on the live line, without colour and wrapping codes. */
  drawn(): string[] {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of a terminal begin with ESC
    return [...this.text.matchAll(/\u001b\[\?7l(.*?)\u001b\[\?7h/gs)].map(([, line = '']) => line.replace(/\u001b\[\d+m/g, ''));
  }
}

test('on a terminal one line says what is running, never wider than the screen, and is gone at the end', async () => {
  const probe = new Probe(
    {
      'features/longa.feature': `# language: pt
Funcionalidade: Jornada 2 - Ciclo de vida
  Cenário: Um nome comprido o bastante para não caber na linha de um terminal estreito
    Quando executo \`dumont instance list\` com 日本語 e mais argumentos do que cabem
`,
      'steps/steps.cjs': `
const { When } = require('@cucumber/cucumber');
When(/^executo/, () => new Promise((resolve) => process.once('dumontLineSeen', resolve)));
`,
    },
    { format: [path.join(__dirname, 'formatter.cjs')] },
  );
  Object.assign(process.env, { TERM: 'xterm', NO_COLOR: '', DEBUG: '' });
  const terminal = new Terminal();
  const environment = { cwd: probe.folder, stdout: terminal };
  try {
    const { runConfiguration } = await loadConfiguration({ file: 'cucumber.json' }, environment);
    const { success } = await runCucumber(runConfiguration, environment);
    assert.ok(success, terminal.text);
  } finally {
    probe.remove();
  }

  assert.ok(
    terminal
      .drawn()
      .some((line) => line.startsWith('0/1  Jornada 2: Quando executo `dumont instance list`') && line.endsWith('…')),
    `drawn: ${terminal.drawn().join(' | ')}`,
  );
  for (const line of terminal.drawn()) assert.ok(width(line) < COLUMNS, line);
  const left = terminal.screen().join('\n');
  assert.match(left, /✔.*Jornada 2 ›.*Um nome comprido/);
  assert.doesNotMatch(left, /0\/1|1\/1|\?7l/);
});
