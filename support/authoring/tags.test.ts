import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suiteFeatures } from '../testing/suite-features';
import { CRITICALITY_TAGS, JOURNEY_TAG, TAGS, tagNamed } from './tags';

test('every tag of the set is used in the journeys and says in one sentence what it means', () => {
  const text = suiteFeatures()
    .map((source) => source.text)
    .join('\n');
  for (const { name, meaning, places } of TAGS) {
    assert.match(text, new RegExp(`^ *@?.*${name}(?: |$)`, 'm'));
    assert.match(meaning, /^\p{Ll}.*[^.]$/u);
    assert.ok(places.length > 0);
  }
});

test('the tags the rules speak of are of the set', () => {
  for (const name of [JOURNEY_TAG, ...CRITICALITY_TAGS]) assert.equal(tagNamed(name)?.name, name);
  assert.equal(tagNamed('@lento'), undefined);
});
