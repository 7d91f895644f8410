import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../../shared/html';
import type { CommandEvidence } from '../../shared/messages/evidence';
import { textBox, transcript } from './command';

const RUN: CommandEvidence = {
  command: 'dumont auth login <email> <password>',
  role: 'documented',
  argv: ['dumont', 'auth', 'login', 'ana@example.com', '***'],
  exitCode: 0,
  durationMs: 55,
  stdout: '{\n  "token": "***"\n}\n',
  stderr: '',
  exchanges: [],
};

function shown(over: Partial<CommandEvidence> = {}, outputs = true): string {
  return render(transcript({ ...RUN, ...over }, outputs ? 'all' : 'short'));
}

function typedIn(markup: string): string {
  const [, typed = ''] = /<code class="typed">(.*?)<\/code>/.exec(markup) ?? [];
  return typed.replace(/<[^>]*>/g, '');
}

test('a command is shown as it was run, quotes only where a shell needs them', () => {
  const argv = ['dumont', 'instance', 'create', 'gpu_name=RTX 4090', 'max_price=0.50', "label=l'eau", ''];
  assert.equal(
    typedIn(shown({ argv })),
    'dumont instance create &#39;gpu_name=RTX 4090&#39; max_price=0.50 &#39;label=l&#39;\\&#39;&#39;eau&#39; &#39;&#39;',
  );
});

test('what was replaced because it is secret is marked wherever it stands', () => {
  const mark = '<abbr title="segredo trocado antes de ser guardado">***</abbr>';
  const exchanges = [
    {
      kind: 'call' as const,
      method: 'POST',
      path: '/x?key=***',
      operationId: 'x',
      status: 200,
      request: '{"password":"***"}',
      durationMs: 4,
    },
  ];
  assert.equal(shown({ exchanges }).split(mark).length - 1, 4);
});

test('how a command ended is said, also when it did not', () => {
  assert.match(shown({ exitCode: 3 }), /código de saída 3 · 55 ms/);
  assert.match(shown({ exitCode: null }), /sem código de saída/);
});

test('an exchange says what was asked and what came back', () => {
  const exchange = {
    kind: 'call' as const,
    method: 'GET',
    path: '/x',
    operationId: null,
    status: null,
    request: null,
    durationMs: null,
  };
  assert.match(
    shown({ exchanges: [exchange] }),
    /1 pedido à API[\s\S]*<code>GET \/x<\/code> ficou sem resposta · fora do contrato/,
  );
  assert.match(
    shown({ exchanges: [{ ...exchange, status: 409, operationId: 'pauseInstance', durationMs: 12 }, exchange] }),
    /2 pedidos à API[\s\S]*respondeu 409 em 12 ms · operação <code>pauseInstance<\/code>/,
  );
  assert.match(
    shown({ exchanges: [{ ...exchange, kind: 'discovery', path: '/openapi.json', status: 200 }] }),
    /<code>GET \/openapi\.json<\/code> respondeu 200 · descrição da API, de que a CLI tira os seus comandos/,
  );
});

test('long outputs that are left out leave a word about it; empty ones leave nothing', () => {
  assert.match(shown({ stdout: 'é'.repeat(1000) }, false), /Saída de 2\.000 bytes deixada de fora deste arquivo/);
  assert.match(shown({ stdout: 'pronto' }, false), /<pre lang="en">\npronto<\/pre>/);
  assert.doesNotMatch(shown({ stdout: ' \n', stderr: '' }), /<pre/);
  assert.match(shown({ stderr: 'ai\n' }), /Saída de erros \(stderr\)[\s\S]*<pre lang="en">\nai<\/pre>/);
});

test('only a long text scrolls, and then by keyboard, with a name', () => {
  assert.equal(render(textBox('uma linha', 'Saída', { english: false })), '<pre>\numa linha</pre>');
  assert.match(
    render(textBox('x\n'.repeat(40), 'Saída', { english: true })),
    /^<pre class="long" lang="en" tabindex="0" role="group" aria-label="Saída">/,
  );
});

test('on paper a long answer is told by its first lines, and how many more there are', () => {
  const stdout = Array.from({ length: 100 }, (_, line) => `linha ${line + 1}`).join('\n');
  const shown = render(transcript({ ...RUN, stdout }, 'head'));
  assert.match(shown, /linha 60\b/);
  assert.doesNotMatch(shown, /linha 61\b/);
  assert.match(shown, /E mais 40 linhas, na documentação em páginas\./);
});
