# language: pt
@criticidade-baixa
Funcionalidade: Preços ao lado das nuvens

  Contexto:
    Dado que estou autenticado

  Regra: O preço de cada GPU, ao lado do das nuvens, é público

    Esquema do Cenário: Comparar a <gpu> com as nuvens sem sessão
      Dado que já executei `dumont auth logout`
      E que não estou autenticado
      Quando executo `dumont saving comparison "<escrita>"`
      Então a API responde 200
      E a resposta tem:
        | campo    | condição   |
        | gpu_type | é "<gpu>"  |
        | dumont   | é <dumont> |
        | aws      | é <aws>    |
        | gcp      | é <gcp>    |
        | azure    | é <azure>  |

      Exemplos:
        | gpu      | escrita  | dumont | aws  | gcp  | azure |
        | RTX 4090 | rtx4090  | 0.44   | 4.10 | 3.67 | 3.95  |
        | RTX 3090 | RTX 3090 | 0.25   | 2.10 | 1.89 | 2.05  |
        | H100     | h100     | 2.49   | 65   | 52   | 48    |

    Cenário: GPU desconhecida não tem comparação
      Quando executo `dumont saving comparison xyz9000`
      Então a API responde 404
      E o erro diz "GPU not found: xyz9000"
