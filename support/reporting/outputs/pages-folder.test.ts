import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { madeRun } from '../history/testing/made-run';
import { remember } from './known-history';
import { PARTIAL, pagesFolder } from './pages-folder';

const WHOLE = madeRun(1, [{ name: 'a' }, { name: 'b' }]);
const NARROWED = madeRun(2, [{ name: 'a' }], { whole: false });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dumont-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a narrowed run does not take the place of the documentation of the whole', () => {
  remember(WHOLE, path.join(folder, 'history.jsonl'));
  mkdirSync(path.join(folder, 'documentacao'));
  remember(NARROWED, path.join(folder, 'history.jsonl'));
  assert.equal(pagesFolder(NARROWED, folder), path.join(folder, PARTIAL));
  assert.equal(pagesFolder(WHOLE, folder), folder);
});

test('where there is no documentation of the whole, or only of a narrowed run, it goes to the usual place', () => {
  assert.equal(pagesFolder(NARROWED, folder), folder);
  remember(WHOLE, path.join(folder, 'history.jsonl'));
  assert.equal(pagesFolder(NARROWED, folder), folder, 'the documentation was deleted');
  rmSync(path.join(folder, 'history.jsonl'));
  mkdirSync(path.join(folder, 'documentacao'));
  remember(NARROWED, path.join(folder, 'history.jsonl'));
  assert.equal(pagesFolder(NARROWED, folder), folder);
});

test('a shard, and a run of which nobody said what it is, stay in their folder', () => {
  remember(WHOLE, path.join(folder, 'history.jsonl'));
  mkdirSync(path.join(folder, 'documentacao'));
  assert.equal(pagesFolder(madeRun(3, [{ name: 'a' }], { whole: false, shard: '1/3' }), folder), folder);
  assert.equal(pagesFolder({ runInfo: null }, folder), folder);
});
