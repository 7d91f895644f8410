# language: pt
@criticidade-alta
Funcionalidade: Dependência da Vast.ai

  Contexto:
    Dado que estou autenticado

  Regra: Sem a Vast.ai não há o que alugar

    @sandbox @destrutivo
    Esquema do Cenário: <ação> sem a chave da Vast.ai é recusado
      Dado que a conta está sem a chave da Vast.ai
      Quando executo `<comando>`
      Então a API responde 400
      E o erro diz "Vast.ai API key not configured"
      E meus gastos continuam os mesmos

      Exemplos:
        | ação              | comando                           |
        | Procurar ofertas  | dumont instance offers            |
        | Alugar            | dumont instance create offer_id=1 |
        | Listar instâncias | dumont instance list              |
        | Ver uma instância | dumont instance get 1             |

    @sandbox @destrutivo
    Esquema do Cenário: Com a Vast.ai fora do ar, o erro ao <ação> diz isso
      Dado que a Vast.ai está fora do ar
      Quando executo `<comando>`
      Então a API responde 503
      E o erro diz "Vast.ai is unavailable"
      E meus gastos continuam os mesmos

      Exemplos:
        | ação             | comando                           |
        | procurar ofertas | dumont instance offers            |
        | alugar           | dumont instance create offer_id=1 |
