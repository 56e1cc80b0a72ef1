import type {PlayerMessages} from './messages.js';

export const texts: PlayerMessages = {
  player: 'Recorrer el tiempo',
  play: 'Reproducir',
  pause: 'Pausa',
  again: 'Repetir',
  time: 'Momento',
  speed: 'Velocidad',
  times: (factor) => `${factor}×`,
  back: 'Volver al período anterior',
  undated: 'Aquí nada tiene fecha: no hay tiempo que reproducir.',
  single: (date) => `Todo comienza aquí en un mismo momento: ${date}.`,
};
