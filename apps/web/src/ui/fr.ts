import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** The few words that belong to no feature: what a control says by itself. */
export const fr = {
  close: 'Fermer',
  copy: 'Copier',
  copied: 'Copié',
  copyByHand: 'L’adresse est sélectionnée : copie-la à la main.',
  textSelected: 'Le texte est sélectionné : copie-le à la main.',
  quoted: (words: string) => `« ${words} »`,
  full: (most: number) => `${most} signes au plus : relis la fin, ce qui dépasse n’entre pas.`,
  undo: 'Annuler',
  dismiss: 'J’ai vu',
  unfold: 'Déplier',
  wait: 'Un instant…',
  chosen: 'choisi',
  added: 'ajouté :',
  removed: 'supprimé :',
  endOfChange: 'fin.',
  noChange: 'Aucun changement.',
  stepDone: 'fait',
  stepNow: 'en cours',
  seatSpeaks: 'a la parole',
  qr: 'Carré à photographier',
  tableScroll: 'Tableau, défile de gauche à droite',
  saved: {
    saved: 'enregistré',
    sending: 'en cours…',
    offline: {
      nothing: 'hors ligne',
      kept: (count: number) => `hors ligne, ${count} ${n(count, { one: 'changement gardé', other: 'changements gardés' })} ici`,
      loose: 'hors ligne, non gardé',
    },
    filtered: {
      nothing: 'réseau filtré',
      kept: (count: number) => `filtré, ${count} ${n(count, { one: 'changement gardé', other: 'changements gardés' })}`,
      loose: 'filtré, non gardé',
    },
    'not-saving': 'pas enregistré',
    refused: 'pas accepté',
  },
}
