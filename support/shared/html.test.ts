import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, joined, preText, raw, render } from './html';

test('text that comes in through a hole is text, in content and in attributes', () => {
  const hostile = `<img src=x onerror="a">'&amp;`;
  assert.equal(
    render(html`<p title="${hostile}">${hostile}</p>`),
    '<p title="&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp;amp;">&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp;amp;</p>',
  );
});

test('HTML goes into HTML as it is, lists are joined, nothing leaves nothing', () => {
  const items = ['a<', 2].map((item) => html`<li>${item}</li>`);
  assert.equal(render(html`<ul>${items}</ul>${null}${undefined}${false}${''}${0}`), '<ul><li>a&lt;</li><li>2</li></ul>0');
  assert.equal(render(joined([html`<b>x</b>`, '<', raw('<br>')])), '<b>x</b>&lt;<br>');
});

test('what only looks like HTML from outside is not taken for it', () => {
  const impostor = { markup: '<script>' } as unknown as string;
  assert.throws(() => render(html`${impostor}`));
});

test('control characters can neither act nor vanish', () => {
  assert.equal(render(html`${'a\u001b[2J\u0000\r\nb\tc\u009b'}`), 'a␛[2J␀\nb\tc\\x9b');
  assert.equal(render(preText('a\u001b[2J')), '\na␛[2J');
});

test('preformatted text keeps its quotes and the line break it begins with', () => {
  assert.equal(render(html`<pre>${preText('\n{"a": \'</pre>&lt;\'}')}</pre>`), `<pre>\n\n{"a": '&lt;/pre&gt;&amp;lt;'}</pre>`);
});
