# language: pt
@criticidade-baixa
Funcionalidade: Uso em andamento

  Contexto:
    Dado que estou autenticado

  Regra: O que está ligado conta desde já

    @sandbox @destrutivo
    Cenário: Dez horas de uma RTX 4090 ligada já aparecem no detalhamento
      Dado que a conta está sem histórico de uso
      E que escolhi a oferta mais barata de "RTX 4090" como <ID>
      E que já tenho a instância <instance_id> em execução, na oferta <ID>
      E que se passaram 10 horas
      Quando executo `dumont saving breakdown`
      Então a API responde 200
      E a lista "gpu_breakdown" tem 1 item
      E a resposta tem:
        | campo                 | condição             |
        | gpu_breakdown.0.gpu   | é "RTX 4090"         |
        | gpu_breakdown.0.hours | está entre 10 e 10.1 |
        | gpu_breakdown.0.aws   | está entre 41 e 41.5 |
        | gpu_breakdown.0.cost  | está entre 2 e 5     |

    @sandbox @destrutivo
    Cenário: Instância ligada agora já aparece no mês corrente
      Dado que a conta está sem histórico de uso
      E que já tenho a instância <instance_id> em execução
      Quando executo `dumont saving history months=1`
      Então a API responde 200
      E o campo "monthly_data.0.aws" é maior que 0

    @destrutivo
    Cenário: Instância destruída continua no resumo
      Dado que já executei `dumont saving summary period=day`
      E que anotei o campo "total_hours" como <horas_antes>
      E que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance delete <instance_id>`
      Quando executo `dumont saving summary period=day`
      Então a API responde 200
      E o campo "total_hours" é maior que <horas_antes>

    @sandbox @destrutivo
    Cenário: Instância pausada não conta
      Dado que a conta está sem histórico de uso
      E que já tenho a instância <instance_id> pausada
      E que se passaram 10 horas
      Quando executo `dumont saving summary period=day`
      Então a API responde 200
      E o campo "total_hours" é menor que 1

  Regra: Cada máquina se compara com uma igual nas nuvens

    @sandbox @destrutivo
    Cenário: Uma máquina de duas GPUs se compara com duas GPUs nas nuvens
      Dado que já executei `dumont instance offers gpu_name=rtx4090 num_gpus=2`
      E que anotei o campo "offers.0.id" como <ID>
      E que já executei `dumont instance create offer_id=<ID> disk_size=50`
      Mas a conta está sem histórico de uso
      E que se passaram 10 horas
      Quando executo `dumont saving summary period=all`
      Então a API responde 200
      E o campo "total_cost_aws" é no mínimo 82

    @sandbox @destrutivo
    Cenário: Uma CPU se compara com uma CPU nas nuvens
      Dado que já tenho a instância <cpu> em execução em uma CPU
      Mas a conta está sem histórico de uso
      E que se passaram 10 horas
      Quando executo `dumont saving breakdown period=all`
      Então a API responde 200
      E a lista "gpu_breakdown" tem um item com:
        | campo | condição           |
        | gpu   | é "CPU"            |
        | hours | é no mínimo 10     |
        | aws   | está entre 1.7 e 2 |
