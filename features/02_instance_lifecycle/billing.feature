# language: pt
@criticidade-alta
Funcionalidade: Cobrança de uma instância

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: Em execução, a instância custa o preço da oferta; pausada, só o disco

    @destrutivo
    Cenário: O preço cobrado é o da oferta escolhida
      Dado que já executei `dumont instance offers gpu_name=rtx4090`
      E que anotei o campo "offers.0.id" como <ID>
      E que anotei o campo "offers.0.dph_total" como <preço>
      Quando executo `dumont instance create offer_id=<ID>`
      Então a API responde 201
      E anoto o campo "id" como <instance_id>
      E a instância <instance_id> fica em execução
      E a instância <instance_id> tem:
        | campo     | condição  |
        | dph_total | é <preço> |
        | total_dph | é <preço> |

    @destrutivo
    Cenário: Pausada, a instância custa só o seu disco
      Dado que escolhi a oferta mais barata como <ID>
      E que já executei `dumont instance create offer_id=<ID> disk_size=90`
      E que anotei o campo "id" como <instance_id>
      E a instância <instance_id> fica em execução
      Quando executo `dumont instance pause <instance_id>`
      Então a API responde 200
      E a instância <instance_id> fica pausada
      # 90 GB a US$ 0,04 por mês, em 720 horas
      E a instância <instance_id> tem:
        | campo     | condição |
        | total_dph | é 0.005  |

    @destrutivo
    Cenário: Retomada, a instância volta a custar o preço da oferta
      Dado que já tenho a instância <instance_id> pausada
      E que já executei `dumont instance get <instance_id>`
      E que anotei o campo "dph_total" como <preço>
      Quando executo `dumont instance resume <instance_id>`
      Então a API responde 200
      E a instância <instance_id> fica em execução
      E a instância <instance_id> tem:
        | campo     | condição  |
        | total_dph | é <preço> |

    @sandbox @destrutivo
    Cenário: Dez horas em execução são dez horas na conta
      Dado que já tenho a instância <instance_id> em execução
      Mas a conta está sem histórico de uso
      E que se passaram 10 horas
      Quando executo `dumont saving summary period=all`
      Então a API responde 200
      E o campo "total_hours" está entre 10 e 10.1
      E o campo "total_cost_dumont" é maior que 0

    @sandbox @destrutivo
    Cenário: Dez horas em pausa não são horas de GPU
      Dado que já tenho a instância <instance_id> pausada
      Mas a conta está sem histórico de uso
      E que se passaram 10 horas
      Quando executo `dumont saving summary period=all`
      Então a API responde 200
      E o campo "total_hours" é 0

    @sandbox @destrutivo
    Cenário: Depois de retomada, a GPU volta a contar horas
      Dado que já tenho a instância <instance_id> pausada
      E que já executei `dumont instance resume <instance_id>`
      Mas a conta está sem histórico de uso
      E que se passaram 10 horas
      Quando executo `dumont saving summary period=all`
      Então a API responde 200
      E o campo "total_hours" está entre 10 e 10.1

    @sandbox @destrutivo
    Cenário: Depois de destruída, a GPU não conta mais nada
      Dado que já tenho a instância <instance_id> em execução
      E que já executei `dumont instance delete <instance_id>`
      Mas a conta está sem histórico de uso
      E que se passaram 10 horas
      Quando executo `dumont saving summary period=all`
      Então a API responde 200
      E o campo "total_hours" é 0

    @sandbox @destrutivo
    Cenário: Duas GPUs por dez horas são vinte horas na conta
      Dado que já tenho a instância <primeira> em execução
      E que já tenho a instância <segunda> em execução
      Mas a conta está sem histórico de uso
      E que se passaram 10 horas
      Quando executo `dumont saving summary period=all`
      Então a API responde 200
      E o campo "total_hours" está entre 20 e 20.2
