# language: pt
@criticidade-alta
Funcionalidade: Instância em criação

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem saldo

  Regra: Enquanto está em criação, a instância só se consulta ou se destrói

    @sandbox @destrutivo
    Esquema do Cenário: <ação> uma instância em criação é recusado
      Dado que já tenho a instância <instance_id> em criação
      Quando executo `<comando>`
      Então a API responde 409
      E o erro diz "is creating"
      E a instância <instance_id> ainda está em criação

      Exemplos:
        | ação        | comando                                               |
        | Pausar      | dumont instance pause <instance_id>                   |
        | Retomar     | dumont instance resume <instance_id>                  |
        | Sincronizar | dumont instance sync <instance_id>                    |
        | Migrar      | dumont instance migrate <instance_id> target_type=cpu |

    @sandbox @destrutivo
    Cenário: Instância em criação pode ser destruída
      Dado que escolhi a oferta mais barata como <ID>
      E que já tenho a instância <instance_id> em criação, na oferta <ID>
      Quando executo `dumont instance delete <instance_id>`
      Então a API responde 200
      E a instância <instance_id> deixa de existir
      E a oferta <ID> fica disponível
