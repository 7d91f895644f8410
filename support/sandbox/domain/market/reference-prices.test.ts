import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../errors';
import { gpuComparison } from './reference-prices';

describe('an hour of one GPU beside the clouds', () => {
  it('shows the listed prices of a GPU in any spelling, its name as offers have it', () => {
    const wanted = { gpu_type: 'RTX 4090', dumont: 0.44, aws: 4.1, gcp: 3.67, azure: 3.95, savings_vs_aws_percent: 89.27 };
    for (const spelling of ['RTX 4090', 'rtx4090', 'rtx_4090', 'RTX-4090']) assert.deepEqual(gpuComparison(spelling), wanted);
    assert.equal(gpuComparison('rtx3060').gpu_type, 'RTX 3060');
  });

  it('shows the general prices of a GPU that has none of its own', () => {
    const { dumont, aws } = gpuComparison('l4');
    assert.deepEqual([dumont, aws], [0.4, 4]);
  });

  it('knows no GPU of another name', () => {
    for (const name of ['xyz9000', 'cpu']) {
      assert.throws(
        () => gpuComparison(name),
        (error) => error instanceof DomainError && error.status === 404,
      );
    }
  });
});
