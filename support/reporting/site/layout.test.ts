import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { html } from '../../shared/html';
import { age } from './age';
import { page } from './layout';

const SIMPLE = { title: 'Um <título>', section: 'passos', root: '', body: html`<h1>x</h1>`, footer: html`` } as const;

test('the policy of a page lets its own style and script through, and nothing else', () => {
  const document = page(SIMPLE);
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(document) ?? [];
  const inside = [...document.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/g)].map(
    ([, kind, text = '']) => `${kind} 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  assert.ok(inside.length > 1);
  const allowed = policy
    .split('; ')
    .flatMap((directive) => directive.split(' ').map((word) => `${directive.split('-src')[0]} ${word}`));
  for (const wanted of inside) assert.ok(allowed.includes(wanted), wanted);
  assert.match(policy, /^default-src 'none'; /);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
});

test('a page says its language, escapes its title and marks where it is', () => {
  const document = page(SIMPLE);
  assert.match(document, /^<!DOCTYPE html>\n<html lang="pt-BR">/);
  assert.match(document, /<title>Um &lt;título&gt; · Jornadas Dumont<\/title>/);
  assert.match(document, /<a href="passos.html" aria-current="page">Passos<\/a>/);
  assert.match(page({ ...SIMPLE, root: '../documentacao/' }), /href="..\/documentacao\/..\/painel\/index.html"/);
});

test('a page on its own has no navigation', () => {
  assert.doesNotMatch(page({ ...SIMPLE, root: null }), /<nav/);
});

test('ages are said in whole units', () => {
  const now = new Date('2025-11-22T12:00:00Z');
  const said = [
    '2025-11-22T11:59:40Z',
    '2025-11-22T11:59:00Z',
    '2025-11-22T09:30:00Z',
    '2025-11-19T12:00:00Z',
    '2023-01-01T00:00:00Z',
  ];
  assert.deepEqual(
    said.map((moment) => age(new Date(moment), now)),
    ['há menos de um minuto', 'há 1 minuto', 'há 2 horas', 'há 3 dias', 'há 2 anos'],
  );
});
