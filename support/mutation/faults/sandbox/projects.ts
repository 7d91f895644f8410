import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** The analysis of a project and the wizard's deploy. */
export const PROJECT_FAULTS: readonly SourceFault[] = [
  fault(
    'wizard-takes-the-dearest',
    [8],
    'o assistente aluga a oferta mais cara da GPU',
    edit('domain/instances/wizard.ts', '.sort(byPrice)', '.sort((one, other) => byPrice(other, one))'),
  ),
  fault(
    'wizard-takes-the-second',
    [8],
    'o assistente aluga a segunda oferta mais barata',
    edit('domain/instances/wizard.ts', 'const [offer, next] = considered;', 'const [next, offer = next] = considered;'),
  ),
  fault(
    'wizard-takes-any-gpu',
    [8],
    'sem oferta da GPU pedida, o assistente aluga outra',
    edit(
      'domain/instances/wizard.ts',
      'const [offer, next] = considered;',
      'if (considered.length === 0) considered.push(...offers.filter((each) => each.num_gpus > 0));\n  const [offer, next] = considered;',
    ),
  ),
  fault(
    'wizard-price-ignored',
    [8],
    'o assistente ignora o preço máximo',
    edit('handlers/instances.ts', '{ num_gpus: 1, max_price, region }', '{ num_gpus: 1, region }'),
  ),
  fault(
    'wizard-region-ignored',
    [8],
    'o assistente ignora a região pedida',
    edit('handlers/instances.ts', '{ num_gpus: 1, max_price, region }', '{ num_gpus: 1, max_price }'),
  ),
  fault(
    'wizard-disk-ignored',
    [8],
    'o assistente aluga sempre 50 GB de disco',
    edit(
      'handlers/instances.ts',
      'const { gpu_name: gpuName, max_price, disk_size: diskGb } = body;',
      'const { gpu_name: gpuName, max_price } = body;\n  const diskGb = 50;',
    ),
  ),
  fault(
    'wizard-rents-another-offer',
    [8],
    'a resposta do assistente fala de uma oferta, e a instância é de outra',
    edit(
      'handlers/instances.ts',
      'rent(platform, tenant, choice.offer, request',
      'rent(platform, tenant, offers.findLast((each) => each.gpu_name === choice.offer.gpu_name) ?? choice.offer, request',
    ),
  ),
  fault(
    'dockerfile-not-read',
    [8],
    'a análise não lê o Dockerfile',
    edit('domain/training/project-analysis.ts', "readDockerfile(files.Dockerfile ?? '')", "readDockerfile('')"),
  ),
  fault(
    'requirements-not-read',
    [8],
    'a análise não lê o requirements.txt',
    edit(
      'domain/training/project-analysis.ts',
      "packagesOfRequirements(files['requirements.txt'] ?? '')",
      "packagesOfRequirements('')",
    ),
  ),
  fault(
    'commented-packages-counted',
    [8],
    'a análise conta pacotes que estão comentados no requirements.txt',
    edit('domain/training/requirements-file.ts', "line.replace(COMMENT, '')", "line.replace(/^#\\s*/, '')"),
  ),
  fault(
    'need-of-the-first-framework',
    [8],
    'a VRAM mínima é a do primeiro framework, e não a do que mais precisa',
    edit(
      'domain/training/project-analysis.ts',
      '...findings.map(({ framework }) => framework.vramGb))',
      '...findings.slice(0, 1).map(({ framework }) => framework.vramGb))',
    ),
  ),
  fault(
    'training-project-read-as-inference',
    [8],
    'um projeto de treino é tomado por inferência',
    edit(
      'domain/training/project-analysis.ts',
      "framework.purpose === 'training') ? 'training' : 'inference'",
      "framework.purpose === 'training') ? 'inference' : 'inference'",
    ),
  ),
  fault(
    'empty-project-accepted',
    [8],
    'a análise de uma pasta vazia responde sucesso',
    edit(
      'domain/training/project-analysis.ts',
      "if (read.length === 0 && description === '')",
      "if (read.length > 2 && description === '')",
    ),
  ),
  fault(
    'description-ignored',
    [8],
    'a análise ignora o que se diz do projeto',
    edit(
      'domain/training/project-analysis.ts',
      "const need = description === '' ? undefined : readNeed(description);",
      'const need = undefined as ReturnType<typeof readNeed> | undefined;',
    ),
  ),
];
