import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../errors';
import { agentStatuses } from './agents';
import { Dependencies } from './health';

function platform() {
  let moment = Date.parse('2026-03-02T10:00:10Z');
  const clock = { now: () => new Date(moment) };
  return { dependencies: new Dependencies(clock), now: clock.now, wait: (ms: number) => (moment += ms) };
}

describe('agents', () => {
  it("are the platform's own and one per running instance", () => {
    const { dependencies, now } = platform();
    const agents = agentStatuses(dependencies, [{ id: 27, createdAt: now() }], now());
    assert.deepEqual(
      agents.map(({ name, kind, instance_id, status }) => [name, kind, instance_id, status]),
      [
        ['market-monitor', 'platform', null, 'healthy'],
        ['price-predictor', 'platform', null, 'healthy'],
        ['hibernation', 'platform', null, 'healthy'],
        ['standby', 'platform', null, 'healthy'],
        ['agent-27', 'instance', 27, 'healthy'],
      ],
    );
  });

  it('are in the worst state of what they stand on, and only they', () => {
    const { dependencies, now } = platform();
    dependencies.set('gcp', 'degraded');
    dependencies.set('storage', 'offline');
    const statuses = agentStatuses(dependencies, [{ id: 27, createdAt: now() }], now()).map(({ name, status }) => [name, status]);
    assert.deepEqual(Object.fromEntries(statuses), {
      'market-monitor': 'healthy',
      'price-predictor': 'healthy',
      hibernation: 'healthy',
      standby: 'offline',
      'agent-27': 'offline',
    });
    dependencies.set('storage', 'healthy');
    assert.equal(agentStatuses(dependencies, [], now())[3]?.status, 'degraded');
  });

  it('beat every half minute, not before they began and not after they went offline', () => {
    const { dependencies, now, wait } = platform();
    const createdAt = now();
    const beats = () =>
      agentStatuses(dependencies, [{ id: 27, createdAt }], now()).map((agent) => agent.last_heartbeat.slice(11, 19));
    assert.deepEqual([beats()[0], beats()[4]], ['10:00:00', '10:00:10']);
    wait(55_000);
    assert.deepEqual([beats()[0], beats()[4]], ['10:01:00', '10:01:00']);
    dependencies.set('vast', 'offline');
    wait(600_000);
    assert.deepEqual([beats()[0], beats()[1]], ['10:01:00', '10:11:00']);
  });
});

describe('dependencies', () => {
  it('are known by name', () => {
    const { dependencies } = platform();
    assert.throws(
      () => dependencies.set('redis', 'offline'),
      (error) => error instanceof DomainError && error.status === 404 && error.message.includes('database'),
    );
  });

  it('refuse with 503 when offline, but not when merely degraded', () => {
    const { dependencies } = platform();
    dependencies.set('database', 'degraded');
    dependencies.demand('database');
    dependencies.set('database', 'offline');
    assert.throws(
      () => dependencies.demand('database'),
      new DomainError(503, 'Database is unavailable', { dependency: 'database' }),
    );
    dependencies.demand('vast');
  });
});
