# language: pt
@criticidade-baixa
Funcionalidade: Confiabilidade das máquinas

  Contexto:
    Dado que estou autenticado

  Regra: As máquinas mais confiáveis vêm primeiro

    Cenário: As máquinas da RTX 4090 vêm da maior nota à menor
      Quando executo `dumont spot reliability gpu_name=rtx4090`
      Então a API responde 200
      E a lista "items" tem ao menos 2 itens
      E a lista "items" está em ordem decrescente de "overall_score"

    Cenário: Ver só as três máquinas mais confiáveis
      Quando executo `dumont spot reliability limit=3`
      Então a API responde 200
      E a lista "items" tem 3 itens

  Regra: A nota mínima inclui quem tem exatamente essa nota

    Cenário: Nota mínima de 96 traz só máquinas de 96 ou mais
      Quando executo `dumont spot reliability min_score=96`
      Então a API responde 200
      E cada item da lista "items" tem:
        | campo         | condição       |
        | overall_score | é no mínimo 96 |

    Cenário: Máquina com exatamente a nota mínima fica na lista
      Dado que já executei `dumont spot reliability gpu_name=rtx4090 limit=1`
      E que anotei o campo "items.0.overall_score" como <limite>
      Quando executo `dumont spot reliability min_score=<limite>`
      Então a API responde 200
      E a lista "items" tem um item com:
        | campo    | condição     |
        | gpu_name | é "RTX 4090" |

  Regra: Filtro de confiabilidade sem sentido é recusado

    Esquema do Cenário: Pedir <o_quê> é recusado
      Quando executo `dumont spot <comando>`
      Então a API recusa o parâmetro "<parâmetro>"

      Exemplos:
        | o_quê                    | comando                   | parâmetro |
        | nota mínima acima de 100 | reliability min_score=101 | min_score |
        | nenhuma máquina          | reliability limit=0       | limit     |
        | mais de 200 máquinas     | reliability limit=201     | limit     |
