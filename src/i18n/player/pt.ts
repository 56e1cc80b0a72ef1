import type {PlayerMessages} from './messages.js';

export const texts: PlayerMessages = {
  player: 'Percorrer o tempo',
  play: 'Reproduzir',
  pause: 'Pausar',
  again: 'Repetir',
  time: 'Momento',
  speed: 'Velocidade',
  times: (factor) => `${factor}×`,
  back: 'Voltar ao período anterior',
  undated: 'Nada aqui tem data: não há tempo para reproduzir.',
  single: (date) => `Tudo aqui começa no mesmo momento: ${date}.`,
};
