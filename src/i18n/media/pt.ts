import type {MediaMessages} from './messages.js';

export const texts: MediaMessages = {
  gallery: 'Galeria',
  of: (number, all) => `${number} de ${all}`,
  previous: 'Anterior na galeria',
  next: 'Próximo na galeria',
  enlarge: 'Ampliar a imagem',
  picture: 'Imagem',
  slow: 'Está demorando a chegar.',
  transcript: 'Transcrição',
  open: (kind) => (kind ? `Abrir o documento (${kind})` : 'Abrir o documento'),
  before: 'Antes',
  after: 'Depois',
  compare: (before, after) => `Comparar: ${before}, ${after}`,
  foreignPlayer: (host) =>
    `O reprodutor está em outro site, ${host}, que saberia que você o vê e pode carregar de outros.`,
  playerFailed: 'Esta página não permite mostrar o reprodutor.',
  playerUnknown: (host) => `Esta página não mostra reprodutores de ${host}.`,
  elsewhere: 'Na sua própria página:',
};
