import { cannedBackend, serve } from '../support/testing/serve';
import { stepCases } from '../support/testing/step-cases';

const HEALTH = 'Quando executo `dumont health list`\n';
const HEALTHY = { status: 'healthy', region: null, config: { zone: 'a.b' }, offers: [] };

stepCases(
  'Passos sobre o que se anota',
  [
    {
      title: 'um campo, usado depois numa condição e num comando',
      steps: `${HEALTH}Então anoto o campo "config.zone" como <zona>
        E o campo "config.zone" é <zona>
        Quando executo \`dumont instance get <zona>\`
        Então nenhum pedido chega à API
        E a saída mostra "a.b"`,
    },
    {
      title: 'um campo que não veio',
      steps: `${HEALTH}Então anoto o campo "config.zona" como <zona>`,
      fails: 'não há o que anotar: o campo "config.zona" está ausente ou vazio (há zone).',
    },
    {
      title: 'um campo vazio',
      steps: `${HEALTH}Então anoto o campo "region" como <zona>`,
      fails: 'não há o que anotar: o campo "region" está ausente ou vazio (há status, region, config, offers).',
    },
    {
      title: 'o campo de uma preparação',
      steps: `Dado que já executei \`dumont health list\`
        E que anotei o campo "status" como <antes>
        ${HEALTH}Então o campo "status" é <antes>`,
    },
    {
      title: 'o campo de nada',
      steps: 'Dado que anotei o campo "status" como <antes>',
      fails: 'nenhum comando foi executado ainda: não há resposta para ler.',
    },
    {
      title: 'a mais barata de nenhuma oferta',
      steps: `${HEALTH}Então anoto o "id" da oferta mais barata como <ID>`,
      fails: 'a lista "offers" está vazia: não há oferta mais barata.',
    },
    {
      title: 'a mais barata',
      steps: `Quando executo \`dumont instance offers\`
        Então anoto o "gpu_name" da oferta mais barata como <gpu>
        E o campo "offers.1.gpu_name" é <gpu>`,
    },
    {
      title: 'o que a mais barata não tem',
      steps: `Quando executo \`dumont instance offers\`
        Então anoto o "preço" da oferta mais barata como <preço>`,
      fails:
        'não há o que anotar: o campo "preço" está ausente ou vazio (há id, gpu_name, num_gpus, gpu_ram, disk_space, dph_total).',
    },
  ],
  async () => ({
    DUMONT_BASE_URL: await serve(
      cannedBackend({
        'GET /health': [200, HEALTHY],
        'GET /api/v1/instances/offers': [
          200,
          {
            offers: [
              { id: 1, gpu_name: 'RTX 4090', num_gpus: 1, gpu_ram: 24, disk_space: 200, dph_total: 0.5 },
              { id: 2, gpu_name: 'RTX 3060', num_gpus: 1, gpu_ram: 12, disk_space: 200, dph_total: 0.1 },
            ],
          },
        ],
      }),
    ),
    DUMONT_BIN: 'sandbox',
    DUMONT_CONTRACT: 'relatar',
  }),
);
