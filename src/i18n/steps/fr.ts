import type {StepMessages} from './messages.js';

export const texts: StepMessages = {
  steps: 'Étapes',
  of: (number, all) => `${number} sur ${all}`,
  step: (number) => `Étape ${number}`,
  previous: 'Étape précédente',
  next: 'Étape suivante',
  begin: 'Commencer',
  beginning: 'Début',
  end: 'Fin',
  explore: 'C’était la dernière étape. Tout peut être exploré : choisir, zoomer, filtrer.',
  again: 'Depuis le début',
  back: (number) => `Revenir à l’étape ${number}`,
  none: 'Ce récit n’a pas encore d’étapes.',
};
