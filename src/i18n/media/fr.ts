import type {MediaMessages} from './messages.js';

export const texts: MediaMessages = {
  gallery: 'Galerie',
  of: (number, all) => `${number} sur ${all}`,
  previous: 'Précédent dans la galerie',
  next: 'Suivant dans la galerie',
  enlarge: 'Agrandir l’image',
  picture: 'Image',
  slow: 'Le chargement est lent.',
  transcript: 'Transcription',
  open: (kind) => (kind ? `Ouvrir le document (${kind})` : 'Ouvrir le document'),
  before: 'Avant',
  after: 'Après',
  compare: (before, after) => `Comparer : ${before}, ${after}`,
  foreignPlayer: (host) =>
    `Le lecteur est sur un autre site, ${host}, qui saurait que vous le regardez et peut en solliciter d’autres.`,
  playerFailed: 'Cette page ne permet pas d’afficher le lecteur.',
  playerUnknown: (host) => `Cette page n’affiche aucun lecteur de ${host}.`,
  elsewhere: 'Sur sa propre page :',
};
