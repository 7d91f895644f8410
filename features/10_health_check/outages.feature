# language: pt
@criticidade-alta
Funcionalidade: Falhas de dependências

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: Dependência fora do ar: o erro diz qual

    @sandbox
    Esquema do Cenário: Não se pode <ação> com <dependência> fora do ar
      Dado que <dependência> está fora do ar
      Quando executo `<comando>`
      Então a API responde 503
      E o erro diz "<nome> is unavailable"

      Exemplos:
        | ação                        | dependência      | comando                   | nome     |
        | ver a saúde                 | o banco de dados | dumont health list        | Database |
        | ver o mercado               | o banco de dados | dumont metrics market     | Database |
        | ver o ranking de eficiência | o banco de dados | dumont metrics efficiency | Database |
        | ver o ranking de provedores | o banco de dados | dumont metrics providers  | Database |
        | listar instâncias           | a Vast.ai        | dumont instance list      | Vast.ai  |
