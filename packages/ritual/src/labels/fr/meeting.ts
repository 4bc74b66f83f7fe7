import type { MeetingLabels } from '../shape.ts'

export const meeting: MeetingLabels = {
  types: { ecosystem: 'réunion écosystème', commission: 'réunion de commission', workshop: 'atelier', other: 'réunion' },
  statuses: {
    draft: 'en préparation',
    scheduled: 'convoquée',
    cancelled: 'annulée',
    live: 'en cours',
    review: 'en relecture',
    sealed: 'scellée',
  },
  phases: {
    welcome: 'accueil',
    weather: 'météo',
    'follow-up': 'suivi',
    agenda: 'ordre du jour',
    closing: 'clôture',
    'wrap-up': 'fin',
  },
  pause: 'pause',
  audiences: { circle: 'le cercle', members: 'membres de l’écosystème', public: 'public' },
  privacy: {
    names: { full: 'prénoms et noms', 'first-names': 'prénoms seuls', structures: 'structures seules' },
    weather: { aggregate: 'la météo en nombres, à partir de cinq personnes', held: 'seulement « tour météo tenu »' },
    signals: {
      'with-phrase': 'le nombre, les suites et les phrases, si chacun·e est d’accord',
      'count-and-responses': 'le nombre de signaux et les suites choisies',
      none: 'rien sur les signaux',
    },
    closing: {
      'roti-and-consented-words': 'la valeur du temps passé et les paroles que chacun·e publie',
      'roti-only': 'la valeur du temps passé, sans paroles',
      none: 'rien sur le tour de clôture',
    },
    positions: { 'roll-call': 'la liste nominative des positions', 'count-and-objections': 'les nombres, les objections et les réserves' },
  },
  keptAndForgotten:
    'Le compte rendu garde les notes, les décisions et les actions. Les mots de la météo et de la clôture restent dans le cercle et s’effacent au scellement ; les murmures s’effacent à la clôture.',
  seenBy: {
    self: 'Vu par toi.',
    watch: 'Vu par le guet.',
    circle: 'Vu par le cercle, effacé au scellement.',
    everyone: 'Vu par tout le monde, gardé au compte rendu.',
  },
  rounds: {
    weather: { label: 'tour météo', prompt: 'Quelle est ta météo du moment ?' },
    clarification: { label: 'tour de clarification', prompt: 'Qu’est-ce qui n’est pas encore clair pour toi ?' },
    feelings: { label: 'tour de ressentis', prompt: 'Qu’est-ce que cela te fait ?' },
    objections: { label: 'tour d’objections', prompt: 'As-tu une objection à cette proposition ?' },
    closing: { label: 'tour de clôture', prompt: 'Avec quoi repars-tu ?' },
    free: { label: 'tour de parole', prompt: 'Qu’as-tu à dire sur ce point ?' },
  },
  roundModes: { circle: 'chacun·e son tour', simultaneous: 'tout le monde en même temps', popcorn: 'qui veut' },
  roti: {
    1: 'temps perdu',
    2: 'utile, sans valoir le temps passé',
    3: 'équilibré',
    4: 'j’y ai gagné plus que le temps passé',
    5: 'bien plus que le temps passé',
  },
  rotiLow: 'Qu’est-ce qui aurait donné un point de plus ? Si tu veux, sans signer.',
}
