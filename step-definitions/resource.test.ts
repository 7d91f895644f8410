import type { RequestListener } from 'node:http';
import { serve, withLogin } from '../support/testing/serve';
import { type StepCase, stepCases } from '../support/testing/step-cases';

const LOGGED_IN = 'Dado que estou autenticado\n';
const GPU = `${LOGGED_IN}E que já tenho a instância <gpu> em execução\n`;
const LIST = 'Quando executo `dumont instance list`\nEntão a API responde 200\n';
const CREATE =
  'Quando executo `dumont instance create offer_id=<ID>`\nEntão a API responde 201\nE anoto o campo "id" como <nova>\n';
const table = (field: string, condition: string): string => `| campo | condição |\n| ${field} | ${condition} |`;
const FOR = String.raw`mas isso não aconteceu em [\d,]+ s; o que se viu, e desde quando:`;

/** It is brought into being so, is so, and waiting for it ends. */
const comes = (resource: string, situation: string): StepCase => ({
  title: `${resource} ${situation}`,
  steps: `${LOGGED_IN}E que já tenho ${resource} ${situation}\nEntão ${resource} fica ${situation}\nE ${resource} ainda está ${situation}`,
});

stepCases(
  'Passos que preparam',
  [
    comes('a instância <x>', 'em criação'),
    comes('a instância <x>', 'em execução'),
    comes('a instância <x>', 'em execução em uma CPU'),
    comes('a instância <x>', 'pausada'),
    {
      title: 'o snapshot <x> de uma instância',
      steps: `${GPU}E que já tenho o snapshot <x> da instância <gpu>\nEntão o snapshot <x> fica guardado\nE o snapshot <x> tem:\n${table('instance_id', 'é <gpu>')}`,
    },
    {
      title: 'um snapshot sem dizer de quê',
      steps: `${LOGGED_IN}E que já tenho o snapshot <x> guardado`,
      fails: 'um snapshot é de uma instância: diga de qual, como em "já tenho o snapshot <x> da instância <instance_id>".',
    },
    {
      title: 'a instância na oferta escolhida',
      steps: `${LOGGED_IN}E que escolhi a oferta mais barata como <barata>\nE que escolhi a oferta mais barata de "A100" como <ID>\nE que já tenho a instância <x> em execução, na oferta <ID>\nEntão a instância <x> tem:\n${table('gpu_name', 'contém "A100"')}`,
    },
    comes('o job <x>', 'na fila'),
    comes('o job <x>', 'em execução'),
    comes('o job <x>', 'concluído'),
    comes('o job <x>', 'cancelado'),
    comes('a CPU standby da GPU <x>', 'pronta'),
    comes('a CPU standby da GPU <x>', 'sincronizando'),
    comes('a CPU standby da GPU <x>', 'órfã'),
    comes('o auto-standby', 'ligado'),
    comes('o auto-standby', 'desligado'),
    {
      title: 'uma situação que não se diz',
      steps: `${LOGGED_IN}E que já tenho o snapshot <x> pausada`,
      fails: 'não se diz que o snapshot <x> está "pausada"; o que se pode dizer: guardado.',
    },
    {
      title: 'uma oferta não se cria',
      steps: `${LOGGED_IN}E que já tenho a oferta <x> disponível`,
      fails: 'a oferta <x> não se cria, se escolhe; use, por exemplo, Dado que escolhi a oferta mais barata como <x>.',
    },
  ],
  () => ({ DUMONT_PATIENCE: '10' }),
);

stepCases('Passos que olham', [
  {
    title: 'fica noutro estado',
    steps: `${GPU}Então a instância <gpu> fica pausada`,
    fails: new RegExp(String.raw`^a instância <gpu> deveria ficar pausada, ${FOR} running [\d,]+ s\.$`),
    shows: /pedido: {4}GET \/api\/v1\/instances\/\d+ → 200 em \d+ ms \(da própria suíte\)\n/,
  },
  {
    title: 'ainda está noutro estado',
    steps: `${GPU}Então a instância <gpu> ainda está pausada`,
    fails: 'a instância <gpu> ainda deveria estar pausada, mas o que se vê é: running.',
  },
  {
    title: 'a oferta ainda está disponível, e depois não está',
    steps: `${LOGGED_IN}E que escolhi a oferta mais barata como <ID>
      E a oferta <ID> ainda está disponível
      ${CREATE}E a oferta <ID> ainda está disponível`,
    fails: 'a oferta <ID> ainda deveria estar disponível, mas o que se vê é: fora da busca.',
  },
  {
    title: 'tem os campos',
    steps: `${GPU}Então a instância <gpu> tem:\n${table('status', 'é "running"')}`,
  },
  {
    title: 'tem outros campos',
    steps: `${GPU}Então a instância <gpu> tem:\n${table('status', 'é "paused"')}`,
    fails: 'a instância <gpu> não é como deveria:\n    - o campo "status" deveria ser "paused", mas é "running"',
  },
  {
    title: 'não há de quem ter campos',
    steps: `${GPU}E que já executei \`dumont instance delete <gpu>\`\nEntão a instância <gpu> tem:\n${table('status', 'é "paused"')}`,
    fails: 'a instância <gpu> deveria existir, mas não existe.',
  },
  {
    title: 'aparece na lista',
    steps: `${GPU}${LIST}E a instância <gpu> aparece na lista com:\n${table('status', 'é "running"')}`,
  },
  {
    title: 'aparece na lista de outro jeito',
    steps: `${GPU}${LIST}E a instância <gpu> aparece na lista com:\n${table('status', 'é "paused"')}`,
    fails: 'a instância <gpu> não é como deveria na lista:\n    - o campo "status" deveria ser "paused", mas é "running"',
  },
  {
    title: 'não aparece na lista, e devia',
    steps: `${GPU}E que já executei \`dumont instance delete <gpu>\`\n${LIST}E a instância <gpu> aparece na lista com:\n${table('id', 'é <gpu>')}`,
    fails: 'a instância <gpu> deveria aparecer na lista "instances", que está vazia.',
  },
  {
    title: 'não há lista em que aparecer',
    steps: `${GPU}Quando executo \`dumont health list\`\nEntão a instância <gpu> aparece na lista com:\n${table('id', 'é <gpu>')}`,
    fails: 'a resposta não tem a lista "instances".',
  },
  {
    title: 'não há lista em que não aparecer',
    steps: `${GPU}Quando executo \`dumont health list\`\nEntão a instância <gpu> não aparece na lista`,
    fails: 'a resposta não tem a lista "instances".',
  },
  {
    title: 'não aparece na lista',
    steps: `${GPU}E que já executei \`dumont instance delete <gpu>\`\n${LIST}E a instância <gpu> não aparece na lista`,
  },
  {
    title: 'aparece na lista, e não devia',
    steps: `${GPU}${LIST}E a instância <gpu> não aparece na lista`,
    fails: 'a instância <gpu> não deveria aparecer na lista "instances", mas aparece.',
  },
  {
    title: 'o auto-standby não é de lista',
    steps: `${LOGGED_IN}${LIST}E o auto-standby não aparece na lista`,
    fails: 'o auto-standby não é um item de lista; use "o auto-standby fica ligado" ou "fica desligado".',
  },
  {
    title: 'deixa de existir',
    steps: `${GPU}E que já executei \`dumont instance delete <gpu>\`\nEntão a instância <gpu> deixa de existir`,
  },
  {
    title: 'não deixa de existir',
    steps: `${GPU}Então a instância <gpu> deixa de existir`,
    fails: new RegExp(String.raw`^a instância <gpu> deveria deixar de existir, ${FOR} running [\d,]+ s\.$`),
  },
  {
    title: 'um recurso que ninguém anotou',
    steps: `${LOGGED_IN}E a instância <gpu> fica pausada`,
    fails: 'não conheço <gpu>: até aqui este cenário não anotou nada; use, por exemplo, E anoto o campo "id" como <instance_id>.',
  },
]);

const done = (command: string): string => `Quando executo \`${command}\`\nEntão a API responde 200\nE `;

stepCases('Passos que comparam', [
  {
    title: 'nada mudou',
    steps: `${GPU}${LIST}E minhas instâncias continuam as mesmas\nE meus snapshots continuam os mesmos\nE meus gastos continuam os mesmos`,
  },
  {
    title: 'uma instância apareceu',
    steps: `${LOGGED_IN}E que escolhi a oferta mais barata como <ID>\n${CREATE}E minhas instâncias continuam as mesmas`,
    fails: /^as instâncias deveriam continuar as mesmas, mas a instância \d+ apareceu\.$/,
  },
  {
    title: 'uma instância sumiu',
    steps: `${GPU}${done('dumont instance delete <gpu>')}minhas instâncias continuam as mesmas`,
    fails: /^as instâncias deveriam continuar as mesmas, mas a instância \d+ sumiu\.$/,
  },
  {
    title: 'uma instância mudou',
    steps: `${GPU}${done('dumont instance pause <gpu>')}minhas instâncias continuam as mesmas`,
    fails: /^as instâncias deveriam continuar as mesmas, mas a instância \d+ passou de running\/running a paused\/paused\.$/,
  },
  {
    title: 'um snapshot apareceu',
    steps: `${GPU}Quando executo \`dumont snapshot create a <gpu>\`\nEntão a API responde 201\nE meus snapshots continuam os mesmos`,
    fails: /^os snapshots deveriam continuar os mesmos, mas o snapshot [0-9a-f]{8} apareceu\.$/,
  },
  {
    title: 'só um a mais',
    steps: `${GPU}Quando executo \`dumont snapshot create a <gpu>\`\nEntão a API responde 201\nE anoto o campo "id" como <s>\nE meus snapshots só ganham o snapshot <s>\nE minhas instâncias continuam as mesmas`,
  },
  {
    title: 'outro a mais',
    steps: `${GPU}E que já executei \`dumont snapshot create a <gpu>\`\nE que anotei o campo "id" como <antigo>\nQuando executo \`dumont snapshot create b <gpu>\`\nEntão a API responde 201\nE meus snapshots só ganham o snapshot <antigo>`,
    fails:
      /^os snapshots só deveriam ganhar o snapshot <antigo>, mas o snapshot [0-9a-f]{8} já existia antes; o snapshot [0-9a-f]{8} apareceu\.$/,
  },
  {
    title: 'nenhum a mais',
    steps: `${GPU}E que já executei \`dumont snapshot create a <gpu>\`\nE que anotei o campo "id" como <s>\n${done('dumont snapshot delete <s>')}meus snapshots só ganham o snapshot <s>`,
    fails: /^os snapshots só deveriam ganhar o snapshot <s>, mas o snapshot [0-9a-f]{8} já existia antes\.$/,
  },
  {
    title: 'só um a menos',
    steps: `${GPU}${done('dumont instance delete <gpu>')}minhas instâncias só perdem a instância <gpu>`,
  },
  {
    title: 'nenhum a menos',
    steps: `${GPU}${done('dumont instance pause <gpu>')}minhas instâncias só perdem a instância <gpu>`,
    fails: /^as instâncias só deveriam perder a instância <gpu>, mas a instância \d+ continua lá\.$/,
  },
  {
    title: 'um no lugar do outro',
    steps: `${GPU}${done('dumont instance migrate <gpu> target_type=cpu')}anoto o campo "new_instance_id" como <cpu>\nE minhas instâncias só perdem a instância <gpu> e ganham a instância <cpu>`,
  },
  {
    title: 'antes de qualquer comando',
    steps: `${LOGGED_IN}E minhas instâncias continuam as mesmas`,
    fails: 'nada foi executado ainda: não há com o que comparar.',
  },
  ...['a instância', 'o snapshot', 'o job', 'a CPU standby da GPU'].map((kind) => ({
    title: `${kind} de outro usuário`,
    steps: `${LOGGED_IN}E que existe ${kind} <alheia> de outro usuário\n${LIST}E o campo "count" é 0\nE o que é do outro usuário continua como estava`,
  })),
  {
    title: 'o que é do outro mudou',
    steps: `${LOGGED_IN}E que existe outro usuário, com o e-mail <e> e a senha <s>
      E que existe a instância <alheia> de outro usuário
      E que já executei \`dumont auth login <e> <s>\`
      E que já executei \`dumont instance pause <alheia>\`
      Então o que é do outro usuário continua como estava`,
    fails:
      /^o que é do outro usuário deveria continuar como estava, mas a instância \d+ passou de running\/running a paused\/paused\.$/,
  },
  {
    title: 'o que ninguém tem',
    steps: `${LOGGED_IN}E que existe o auto-standby de outro usuário`,
    fails: 'o auto-standby não é algo que outro usuário possa ter; diga, por exemplo, "a instância <alheia>".',
  },
]);

/** An instance that takes its time: each look at it shows the next state, in both of its fields. */
function slowBackend(sights: readonly (readonly [status: string, actual: string])[]): RequestListener {
  let looks = 0;
  return (request, response) => {
    const [status, actual_status] = sights[Math.min(looks, sights.length - 1)] ?? ['', ''];
    if (request.url === '/api/v1/instances/7') looks += 1;
    const body = request.url === '/health' ? { id: 7 } : { id: 7, status, actual_status };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}
const SEVEN = 'Quando executo `dumont health list`\nEntão anoto o campo "id" como <gpu>\n';
const against = (listener: RequestListener) => async (): Promise<Record<string, string>> => ({
  DUMONT_BASE_URL: await serve(withLogin(listener)),
  DUMONT_BIN: 'sandbox',
  DUMONT_CONTRACT: 'relatar',
});

stepCases(
  'Passos que esperam',
  [
    {
      title: 'e contam por onde passou',
      steps: `${SEVEN}E a instância <gpu> fica pausada`,
      fails: new RegExp(
        String.raw`^a instância <gpu> deveria ficar pausada, ${FOR} creating [\d,]+ s > running \(de fato creating\) [\d,]+ s > running [\d,]+ s\.$`,
      ),
    },
  ],
  against(
    slowBackend([
      ['creating', 'creating'],
      ['running', 'creating'],
      ['running', 'running'],
    ]),
  ),
);

stepCases(
  'Passos que esperam pelo fim',
  [
    {
      title: 'e contam que ainda está na lista',
      steps: `${SEVEN}E a instância <gpu> deixa de existir`,
      fails: new RegExp(String.raw`^a instância <gpu> deveria deixar de existir, ${FOR} ainda na lista [\d,]+ s\.$`),
    },
    {
      title: 'mas a lista não veio',
      steps: `${SEVEN}E o job <gpu> deixa de existir`,
      fails: 'a resposta de listFinetuneJobs não tem a lista "jobs".',
    },
  ],
  against((request, response) => {
    const gone = request.url === '/api/v1/instances/7';
    const body = gone ? { error: 'Instance not found' } : { id: 7, instances: [{ id: 7 }] };
    response.writeHead(gone ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }),
);
