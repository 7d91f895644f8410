import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { Memory } from '../language/memory';
import { job } from './job';
import { OtherUser } from './other-user';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.close());

const open = (): Promise<OtherUser> => OtherUser.open(sandbox.control, sandbox.url, new Memory(), 5_000);

test('whatever of the other user comes, changes or goes is told', async () => {
  const user = await open();
  const { client } = user;
  await user.receive(job('treino'));
  assert.deepEqual((await user.compareBelongings()).changes, []);

  const { offers } = await client.ask<{ offers: { id: number }[] }>('listOffers');
  const { id } = await client.ask<{ id: number }>('createInstance', { body: { offer_id: offers[0]?.id } });
  await client.ask('configureStandby', { body: { enabled: true } });
  await client.ask('cancelFinetuneJob', { params: { job_id: String(client.memory.recall('treino')) } });
  const { changes } = await user.compareBelongings();
  assert.equal(changes.length, 3);
  assert.equal(changes[0], `a instância ${id} apareceu`);
  assert.ok(changes.some((change) => /^o job \w+ passou de em andamento \(.*\) a cancelled \(.*\)$/.test(change)));
  assert.ok(changes.some((change) => /^o auto-standby passou de .*false.* a .*true/.test(change)));

  await user.receive(job('outro'));
  await client.ask('deleteInstance', { params: { instance_id: id } });
  assert.deepEqual((await user.compareBelongings()).changes, [`a instância ${id} sumiu`]);
});

test('what the API refuses to the other user is one sentence', async () => {
  const { client } = await open();
  await assert.rejects(
    client.ask('getInstance', { params: { instance_id: 1 } }),
    /^Error: a preparação do outro usuário não deu certo: getInstance respondeu 404: "Instance 1 not found"\.$/,
  );
});
