import { type StepCase, stepCases } from '../support/testing/step-cases';

const hoursOfUse = (title: string, passing: string, period: string, condition: string): StepCase => ({
  title,
  steps: `Dado que estou autenticado
    E que ${passing}
    Quando executo \`dumont saving summary period=${period}\`
    Então a API responde 200
    E o campo "total_hours" ${condition}`,
});

stepCases('Passos sobre o tempo', [
  hoursOfUse('passam poucas horas', 'se passaram 23 horas', 'week', 'é maior que 0'),
  hoursOfUse('passam muitas horas', 'se passaram 480 horas', 'week', 'é 0'),
  hoursOfUse('passam vinte dias', 'se passaram 20 dias', 'month', 'é maior que 0'),
  hoursOfUse('passam quarenta dias', 'se passaram 40 dias', 'month', 'é 0'),
  hoursOfUse('o último uso foi ontem', 'o último uso foi há 1 dias', 'day', 'é maior que 0'),
  hoursOfUse('o último uso foi há três dias', 'o último uso foi há 3 dias', 'day', 'é 0'),
  hoursOfUse('o último uso foi há trinta dias', 'o último uso foi há 30 dias', 'month', 'é maior que 0'),
  hoursOfUse('o último uso foi há quarenta dias', 'o último uso foi há 40 dias', 'month', 'é 0'),
]);
