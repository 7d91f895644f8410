import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readRun } from '../read-run';
import { Probe } from '../testing/probe';
import { encoded, rendered } from '../testing/rendered';
import { journeysMarkdown } from './journeys-markdown';

const NOW = new Date('2026-03-01T12:00:00Z');

const PLANTED: readonly string[] = [
  '<img src=x onerror="window.hacked=1"></td></table><script>1</script>',
  '[aqui](javascript:alert(1)) ![x](http://evil.example) www.evil.example a@evil.example',
  '**negrito** _itálico_ ~~riscado~~ ``` ` &lt;b&gt; &amp; [^1]',
  '- [ ] tarefa | coluna | --- |',
];

/** A suite that has the texts in every place a feature can put them. */
function planted(texts: readonly string[]): Record<string, string> {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const [first = ''] = texts;
  const scenarios = texts.map(
    (text, index) => `
  Regra: ${text}
    ${text}

    Contexto: ${text}
      Dado que ${text}

    Cenário: ${index} ${text}
      ${text}
      Quando faço ${text}:
        | campo | ${cell(text)} |
        | ${cell(text)} | x |
      E digo ${text}:
        """
        ${text}
        \`\`\`
        # título
        """
      Então falha ${text}

    Esquema do Cenário: ${index} esquema ${text}
      Quando ${text} "<${index}a>"

      Exemplos:
        | ${index}a | ${cell(text)} |
        | ${cell(text)} | 1 |
`,
  );
  return {
    'features/01.feature': `# language: pt
@criticidade-<b>
Funcionalidade: Jornada 1 - ${first}
  ${texts.join('\n  ')}

  Contexto:
    Dado que ${first}

  @jornada
  Cenário: ${first}
    # 1. ${first}
    Quando executo \`dumont ${first.replaceAll('`', '')}\`
    Então a API responde 200
    E vejo ${first}
${scenarios.join('')}`,
    'steps/steps.cjs': `
const { Given, When, Then } = require('@cucumber/cucumber');
When(/^(faço|digo) (.*):$/, (word, text, more) => {});
Then(/^falha (.*)$/, (text) => { throw new Error(text + '\\n\`\`\`\\n# fora\\n' + text); });
Then('a API responde 200', () => {});
Then(/^(que|vejo|executo) .*$/, () => {});
`,
  };
}

async function skeletonAndText(texts: readonly string[]): Promise<{ tags: string[]; text: string }> {
  const probe = new Probe(planted(texts));
  try {
    await probe.run();
    const run = await readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
    const [text = ''] = texts;
    run.runInfo = {
      target: text,
      cli: text,
      commit: text,
      branch: text,
      dirty: true,
      release: text,
      repository: text,
      environment: text,
      whole: true,
      shard: null,
    };
    const html = await rendered(journeysMarkdown(run, { now: NOW }));
    return { tags: html.match(/<[^>]*>/g) ?? [], text: html };
  } finally {
    probe.remove();
  }
}

test('hostile text planted everywhere breaks no element of the document and is shown as it is', async () => {
  const hostile = await skeletonAndText(PLANTED);
  const harmless = await skeletonAndText(PLANTED.map(() => 'texto'));
  assert.deepEqual(hostile.tags, harmless.tags);
  for (const text of PLANTED) {
    const shown = hostile.text.split(encoded(text)).length - 1;
    assert.ok(shown >= 12, `${text}: ${shown}`);
  }
});
