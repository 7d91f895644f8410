# language: pt
@criticidade-media
Funcionalidade: Custo da CPU standby

  Contexto:
    Dado que estou autenticado
    E que a conta tem a chave da Vast.ai
    E que a conta tem credenciais da GCP

  Regra: Uma GPU com CPU standby custa as duas

    @destrutivo
    Cenário: O preço por hora soma a CPU
      Dado que já executei `dumont instance offers gpu_name=rtx4090`
      E que anotei o campo "offers.0.id" como <ID>
      E que anotei o campo "offers.0.dph_total" como <preço>
      E que já tenho a CPU standby da GPU <gpu_id> pronta, na oferta <ID>
      Quando executo `dumont instance get <gpu_id>`
      Então a API responde 200
      E a resposta tem:
        | campo                 | condição            |
        | dph_total             | é <preço>           |
        | cpu_standby.dph_total | é 0.01              |
        | total_dph             | é maior que <preço> |

    @destrutivo
    Cenário: Desligar o auto-standby não barateia a CPU que já existe
      Dado que já tenho a CPU standby da GPU <gpu_id> pronta
      E que já executei `dumont instance get <gpu_id>`
      E que anotei o campo "total_dph" como <total>
      E que já executei `dumont standby configure enabled=false`
      Quando executo `dumont instance get <gpu_id>`
      Então a API responde 200
      E o campo "total_dph" é <total>
