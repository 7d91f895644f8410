import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderPage } from '../cucumber-html-reporter/render';
import { writeOutputs } from '../outputs/write-outputs';
import { readRun } from '../read-run';

/** How long all outputs of a run of many scenarios take, and how much memory: `node -r ./support/register.cjs support/reporting/testing/bench.ts 10000`. */
function bench(scenarios: number): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-bench-'));
  try {
    const file = path.join(folder, 'messages.ndjson');
    spawnSync(process.execPath, [...process.execArgv, path.join(__dirname, 'generate-stream.ts'), file, String(scenarios)]);
    const start = performance.now();
    const cpu = process.cpuUsage();
    const run = readRun([file]);
    const read = performance.now();
    writeOutputs(run, { folder: path.join(folder, 'reports'), now: new Date(), env: {} });
    const documented = performance.now();
    writeFileSync(path.join(folder, 'reports/cucumber.html'), renderPage(run));
    const end = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    const figures = {
      scenarios,
      readMs: Math.round(read - start),
      writeMs: Math.round(documented - read),
      compatibleMs: Math.round(end - documented),
      totalMs: Math.round(end - start),
      cpuMs: Math.round((user + system) / 1000),
      peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (require.main === module) bench(Number(process.argv[2] ?? 1000));
