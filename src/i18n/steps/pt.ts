import type {StepMessages} from './messages.js';

export const texts: StepMessages = {
  steps: 'Passos',
  of: (number, all) => `${number} de ${all}`,
  step: (number) => `Passo ${number}`,
  previous: 'Passo anterior',
  next: 'Próximo passo',
  begin: 'Começar',
  beginning: 'Início',
  end: 'Fim',
  explore: 'Este foi o último passo. Tudo pode ser explorado: escolher, aproximar e filtrar.',
  again: 'Desde o início',
  back: (number) => `Voltar ao passo ${number}`,
  none: 'Esta história ainda não tem passos.',
};
