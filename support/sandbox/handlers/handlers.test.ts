import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadContract } from '../../contract/contract';
import { HANDLER_GROUPS } from './index';

describe('handlers', () => {
  it('are exactly one per operation of the contract', () => {
    const handled = HANDLER_GROUPS.flatMap((group) => Object.keys(group)).sort();
    assert.deepEqual(
      handled,
      loadContract()
        .operations.map(({ id }) => id)
        .sort(),
    );
  });
});
