import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encoded, rendered } from '../testing/rendered';
import { code, fence, oneLine, paragraphs, prose } from './escape';
import { table } from './table';

const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</td></table><script>alert(1)</script>',
  '<!-- comentário -->',
  '[aqui](javascript:alert(1))',
  '![imagem](http://evil.example/x.png)',
  '[nota][1] e [^1]',
  '[1]: http://evil.example',
  'http://evil.example e https://evil.example/a?b=c&d',
  'www.evil.example e alguem@evil.example e mailto:a@b.example',
  '<http://evil.example>',
  '&lt;b&gt; &amp; &#60; &copy;',
  'a | b',
  'a \\| b \\\\| c \\',
  '|---|',
  ':---',
  '`código` e ``dois`` e ```três',
  '```',
  '~~~ e ~~riscado~~',
  '**negrito** __negrito__ *itálico* _itálico_ ***x***',
  '# título',
  '## título ##',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '2) item',
  '> citação',
  '> [!NOTE] nota',
  '===',
  '---',
  '***',
  '___',
  '- [ ] tarefa',
  'instance_id e <instance_id> e __init__ e _a',
  '    recuado',
  'a\tb',
  'primeira\nsegunda\n\n# terceira\r\n- quarta',
  'fim com espaços  ',
  'fim com barra\\',
  '\u001b[31mvermelho\u001b[0m \u0000 \u0085',
  'US$ 1,00 e $x^2$',
  'a < b > c',
  'ação "entre aspas"',
];

const PLACES: Readonly<Record<string, [(text: string) => string, (html: string) => string]>> = {
  'a paragraph': [prose, (html) => `<p>${html}</p>`],
  'a heading': [(text) => `## ${prose(text)}`, (html) => `<h2>${html}</h2>`],
  'an item': [(text) => `- ${prose(text)}`, (html) => `<ul>\n<li>${html}</li>\n</ul>`],
  'the middle of a paragraph': [(text) => `**Nome:** ${prose(text)}`, (html) => `<p><strong>Nome:</strong> ${html}</p>`],
  'a cell': [(text) => table(['a', 'b'], [[prose(text), 'fim']]), (html) => cells(html)],
};

function cells(html: string): string {
  return `<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>${html}</td>\n<td>fim</td>\n</tr>\n</tbody>\n</table>`;
}

for (const [place, [written, expected]] of Object.entries(PLACES)) {
  test(`text shows exactly itself in ${place}, whatever it looks like`, async () => {
    for (const text of [...HOSTILE, ...noise(600)]) {
      assert.equal((await rendered(written(text))).trim(), expected(encoded(oneLine(text))), JSON.stringify(text));
    }
  });
}

test('a command shows exactly itself as code, in a paragraph and in a cell', async () => {
  for (const text of [...HOSTILE, ...noise(600)]) {
    const shown = encoded(oneLine(text));
    assert.equal((await rendered(code(text))).trim(), `<p><code>${shown}</code></p>`, JSON.stringify(text));
    const cell = (await rendered(table(['a', 'b'], [[code(text, 'cell'), 'fim']]))).trim();
    assert.ok([cells(`<code>${shown}</code>`), cells(shown)].includes(cell), JSON.stringify([text, cell]));
  }
});

test('only what has both a backslash and a bar cannot be code in a cell', () => {
  assert.equal(code('dumont a|b', 'cell'), '`dumont a\\|b`');
  assert.equal(code('dumont a\\|b', 'cell'), 'dumont a\\\\\\|b');
});

test('nothing in a fence can end it', async () => {
  for (const text of ['```\n# fora', '````\n```\n~~~', 'a\n\n    b', '<script>', ...noise(200)]) {
    const shown = text.replaceAll('\u0000', '␀');
    assert.equal(
      (await rendered(fence(text, 'bash'))).trim(),
      `<pre><code class="language-bash">${encoded(shown)}\n</code></pre>`,
    );
  }
});

test('control characters become visible in a fence', () => {
  assert.equal(fence('a\u001b[31m\r\nb'), '```\na␛[31m\nb\n```');
});

test('blank lines part paragraphs and nothing else does', async () => {
  assert.equal(await rendered(paragraphs('um\ndois\n\n# três\n\n\n')), '<p>um dois</p>\n<p># três</p>');
});

test('what means nothing stays as it is, so that the file reads well', () => {
  assert.equal(
    prose('o campo "id" é <instance_id>, 100 % (US); veja 1.2'),
    'o campo "id" é \\<instance_id>, 100 % (US); veja 1.2',
  );
});

/** Strings of what Markdown gives a meaning to, the same in every run. */
function noise(amount: number): string[] {
  const alphabet = [...'\\`*_[]()<>#+-.!|~&@:/=$^"\'a1 ', '\n', 'http://', 'www.', '&lt;', '|-', 'x@y.z', '**', '```'];
  let seed = 42;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: amount }, () =>
    `x${Array.from({ length: 1 + next(9) }, () => alphabet[next(alphabet.length)]).join('')}`.slice(next(2)),
  ).filter((text) => text.trim() !== '');
}
