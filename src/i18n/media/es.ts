import type {MediaMessages} from './messages.js';

export const texts: MediaMessages = {
  gallery: 'Galería',
  of: (number, all) => `${number} de ${all}`,
  previous: 'Anterior en la galería',
  next: 'Siguiente en la galería',
  enlarge: 'Ampliar la imagen',
  picture: 'Imagen',
  slow: 'Tarda en llegar.',
  transcript: 'Transcripción',
  open: (kind) => (kind ? `Abrir el documento (${kind})` : 'Abrir el documento'),
  before: 'Antes',
  after: 'Después',
  compare: (before, after) => `Comparar: ${before}, ${after}`,
  foreignPlayer: (host) =>
    `El reproductor está en otro sitio, ${host}, que sabría que usted lo mira y puede cargar de otros.`,
  playerFailed: 'Esta página no permite mostrar el reproductor.',
  playerUnknown: (host) => `Esta página no muestra reproductores de ${host}.`,
  elsewhere: 'En su propia página:',
};
