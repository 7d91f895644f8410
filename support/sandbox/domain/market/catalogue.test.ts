import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findGpu, GPU_MODELS, sameGpu } from './catalogue';

describe('GPU spelling', () => {
  it('does not look at case, spaces, underscores and hyphens', () => {
    for (const spelling of ['RTX 4090', 'rtx4090', 'RTX_4090', 'rtx-4090', ' Rtx  4090 ']) {
      assert.equal(findGpu(spelling)?.name, 'RTX 4090', spelling);
    }
    assert.equal(findGpu('a100pcie')?.name, 'A100 PCIE');
  });

  it('tells GPUs apart whose names begin alike', () => {
    assert.equal(findGpu('a100')?.vramGb, 80);
    assert.equal(findGpu('a100_pcie')?.vramGb, 40);
    assert.equal(sameGpu('rtx3080', 'RTX 3080 Ti'), false);
    assert.equal(sameGpu('cpu', 'CPU'), true);
  });

  it('finds every GPU of the catalogue by its own name, and nothing else', () => {
    for (const model of GPU_MODELS) assert.equal(findGpu(model.name), model);
    for (const name of ['xyz', '', '4090', 'CPU']) assert.equal(findGpu(name), undefined, name);
  });
});
