import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { CONTRACT_FILE } from './contract';

describe('the generated types', () => {
  it('are those of the contract (npm run contract:types)', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'types-'));
    try {
      const fresh = path.join(folder, 'dumont.types.ts');
      const generator = path.join(__dirname, '..', '..', 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
      execFileSync(process.execPath, [generator, CONTRACT_FILE, '-o', fresh], { stdio: 'pipe' });
      const kept = readFileSync(path.join(__dirname, 'dumont.types.ts'), 'utf8');
      assert.ok(kept === readFileSync(fresh, 'utf8'), 'dumont.types.ts is out of date: npm run contract:types');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
