import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../../testing/manual-clock';
import { DomainError } from '../errors';
import { Dependencies } from './health';

test('everything is healthy until somebody says otherwise', () => {
  const dependencies = new Dependencies();
  assert.deepEqual(
    dependencies.list().map(({ status }) => status),
    ['healthy', 'healthy', 'healthy', 'healthy'],
  );
  assert.equal(dependencies.worst(), 'healthy');
});

test('the worst of what something stands on is its own state', () => {
  const dependencies = new Dependencies();
  dependencies.set('vast', 'degraded');
  dependencies.set('gcp', 'offline');
  assert.equal(dependencies.worst(), 'offline');
  assert.equal(dependencies.worst(['vast', 'storage']), 'degraded');
  assert.equal(dependencies.worst([]), 'healthy');
});

test('what is offline cannot be used; what is degraded can', () => {
  const dependencies = new Dependencies();
  dependencies.set('storage', 'degraded');
  dependencies.demand('storage');
  dependencies.set('storage', 'offline');
  assert.throws(
    () => dependencies.demand('storage'),
    (error) => error instanceof DomainError && error.status === 503 && error.message === 'Backup storage is unavailable',
  );
  dependencies.demand('vast');
});

test('it is known since when something is offline, the first of several', () => {
  const clock = new ManualClock();
  const dependencies = new Dependencies(clock);
  clock.advance(1000);
  const first = clock.now();
  dependencies.set('gcp', 'offline');
  clock.advance(1000);
  dependencies.set('gcp', 'offline'); // nothing new
  dependencies.set('vast', 'offline');
  assert.deepEqual(dependencies.offlineSince(['vast', 'gcp', 'storage']), first);
  assert.equal(dependencies.offlineSince(['storage']), undefined);
});

test('a name that is no dependency is refused with those that are', () => {
  assert.throws(
    () => new Dependencies().set('redis', 'offline'),
    (error) => error instanceof DomainError && error.status === 404 && /database, vast, gcp, storage/.test(error.message),
  );
});
