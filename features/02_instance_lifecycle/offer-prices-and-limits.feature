# language: pt
@criticidade-alta
Funcionalidade: Preços e limites da busca de ofertas

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai

  Regra: A busca vem da mais barata para a mais cara

    Cenário: O limite de três traz só as três mais baratas
      Dado que já executei `dumont instance offers`
      E que anotei o campo "offers.0.id" como <primeira>
      E que anotei o campo "offers.2.id" como <terceira>
      Quando executo `dumont instance offers limit=3`
      Então a API responde 200
      E a lista "offers" tem 3 itens
      E a resposta tem:
        | campo       | condição     |
        | offers.0.id | é <primeira> |
        | offers.2.id | é <terceira> |

    Cenário: Oferta que custa exatamente o máximo entra na busca
      Dado que já executei `dumont instance offers`
      E que anotei o campo "offers.0.id" como <ID>
      E que anotei o campo "offers.0.dph_total" como <preço>
      Quando executo `dumont instance offers max_price=<preço>`
      Então a API responde 200
      E a oferta <ID> aparece na lista com:
        | campo     | condição  |
        | dph_total | é <preço> |

    Cenário: Sob demanda custa mais que interrompível
      Dado que já executei `dumont instance offers gpu_name=rtx4090 machine_type=interruptible`
      E que anotei o campo "offers.0.dph_total" como <preço_interrompível>
      Quando executo `dumont instance offers gpu_name=rtx4090 machine_type=on-demand`
      Então a API responde 200
      E o menor "dph_total" da lista "offers" é maior que <preço_interrompível>

    Cenário: A ordem pelo preço não muda com os outros parâmetros
      Quando executo `dumont instance offers order_by=gpu_ram include_blacklisted=true min_inet_up=200 cuda_version=12.4`
      Então a API responde 200
      E a lista "offers" tem ao menos 10 itens
      E a lista "offers" está em ordem crescente de "dph_total"

  Regra: Filtro fora dos limites é recusado

    Esquema do Cenário: Procurar com <engano> é recusado
      Quando executo `dumont instance offers <filtro>`
      Então a API recusa o parâmetro "<campo>"
      E o erro diz "Validation error"

      Exemplos:
        | engano                       | filtro               | campo           |
        | zero GPUs                    | num_gpus=0           | num_gpus        |
        | nove GPUs                    | num_gpus=9           | num_gpus        |
        | preço negativo               | max_price=-1         | max_price       |
        | disco negativo               | min_disk=-1          | min_disk        |
        | confiabilidade acima de 100% | min_reliability=1.1  | min_reliability |
        | limite zero                  | limit=0              | limit           |
        | limite acima de 100          | limit=101            | limit           |
        | uma região que não existe    | region=LUA           | region          |
        | um tipo que não existe       | machine_type=foguete | machine_type    |

    @sandbox
    Cenário: A CLI recusa um filtro que não existe
      Quando executo `dumont instance offers gpu=rtx4090`
      Então o comando termina com o código 2
      E nenhum pedido chega à API
      E a saída mostra "gpu_name"
