import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** What the room says of itself: sending, waiting, one's way back. */
export const fr = {
  ownName: 'en son nom',
  voices: {
    own: 'En mon nom',
    quality: 'en qualité de',
    mandate: 'mandat',
    confirmBy: 'confirmé avant le',
    seeAll: (count: number) => `Voir les ${count} structures et commissions`,
  },
  glossary: {
    GPC: 'gestion par consentement',
    REX: 'retour d’expérience',
    ROTI: 'valeur du temps passé, de 1 à 5',
    QR: 'carré à photographier',
    CC: 'Creative Commons, une licence libre',
  },
  parts: {
    title: 'Ce que nous tenons',
    hint: 'Ce qui est décoché est laissé de côté ; le compte rendu le dit pour la météo et la clôture.',
    names: { roles: 'rôles', weather: 'tour météo', 'follow-up': 'suivi', closing: 'tour de clôture' },
  },
  load: (count: number) => `Tu portes déjà ${count} actions. Tu peux dire non, ou la partager : aucune raison à donner.`,
  queued: 'Gardé sur cet appareil : ce sera envoyé dès que le réseau revient.',
  dropped: 'Pas de réseau : rien n’a été fait. Réessaie quand la connexion revient.',
  opening: 'La réunion s’ouvre…',
  openingOffline: 'Pas de réseau : elle s’ouvrira à son retour. Ce que tu as écrit est gardé ici.',
  signedOut: 'Cet appareil n’est plus reconnu. Entre à nouveau par le lien de la réunion.',
  noSuchMeeting: 'Cette réunion n’existe pas, ou plus. Vérifie le lien auprès de la personne qui t’a invité·e.',
  reloadPage: 'Une nouvelle version est là : recharge la page, rien n’est perdu.',
  badFrame: 'La connexion s’est mal comprise. Recharge la page : ce que tu as écrit est gardé ici.',
  filtered: {
    word: 'Réseau filtré',
    text: 'Ta parole passe ; tes notes restent ici et partiront plus tard.',
    notKept: 'Ta parole passe, tes notes pas encore : ne ferme pas cette page.',
  },
  notKept: {
    word: 'Cet appareil ne garde rien',
    offline: 'Cet appareil ne garde rien : ne ferme pas cette page, tes mots partiront au retour du réseau.',
    text: 'Navigation privée ou mémoire pleine : ne ferme pas cette page avant « enregistré ».',
  },
  recovery: {
    title: 'Ce qui n’était pas arrivé',
    intro: (count: number) =>
      `${count} ${n(count, { one: 'passage n’est pas entré', other: 'passages ne sont pas entrés' })} dans la réunion. Rien n’est perdu : dis ce que tu en fais.`,
    replacing: 'Un instant : ce que tu as écrit est mis à l’abri.',
    putBack: 'Remettre',
    removeAgain: 'Supprimer à nouveau',
    copy: 'Copier',
    giveUp: 'Laisser',
    sendLate: 'Envoyer au scribe',
    reasons: {
      frozen: 'Le compte rendu était déjà scellé.',
      sealed: 'Le compte rendu a été scellé pendant ce temps.',
      'too-large': 'C’était trop grand pour passer : remets-le en plusieurs fois.',
      observes: 'Tu observes à présent : copie-le, ou confie-le à qui prend les notes.',
      other: 'La réunion n’a pas pu prendre ces mots.',
    },
  },
}
