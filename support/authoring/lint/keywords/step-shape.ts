/** Values that only a step has between its words: a command, a quoted text, a placeholder. */
const MARKED = /`[^`]+`|"[^"]*"|<[^<>]+>/g;

/** How steps of the suite begin, for those that have no mark in them. */
const OPENINGS: readonly RegExp[] = [
  /^(?:não )?estou autenticado$/,
  /^a API responde [\d<]/,
  /^a API recusa o parâmetro "/,
  /^a resposta (?:tem:|traz )/,
  /^a conta (?:tem|está|não tem) /,
  /^(?:minhas|meus) .+ (?:continuam|só ganham|só perdem)/,
  /^minha sessão continua /,
  /^meu token está /,
  /^nenhum pedido chega /,
  /^a saída (?:não )?mostra /,
  /^a pasta do projeto /,
  /^o backend está /,
  /^o comando termina /,
  /^o que é do outro usuário continua /,
  /^os segredos da conta /,
  /^(?:a Vast\.ai|a GCP|o storage de backup|o banco de dados) está /,
  /^(?:já )?tenho o auto-standby /,
  /^o auto-standby (?:fica|ainda está|tem:)/,
  /^a próxima migração falha /,
  /^(?:já )?(?:existe|existem) (?:um|outro) usuário/,
  /^(?:o campo|a lista|a soma de|o (?:maior|menor)|(?:cada|nenhum) item da lista|o erro diz|o arquivo) "/,
  /^(?:anoto|anotei) o (?:campo )?"/,
  /^(?:já )?(?:escolhi|gravei|copiei|apaguei) .*["<]/,
  /^(?:já )?(?:tenho|existe) (?:a|o) [^.]*</,
  /^(?:a instância|a CPU|a oferta|o snapshot|o job|os logs do job)[^.]* <[^<>]+>/,
  /^o token da resposta fica salvo /,
  /^<[^<>]+>/,
  /^espero (?:a|o) [^.]*</,
  /^se passaram \S+ (?:horas|dias)$/,
  /^o último uso foi há /,
];

const WHOLE_COMMAND = /^(?:já )?(?:executo|executei|tentei) `[^`]+`$/;

/** How much a text, found where steps do not stand, looks like the text of one of our steps. */
export type StepLikeness = 'certain' | 'likely' | 'none';

/**
 * `certain`: a command from end to end, or the beginning of a step of ours; `likely`: a command, a quoted text or a placeholder in it. Never
 * when it ends as a sentence does, or goes on after a comma: steps are no sentences.
 * @param text what follows the keyword
 */
export function stepLikeness(text: string): StepLikeness {
  const bare = text.trim().replace(/^que /, '');
  if (/[.!?;,…]$/.test(bare)) return 'none';
  if (WHOLE_COMMAND.test(bare)) return 'certain';
  if (OPENINGS.some((opening) => opening.test(bare))) return 'certain';
  const between = bare.replace(MARKED, '');
  if (between === bare) return 'none';
  return between.includes('. ') ? 'none' : 'likely';
}
