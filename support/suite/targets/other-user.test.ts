import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { OtherUser } from './other-user';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.close());

const rentCheapest = async (user: OtherUser): Promise<number> => {
  const { offers } = await user.does<{ offers: { id: number }[] }>('listOffers');
  return (await user.does<{ id: number }>('createInstance', { body: { offer_id: offers[0]?.id } })).id;
};

test('whatever of the other user comes, changes or goes is told', async () => {
  const user = await OtherUser.open(sandbox.control, sandbox.url);
  await user.rememberBelongings();
  assert.deepEqual(await user.changedBelongings(), []);

  const id = await rentCheapest(user);
  await user.does('configureStandby', { body: { enabled: true } });
  const { job_id: job } = await user.does<{ job_id: string }>('createFinetuneJob', {
    body: { job_name: 'a', model_id: 'unsloth/llama-3-8b-bnb-4bit' },
  });
  const changes = await user.changedBelongings();
  assert.deepEqual(changes.slice(0, 2), [`a instância ${id} apareceu`, `o job ${job} apareceu`]);
  assert.match(changes[2] ?? '', /^o auto-standby passou de .*false.* a .*true/);

  await user.rememberBelongings();
  await user.does('deleteInstance', { params: { instance_id: id } });
  await user.does('cancelFinetuneJob', { params: { job_id: job } });
  const [gone, cancelled] = await user.changedBelongings();
  assert.equal(gone, `a instância ${id} sumiu`);
  assert.match(cancelled ?? '', new RegExp(`^o job ${job} passou de \\w+ a cancelled$`));
});

test('what the API refuses to the other user is one sentence', async () => {
  const user = await OtherUser.open(sandbox.control, sandbox.url);
  await assert.rejects(
    user.does('getInstance', { params: { instance_id: 1 } }),
    /^Error: a preparação do outro usuário não deu certo: getInstance respondeu 404: "Instance 1 not found"\.$/,
  );
});
