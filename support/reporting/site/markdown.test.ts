import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../../shared/html';
import { markdown } from './markdown';

const made = (text: string): string => render(markdown(text));

test('plain text is a paragraph', () => {
  assert.equal(made('Quem entra vê a própria conta.\nE mais nada.'), '<p>Quem entra vê a própria conta.\nE mais nada.</p>');
  assert.equal(made(' \n'), '');
});

test('lists, emphasis, code, links and tables are understood', () => {
  assert.equal(made('Não vê **nada**.'), '<p>Não vê <strong>nada</strong>.</p>');
  assert.match(made('- um\n- dois'), /<ul>\s*<li>um<\/li>\s*<li>dois<\/li>\s*<\/ul>/);
  assert.match(made('1. um\n2. dois'), /<ol>/);
  assert.match(made('um\n\ndois'), /<p>um<\/p>\s*<p>dois<\/p>/);
  assert.match(
    made('`dumont` em [casa](https://dumont.example)'),
    /<code>dumont<\/code> em <a href="https:\/\/dumont.example">casa<\/a>/,
  );
  assert.match(made('| a | b |\n|---|---|\n| 1 | 2 |'), /<table>[\s\S]*<td>2<\/td>/);
});

test('HTML and addresses of programs do nothing', () => {
  for (const text of [
    '<img src=x onerror=alert(1)> *a*',
    '<script>alert(1)</script>\n\n*a*',
    '*a* <b onclick="x()">b</b> <!-- c -->',
    '</p></main><script>alert(1)</script>',
  ]) {
    assert.doesNotMatch(made(text), /<(img|script|b|!--|\/main)/);
  }
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '&#106;avascript:alert(1)',
  ]) {
    assert.match(made(`[a](${address})`), /<a href="">a<\/a>/);
  }
});

test('a description brings neither headings nor anything that would load', () => {
  assert.doesNotMatch(made('# Título\n\nOutro\n=====\n\n### Mais'), /<h\d/);
  assert.doesNotMatch(made('![foto](https://dumont.example/x.png) ![a][b]\n\n[b]: https://dumont.example/y.png'), /<img/);
  assert.doesNotMatch(made('nota[^1]\n\n[^1]: pé\n\n- [x] feito'), /<(section|sup|h2|input)/);
});

test('control characters are seen', () => {
  assert.equal(made('*a* \u001b[31m'), '<p><em>a</em> ␛[31m</p>');
  assert.equal(made('a\u0007b'), '<p>a␇b</p>');
});
