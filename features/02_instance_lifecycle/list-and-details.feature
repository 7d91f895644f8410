# language: pt
@criticidade-alta
Funcionalidade: Lista e detalhes das instâncias

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: A lista e os detalhes contam a mesma história

    @destrutivo
    Esquema do Cenário: Uma instância <situação> tem os mesmos detalhes na lista
      Dado que já tenho a instância <instance_id> <situação>
      Quando executo `dumont instance get <instance_id>`
      Então a API responde 200
      E a instância <instance_id> aparece igual na lista

      Exemplos:
        | situação    |
        | em execução |
        | pausada     |

    @destrutivo
    Cenário: Os detalhes são os do pedido e os da oferta
      Dado que já executei `dumont instance offers gpu_name=rtx4090 max_price=0.50`
      E que anotei o campo "offers.0.id" como <ID>
      E que anotei o campo "offers.0.dph_total" como <preço>
      E que já executei `dumont instance create offer_id=<ID> label=test-gpu disk_size=100`
      E que anotei o campo "id" como <instance_id>
      E a instância <instance_id> fica em execução
      Quando executo `dumont instance get <instance_id>`
      Então a API responde 200
      E a resposta tem:
        | campo      | condição     |
        | status     | é "running"  |
        | label      | é "test-gpu" |
        | gpu_name   | é "RTX 4090" |
        | disk_space | é 100        |
        | dph_total  | é <preço>    |

  Regra: A lista mostra só o que se pede

    @destrutivo
    Cenário: Sem filtro, a lista mostra também a instância pausada
      Dado que já tenho a instância <instance_id> pausada
      Quando executo `dumont instance list`
      Então a API responde 200
      E a instância <instance_id> aparece na lista com:
        | campo         | condição   |
        | status        | é "paused" |
        | actual_status | é "paused" |

    @destrutivo
    Cenário: A lista das pausadas não mostra as que estão em execução
      Dado que já tenho a instância <ligada> em execução
      E que já tenho a instância <pausada> pausada
      Quando executo `dumont instance list status=paused`
      Então a API responde 200
      E a instância <pausada> aparece na lista com:
        | campo         | condição   |
        | status        | é "paused" |
        | actual_status | é "paused" |
      E a instância <ligada> não aparece na lista

    Cenário: Listar por uma situação que não existe é recusado
      Quando executo `dumont instance list status=dormindo`
      Então a API recusa o parâmetro "status"

    @destrutivo
    Cenário: A lista das que estão em execução não mostra as pausadas
      Dado que já tenho a instância <ligada> em execução
      E que já tenho a instância <parada> pausada
      Quando executo `dumont instance list status=running`
      Então a API responde 200
      E a instância <ligada> aparece na lista com:
        | campo  | condição    |
        | status | é "running" |
      E a instância <parada> não aparece na lista
