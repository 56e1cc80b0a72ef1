import type {StepMessages} from './messages.js';

export const texts: StepMessages = {
  steps: 'Pasos',
  of: (number, all) => `${number} de ${all}`,
  step: (number) => `Paso ${number}`,
  previous: 'Paso anterior',
  next: 'Paso siguiente',
  begin: 'Empezar',
  beginning: 'Inicio',
  end: 'Fin',
  explore: 'Este fue el último paso. Todo se puede explorar: elegir, acercar y filtrar.',
  again: 'Desde el principio',
  back: (number) => `Volver al paso ${number}`,
  none: 'Esta historia todavía no tiene pasos.',
};
