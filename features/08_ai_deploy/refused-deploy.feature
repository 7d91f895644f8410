# language: pt
@criticidade-media
Funcionalidade: Deploys recusados

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: Sem oferta que sirva não há deploy

    @destrutivo
    Esquema do Cenário: Pedido de <o_quê> não encontra oferta
      Quando executo `dumont instance create wizard <pedido>`
      Então a API responde 409
      E o erro diz "No <gpu> offer"
      E minhas instâncias continuam as mesmas
      E meus gastos continuam os mesmos

      Exemplos:
        | o_quê                              | pedido                            | gpu     |
        | uma RTX 4090 a um centavo por hora | gpu_name=rtx4090 max_price=0.01   | rtx4090 |
        | uma GPU que ninguém oferece        | gpu_name=xyz9000                  | xyz9000 |
        | um disco maior que todos           | gpu_name=rtx4090 disk_size=100000 | rtx4090 |

  Regra: Pedido inválido é recusado

    @destrutivo
    Esquema do Cenário: Deploy <como> é recusado
      Quando executo `dumont instance create wizard <pedido>`
      Então a API recusa o parâmetro "<parâmetro>"
      E minhas instâncias continuam as mesmas

      Exemplos:
        | como                      | pedido                        | parâmetro |
        | sem dizer a GPU           |                               | gpu_name  |
        | com disco de 9 GB         | gpu_name=rtx4090 disk_size=9  | disk_size |
        | em região desconhecida    | gpu_name=rtx4090 region=MARTE | region    |
        | com preço máximo negativo | gpu_name=rtx4090 max_price=-1 | max_price |

  Regra: Sem saldo ou sem a chave da Vast.ai não há deploy

    @sandbox @destrutivo
    Cenário: Conta sem saldo não faz deploy
      Dado que a conta está sem saldo
      Quando executo `dumont instance create wizard gpu_name=rtx4090`
      Então a API responde 402
      E o erro diz "Insufficient balance"
      E minhas instâncias continuam as mesmas
      E meus gastos continuam os mesmos

    @sandbox @destrutivo
    Cenário: Conta sem a chave da Vast.ai não faz deploy
      Dado que a conta está sem a chave da Vast.ai
      Quando executo `dumont instance create wizard gpu_name=rtx4090`
      Então a API responde 400
      E o erro diz "Vast.ai API key not configured"
      E meus gastos continuam os mesmos
