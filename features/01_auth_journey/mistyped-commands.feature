# language: pt
@criticidade-alta
Funcionalidade: Comandos mal escritos

  Contexto:
    Dado que existe um usuário registrado

  Regra: Comando mal escrito não chega à API

    @sandbox
    Esquema do Cenário: A CLI recusa <engano>
      Quando executo `<comando>`
      Então o comando termina com o código 2
      E nenhum pedido chega à API
      E a saída mostra "<dica>"

      Exemplos:
        | engano                         | comando                                | dica                          |
        | um recurso que não existe      | dumont instanc list                    | Unknown resource              |
        | uma ação que não existe        | dumont instance destroy 27000001       | Unknown action                |
        | um recurso sem ação            | dumont setting                         | Actions of setting: list      |
        | um parâmetro que não existe    | dumont instance create ofer_id=100001  | Unknown key                   |
        | um parâmetro repetido          | dumont instance offers limit=1 limit=2 | is given twice                |
        | um argumento a menos           | dumont auth login ana@example.com      | Missing <password>            |
        | um argumento a mais            | dumont auth logout agora               | Unexpected argument           |
        | um texto no lugar de um número | dumont instance get minha-gpu          | must be a whole number        |
        | um número no lugar de true     | dumont standby configure enabled=1     | enabled must be true or false |
