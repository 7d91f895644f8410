import { distance, plain } from '../spelling';

/** Portuguese words as far as looking for a step needs them: accents, capitals and inflection aside. */

/** The words of a text, as written: letters, with hyphens inside. */
export function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu) ?? [];
}

/** Verbs whose forms share no beginning, and words that mean the same in these features; each group by what it is known as. */
const SAME: Readonly<Record<string, string>> = {
  ser: 'é era foi são eram foram seja sendo sido ser equivale',
  estar: 'está estou estava esteve estão estar esteja estando estiver estejam',
  ter: 'tem tenho tinha tive teve têm ter tenha tendo possui possuo possuir haver há houve',
  traz: 'traz trouxe trazem trazer trago contém inclui',
  diz: 'diz disse dizem dizer digo informa avisa mensagem',
  anota: 'anoto anotei anota anotar anotado guardo guardei salvo salvei memorizo memorizei lembro registro captura capturo',
  executa:
    'executo executei executa executar execute rodo rodei roda rodar chamo chamei chama chamar digito digitei digitar uso usei invoco',
  responde: 'responde responder respondeu responda retorna retornou retornar devolve devolveu status http',
  mostra: 'mostra mostrar mostrou exibe exibiu exibir imprime imprimiu imprimir vejo ver apresenta',
  execução: 'execução rodando ativa ativo running ligada',
  pausa: 'pausa pausada pausado pausar pausei pausou parada parado paused suspensa',
  vazio: 'vazio vazia vazios vazias',
  autentica: 'autenticado autenticada autenticar autentiquei logado logada logar entrei login',
  instância: 'instância instâncias máquina máquinas servidor servidores',
  treino: 'job jobs treino treinos treinamento treinamentos',
  some: 'existe existir existia some sumiu sumir desaparece desapareceu removida removido apagada deletada destruída excluída',
  não: 'não sem nenhum nenhuma nunca jamais deixa deixou deixam deixar',
  terminal: 'saída tela terminal stdout console',
};

const LEMMAS: ReadonlyMap<string, string> = new Map(
  Object.entries(SAME).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [form, plain(lemma)] as const)),
);
const PLAIN_LEMMAS: ReadonlyMap<string, string> = new Map([...LEMMAS].map(([form, lemma]) => [plain(form), lemma]));

/** Endings of nouns, adjectives and verbs, without accents; the longest that fits goes. */
const ENDINGS = [
  'amentos imentos amento imento mente acoes icoes ucoes acao icao ucao adores adoras ador adora idade idades',
  'ariamos eriamos iriamos assemos essemos issemos avamos aramos eramos iramos',
  'ando endo indo adas ados ada ado idas idos ida ido aram eram iram ariam eriam avam asse esse isse arei erei irei',
  'ara era ira ava iam amos emos imos ar er ir ou ei eu iu am em as es os ia ias io ios a e i o s',
]
  .join(' ')
  .split(' ')
  .sort((one, other) => other.length - one.length);
const SHORTEST_STEM = 3;

const LEAST_ROOT = 4;

/** So that `pausam` comes to `pausa` as well. */
const LEMMA_ROOTS: ReadonlyMap<string, string> = new Map(
  [...PLAIN_LEMMAS].flatMap(([form, lemma]) => {
    const root = rootOf(form);
    return root.length >= LEAST_ROOT ? [[root, lemma] as const] : [];
  }),
);

/** What is left of a word when its inflection is taken off: `pausei`, `pausada` and `pausar` come to the same. */
export function stem(word: string): string {
  const lower = word.normalize('NFC').toLowerCase();
  const bare = plain(word);
  const lemma = LEMMAS.get(lower) ?? (bare.length > 1 ? PLAIN_LEMMAS.get(bare) : undefined); // "e" is no "é"
  if (lemma !== undefined) return lemma;
  const root = rootOf(bare);
  return LEMMA_ROOTS.get(root) ?? root;
}

function rootOf(bare: string): string {
  const singular = bare.replace(/ns$/, 'm').replace(/oes$/, 'ao');
  const ending = ENDINGS.find((each) => singular.endsWith(each) && singular.length - each.length >= SHORTEST_STEM);
  const root = ending === undefined ? singular : singular.slice(0, -ending.length);
  return root.replace(/qu$/, 'c').replace(/gu$/, 'g');
}

/** How much two stems are alike, from 0 to 1: the same, the beginning of the other, or one slip of a finger away. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 4 && long.startsWith(short)) return 0.85;
  if (short.length < 4) return 0;
  const allowed = short.length >= 7 ? 2 : 1;
  const away = long.length - short.length > allowed ? allowed + 1 : distance(one, other);
  return away <= allowed ? 0.9 - 0.15 * away : 0;
}
