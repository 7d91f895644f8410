# language: pt
@criticidade-baixa
Funcionalidade: Nomes de GPU

  Contexto:
    Dado que estou autenticado

  Regra: Tanto faz como se escreve o nome da GPU

    Esquema do Cenário: "<escrita>" é a <nome>
      Quando executo `dumont spot <comando> "<escrita>"`
      Então a API responde 200
      E o campo "gpu_name" é "<nome>"

      Exemplos:
        | comando      | escrita   | nome      |
        | prediction   | RTX 4090  | RTX 4090  |
        | prediction   | rtx4090   | RTX 4090  |
        | prediction   | rtx_4090  | RTX 4090  |
        | prediction   | Rtx-4090  | RTX 4090  |
        | safe-windows | a100_pcie | A100 PCIE |

    Esquema do Cenário: Filtrar por "<escrita>" traz só a RTX 3090
      Quando executo `dumont spot <comando> gpu_name=<escrita>`
      Então a API responde 200
      E cada item da lista "<lista>" tem:
        | campo    | condição     |
        | gpu_name | é "RTX 3090" |

      Exemplos:
        | comando      | escrita  | lista |
        | monitor      | rtx3090  | items |
        | reliability  | RTX-3090 | items |
        | availability | rtx_3090 | gpus  |

  Regra: GPU desconhecida não tem preço

    Esquema do Cenário: GPU desconhecida não tem <o_quê>
      Quando executo `dumont spot <comando> xyz9000`
      Então a API responde 404
      E o erro diz "GPU not found: xyz9000"

      Exemplos:
        | o_quê           | comando      |
        | previsão        | prediction   |
        | janelas seguras | safe-windows |

    Esquema do Cenário: GPU desconhecida não aparece <onde>
      Quando executo `dumont spot <comando> gpu_name=xyz9000`
      Então a API responde 200
      E a lista "<lista>" está vazia

      Exemplos:
        | onde                 | comando      | lista |
        | no monitor de preços | monitor      | items |
        | na confiabilidade    | reliability  | items |
        | na disponibilidade   | availability | gpus  |
