import type {PlayerMessages} from './messages.js';

export const texts: PlayerMessages = {
  player: 'Dérouler le temps',
  play: 'Lire',
  pause: 'Mettre en pause',
  again: 'Relire',
  time: 'Moment',
  speed: 'Vitesse',
  times: (factor) => `${factor}×`,
  back: 'Revenir à la période précédente',
  undated: 'Rien ici n’est daté : il n’y a pas de temps à dérouler.',
  single: (date) => `Tout commence ici au même moment : ${date}.`,
};
