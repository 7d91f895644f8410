import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** Who comes in, whose things are shown, and what a request may hold. */
export const ACCESS_FAULTS: readonly SourceFault[] = [
  fault(
    'wrong-password-accepted',
    [1],
    'qualquer senha abre a conta de um e-mail registrado',
    edit('handlers/auth.ts', '!tenant?.hasPassword(body.password)', '!tenant'),
  ),
  fault(
    'unknown-email-told-apart',
    [1],
    'o login de um e-mail que não existe responde 404 e, assim, revela quem tem conta',
    edit('handlers/auth.ts', 'if (!tenant?.', "if (!tenant) throw new DomainError(404, 'User not found');\n  if (!tenant."),
  ),
  fault(
    'expired-token-accepted',
    [1],
    'um token vencido continua valendo',
    edit('domain/accounts/tokens.ts', 'currentDate: this.#clock.now()', 'currentDate: new Date(0)'),
  ),
  fault(
    'forged-token-accepted',
    [1],
    'a assinatura do token não é conferida: um token adulterado entra',
    edit(
      'domain/accounts/tokens.ts',
      'const { payload } = await jwtVerify(token, this.#secret, options);',
      `const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      if (payload.exp * 1000 < options.currentDate.getTime()) throw new Error('expired');`,
    ),
  ),
  fault(
    'one-operation-left-open',
    [1, 10],
    'o ranking de provedores responde a quem não entrou',
    edit('http/admission.ts', 'if (operation.isPublic)', "if (operation.isPublic || operation.id === 'rankProviders')"),
  ),
  fault(
    'settings-shared-between-tenants',
    [1],
    'as configurações da primeira conta consultada aparecem para todas as outras',
    edit('handlers/auth.ts', 'function settingsOf(', 'let kept: UserSettings | undefined;\n\nfunction settingsOf('),
    edit('handlers/auth.ts', '  return {\n    restic_repo', '  kept ??= {\n    restic_repo'),
    edit('handlers/auth.ts', "tenant.has('vast_key'),\n  };", "tenant.has('vast_key'),\n  };\n  return kept;"),
  ),
  fault(
    'settings-unmasked',
    [1],
    'a chave da Vast.ai vai inteira na resposta das configurações',
    edit('handlers/auth.ts', 'masked(tenant.vault.vastApiKey)', 'tenant.vault.vastApiKey'),
  ),
  fault(
    'mask-shows-half',
    [1],
    'a máscara das configurações mostra os últimos 16 caracteres do segredo em vez de 4',
    edit('domain/accounts/vault.ts', 'secret.slice(-4)', 'secret.slice(-16)'),
  ),
  fault(
    'mask-shows-the-beginning',
    [1],
    'a máscara das configurações mostra o começo do segredo, e não o fim',
    edit('domain/accounts/vault.ts', 'secret.slice(-4)', 'secret.slice(0, 4)'),
  ),
  fault(
    'instances-of-everyone-listed',
    [2, 1],
    'a lista de instâncias traz também as das outras contas',
    edit(
      'domain/accounts/platform.ts',
      '  /** An id that no other instance has or had. */',
      '  get everyone(): Tenant[] {\n    return [...this.#tenants.values()];\n  }\n\n  /** An id that no other instance has or had. */',
    ),
    edit('handlers/instances.ts', 'function listInstances({ tenant, query }', 'function listInstances({ platform, query }'),
    edit(
      'handlers/instances.ts',
      'const all = [...tenant.instances.values()].map((instance) => instanceView(tenant, instance));',
      'const all = platform.everyone.flatMap((tenant) => [...tenant.instances.values()].map((each) => instanceView(tenant, each)));',
    ),
  ),
  fault(
    'foreign-instance-reached',
    [2, 1],
    'quem sabe o número mexe na instância de outra conta: consulta, pausa e destrói',
    edit(
      'domain/accounts/tenant.ts',
      '/** One account and',
      'const EVERYWHERE = new Set<Map<number, Instance>>();\n\n/** One account and',
    ),
    edit(
      'domain/accounts/tenant.ts',
      'this.#password = hashPassword(password);',
      'this.#password = hashPassword(password);\n    EVERYWHERE.add(this.instances);',
    ),
    edit(
      'domain/accounts/tenant.ts',
      'const instance = this.instances.get(id);',
      'const instance = [this.instances, ...EVERYWHERE].map((each) => each.get(id)).find((each) => each !== undefined);',
    ),
  ),
  fault(
    'foreign-id-answered-403',
    [2, 1],
    'a instância de outra conta responde 403, e não 404: fica claro que o número existe',
    edit(
      'domain/accounts/tenant.ts',
      '/** One account and',
      'const EVERYWHERE = new Set<Map<number, Instance>>();\n\n/** One account and',
    ),
    edit(
      'domain/accounts/tenant.ts',
      'this.#password = hashPassword(password);',
      'this.#password = hashPassword(password);\n    EVERYWHERE.add(this.instances);',
    ),
    edit(
      'domain/accounts/tenant.ts',
      'if (!instance) throw new DomainError(404, `Instance',
      'if (!instance) throw new DomainError([...EVERYWHERE].some((each) => each.has(id)) ? 403 : 404, `Instance',
    ),
  ),
  fault(
    'foreign-snapshot-reached',
    [3],
    'quem sabe o número restaura ou apaga o snapshot de outra conta',
    edit('domain/instances/snapshots.ts', 'const SHORT = 8;', 'const SHORT = 8;\nconst EVERY = new Map<string, Snapshot>();'),
    edit(
      'domain/instances/snapshots.ts',
      'this.#byId.set(snapshot.id, snapshot);',
      'this.#byId.set(snapshot.id, snapshot);\n    EVERY.set(snapshot.id, snapshot);',
    ),
    edit(
      'domain/instances/snapshots.ts',
      'const found = this.#byId.get(wanted) ??',
      'const found = this.#byId.get(wanted) ?? EVERY.get(wanted) ??',
    ),
    edit(
      'domain/instances/snapshots.ts',
      'this.#byId.delete(this.find(id).id);',
      'EVERY.delete(this.find(id).id);\n    this.#byId.delete(id);',
    ),
  ),
  fault(
    'foreign-job-reached',
    [5],
    'quem sabe o número lê os logs e cancela o treino de outra conta',
    edit('domain/training/finetune.ts', 'const MOST_GPUS = 8;', 'const MOST_GPUS = 8;\nconst EVERY = new Map<string, Job>();'),
    edit(
      'domain/training/finetune.ts',
      'this.jobs.set(order.id, job);',
      'this.jobs.set(order.id, job);\n    EVERY.set(order.id, job);',
    ),
    edit('domain/training/finetune.ts', 'const job = this.jobs.get(id);', 'const job = EVERY.get(id);'),
  ),
  fault(
    'jobs-of-everyone-listed',
    [5],
    'a lista de treinos é uma só para todas as contas',
    edit('domain/training/finetune.ts', 'const MOST_GPUS = 8;', 'const MOST_GPUS = 8;\nconst EVERY = new Map<string, Job>();'),
    edit('domain/training/finetune.ts', 'jobs = new Map<string, Job>();', 'jobs = EVERY;'),
  ),
  fault(
    'usage-shared-between-tenants',
    [7],
    'o uso de todas as contas cai no mesmo livro: cada uma vê a economia das outras',
    edit('domain/accounts/tenant.ts', '/** One account and', 'const ONE_FOR_ALL = new UsageLedger();\n\n/** One account and'),
    edit('domain/accounts/tenant.ts', 'readonly usage = new UsageLedger();', 'readonly usage = ONE_FOR_ALL;'),
  ),
  fault(
    'minimums-not-enforced',
    [2, 3],
    'valores abaixo do mínimo do contrato são aceitos, como um disco de 1 GB',
    edit(
      'http/validation.ts',
      'if (!validate(value)) throw',
      "if (!validate(value) && validate.errors?.some(({ keyword }) => keyword !== 'minimum')) throw",
    ),
  ),
  fault(
    'formats-not-enforced',
    [1],
    'um e-mail malformado passa pela conferência do login',
    edit(
      'http/validation.ts',
      'if (!validate(value)) throw',
      "if (!validate(value) && validate.errors?.some(({ keyword }) => keyword !== 'format' && keyword !== 'pattern')) throw",
    ),
  ),
  fault(
    'unknown-choices-accepted',
    [7, 4],
    'valores fora da lista do contrato são aceitos, como um período que não existe',
    edit(
      'http/validation.ts',
      'if (!validate(value)) throw',
      "if (!validate(value) && validate.errors?.some(({ keyword }) => keyword !== 'enum')) throw",
    ),
  ),
  fault(
    'malformed-request-is-400',
    [1, 2],
    'um pedido malformado responde 400 em vez de 422',
    edit('http/validation.ts', "new DomainError(422, 'Validation error'", "new DomainError(400, 'Validation error'"),
  ),
];
