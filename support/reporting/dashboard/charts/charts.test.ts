import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../../../shared/html';
import type { Group } from '../../model/outcome';
import { FOOT_TO_TOP } from '../../model/outcome-table';
import { durationLine, type Point } from './line-chart';
import { type Bar, stackedBars } from './stacked-bars';
import { strip } from './strip';

const TEXT = { id: 'x', title: 'T', description: 'D' };
const SIZE = { width: 340, height: 190 };

function bar(counts: Partial<Record<Group, number>>, label = '1'): Bar {
  const all = { passed: 0, flaky: 0, failed: 0, undefined: 0, broken: 0, skipped: 0, 'not-run': 0, ...counts };
  return { label, told: `told ${label}`, counts: all };
}

/** Class, top and height of each segment. */
function segments(svg: string): { group: string; y: number; height: number }[] {
  return [...svg.matchAll(/<rect class="g ([\w-]+)" x="[\d.]+" y="([-\d.]+)" width="[\d.]+" height="([\d.]+)"/g)].map(
    ([, group = '', y, height]) => ({ group, y: Number(y), height: Number(height) }),
  );
}

test('the segments of a bar stand on one another, as high as their share of the axis', () => {
  const [passed, failed] = segments(render(stackedBars(TEXT, SIZE, [bar({ passed: 6, failed: 2 })], FOOT_TO_TOP)));
  assert.deepEqual([passed?.group, failed?.group], ['passed', 'failed']);
  assert.ok(passed && failed);
  assert.equal(Math.round(failed.y + failed.height), Math.round(passed.y));
  assert.equal(Math.round((passed.height / failed.height) * 10), 30);
});

test('one failure among thousands is still seen', () => {
  const failed = segments(render(stackedBars(TEXT, SIZE, [bar({ passed: 9999, failed: 1 })], FOOT_TO_TOP))).at(-1);
  assert.equal(failed?.group, 'failed');
  assert.ok((failed?.height ?? 0) >= 2.5);
});

test('a group that the chart is not about is left out', () => {
  assert.deepEqual(
    segments(render(stackedBars(TEXT, SIZE, [bar({ passed: 5, failed: 1 })], ['failed']))).map(({ group }) => group),
    ['failed'],
  );
});

test('a chart has its title, its description and each bar in words', () => {
  const svg = render(stackedBars({ ...TEXT, title: '<a>' }, SIZE, [bar({ passed: 1 })], FOOT_TO_TOP));
  assert.match(svg, /role="img" aria-labelledby="x-t x-d"/);
  assert.match(svg, /<title id="x-t">&lt;a&gt;<\/title><desc id="x-d">D<\/desc>/);
  assert.match(svg, /<g><title>told 1<\/title>/);
});

test('labels along the bottom never run into one another, and the last is always there', () => {
  for (const amount of [1, 2, 7, 30]) {
    const bars = Array.from({ length: amount }, (_, index) => bar({ passed: 1 }, `0${index % 10}/11`));
    const svg = render(stackedBars(TEXT, SIZE, bars, FOOT_TO_TOP));
    const placed = [...svg.matchAll(/<text x="([\d.]+)" y="184" text-anchor="(\w+)">/g)].map(([, x, anchor]) => {
      const left = Number(x) - (anchor === 'end' ? 34 : 17);
      return { left, right: left + 34 };
    });
    assert.ok(placed.length >= 1 && placed.length <= amount);
    assert.ok((placed.at(-1)?.right ?? 0) > SIZE.width - SIZE.width / amount);
    for (const [index, one] of placed.slice(1).entries()) assert.ok(one.left >= (placed[index]?.right ?? 0), `${amount} bars`);
  }
});

test('what nobody knows is a gap in the line', () => {
  const point = (value: number | null): Point => ({ label: '1', told: 't', value });
  const svg = render(durationLine(TEXT, SIZE, [point(1000), point(2000), point(null), point(3000)]));
  assert.match(svg, /class="line" d="M[\d. ]+L[\d. ]+M[\d. ]+"/);
  assert.equal(svg.match(/<circle/g)?.length, 3);
});

test('a strip tells in words what it shows, and the worse the higher', () => {
  const marks = (['passed', 'passed', 'failed', null, 'flaky'] as const).map((group) => ({ group, told: 't' }));
  const svg = render(strip(marks));
  assert.match(
    svg,
    /aria-label="Últimas 5 execuções, da mais antiga à mais nova: passou em 2, instável em 1, falhou em 1 e ausente em 1"/,
  );
  const heights = [...svg.matchAll(/<path class="g ([\w-]+)" d="M[\d.]+ \d+h6v(\d+)/g)].map(([, group, height]) => [
    group,
    Number(height),
  ]);
  assert.deepEqual(heights, [
    ['passed', 7],
    ['passed', 7],
    ['failed', 20],
    ['flaky', 13],
  ]);
  assert.match(svg, /<path class="absent"/);
});

test('a strip that says nothing of each run has one shape for each group', () => {
  const marks = (['passed', 'failed', 'passed', null] as const).map((group) => ({ group, told: null }));
  const svg = render(strip(marks));
  assert.match(
    svg,
    /<path class="g passed" d="M1\.5 13h6v7h-6zM19\.5 13h6v7h-6z"\/><path class="g failed" d="M10\.5 0h6v20h-6z"\/>/,
  );
  assert.doesNotMatch(svg, /<title>/);
});
