# language: pt
@criticidade-baixa
Funcionalidade: Períodos da economia

  Contexto:
    Dado que estou autenticado
    E que a conta tem histórico de uso

  Regra: Cada período conta os dias que diz

    @sandbox
    Esquema do Cenário: O uso de <dias> dias atrás entra no período "<período>"
      Dado que o último uso foi há <dias> dias
      Quando executo `dumont saving summary period=<período>`
      Então a API responde 200
      E o campo "total_hours" é maior que 0
      E o campo "total_cost_aws" é maior que 0

      Exemplos:
        | dias | período |
        | 4    | month   |
        | 11   | month   |
        | 41   | year    |
        | 401  | all     |

    @sandbox
    Esquema do Cenário: O uso de <dias> dias atrás não entra no período "<período>"
      Dado que o último uso foi há <dias> dias
      Quando executo `dumont saving summary period=<período>`
      Então a API responde 200
      E o campo "total_hours" é 0
      E o campo "total_cost_aws" é 0

      Exemplos:
        | dias | período |
        | 4    | day     |
        | 11   | week    |
        | 41   | month   |
        | 401  | year    |

    @sandbox
    Cenário: O total do dia é menor que o da semana
      Dado que já executei `dumont saving summary period=week`
      E que anotei o campo "total_cost_aws" como <semana>
      Quando executo `dumont saving summary period=day`
      Então a API responde 200
      E o campo "total_cost_aws" é maior que 0
      E o campo "total_cost_aws" é menor que <semana>

    @sandbox
    Esquema do Cenário: Contar as hibernações <de_quando>
      Quando executo `dumont metrics savings days=<dias>`
      Então a API responde 200
      E o campo "summary.hibernation_count" é <vezes>

      Exemplos:
        | de_quando          | dias | vezes |
        | do último dia      | 1    | 0     |
        | dos últimos 2 dias | 2    | 1     |
        | dos últimos 7 dias | 7    | 4     |

    @sandbox
    Cenário: O uso de 41 dias atrás não entra no histórico de 1 mês
      Dado que já executei `dumont saving summary period=all`
      E que anotei o campo "total_cost_dumont" como <tudo>
      E que o último uso foi há 41 dias
      Quando executo `dumont saving history months=1`
      Então a API responde 200
      E a lista "monthly_data" tem 1 item
      E a soma de "dumont" da lista "monthly_data" é 0

    @sandbox
    Cenário: O uso de 41 dias atrás entra no histórico de 24 meses
      Dado que já executei `dumont saving summary period=all`
      E que anotei o campo "total_cost_dumont" como <tudo>
      E que o último uso foi há 41 dias
      Quando executo `dumont saving history months=24`
      Então a API responde 200
      E a lista "monthly_data" tem 24 itens
      E a soma de "dumont" da lista "monthly_data" é <tudo>

  Regra: Período inválido é recusado

    Esquema do Cenário: Pedir <o_quê> é recusado
      Quando executo `dumont <comando>`
      Então a API recusa o parâmetro "<parâmetro>"

      Exemplos:
        | o_quê                    | comando                         | parâmetro |
        | o resumo da década       | saving summary period=decade    | period    |
        | o detalhamento da década | saving breakdown period=decade  | period    |
        | a comparação da década   | saving comparison period=decade | period    |
        | nenhum mês de histórico  | saving history months=0         | months    |
        | 25 meses de histórico    | saving history months=25        | months    |
        | nenhum dia de hibernação | metrics savings days=0          | days      |
        | 366 dias de hibernação   | metrics savings days=366        | days      |
