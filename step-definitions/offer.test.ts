import { cannedBackend, serve } from '../support/testing/serve';
import { stepCases } from '../support/testing/step-cases';

const LOGGED_IN = 'Dado que estou autenticado\n';
const CHOOSE = (wish: string): string => `${LOGGED_IN}E que escolhi ${wish} como <ID>\n`;

stepCases('Passos sobre ofertas', [
  {
    title: 'a mais barata de todas',
    steps: `${CHOOSE('a oferta mais barata')}Quando executo \`dumont instance offers\`
      Então a API responde 200
      E anoto o "id" da oferta mais barata como <menor>
      E a lista "offers" tem um item com:
      | campo | condição |
      | id    | é <ID>   |
      | id    | é <menor> |`,
  },
  {
    title: 'a mais barata de um modelo, com memória',
    steps: `${CHOOSE('a oferta mais barata de "RTX 4090" com 24 GB de VRAM ou mais')}Quando executo \`dumont instance offers gpu_name=rtx4090\`
      Então a API responde 200
      E a lista "offers" tem um item com:
      | campo   | condição       |
      | id      | é <ID>         |
      | gpu_ram | é no mínimo 24 |`,
  },
  {
    title: 'um modelo que ninguém vende',
    steps: CHOOSE('a oferta mais barata de "RTX 9999"'),
    fails: 'nenhuma oferta serve: deveria haver uma RTX 9999 com ao menos 100 GB de disco, mas não veio oferta nenhuma.',
  },
  {
    title: 'memória que ninguém tem',
    steps: CHOOSE('a oferta mais barata com 9999 GB de VRAM ou mais'),
    fails:
      /^nenhuma oferta serve: deveria haver uma GPU com ao menos 100 GB de disco e 9999 GB de VRAM, mas nenhuma das \d+ é assim\.$/,
  },
]);

const offer = (id: number, dph_total: number, rest: object): object => ({
  id,
  dph_total,
  num_gpus: 1,
  disk_space: 100,
  gpu_ram: 24,
  ...rest,
});
const OFFERS = [
  offer(1, 0.1, { num_gpus: 0 }),
  offer(2, 0.2, { disk_space: 99 }),
  offer(3, 0.3, { gpu_ram: 16 }),
  offer(5, 0.4, { gpu_ram: 24_576 }),
  offer(4, 0.4, { gpu_ram: 24_576 }),
];

stepCases(
  'Qual oferta se escolhe',
  [
    {
      title: 'com disco e GPU',
      steps: `Dado que escolhi a oferta mais barata como <ID>
        Quando executo \`dumont instance offers\`
        Então o campo "offers.2.id" é <ID>`,
    },
    {
      title: 'memória em MB, e no empate a de menor número',
      steps: `Dado que escolhi a oferta mais barata com 20 GB de VRAM ou mais como <ID>
        Quando executo \`dumont instance offers\`
        Então o campo "offers.4.id" é <ID>`,
    },
  ],
  async () => ({
    DUMONT_BASE_URL: await serve(cannedBackend({ 'GET /api/v1/instances/offers': [200, { offers: OFFERS }] })),
    DUMONT_BIN: 'sandbox',
    DUMONT_CONTRACT: 'relatar',
  }),
);
