import type { PeopleLabels } from '../shape.ts'

export const people: PeopleLabels = {
  roles: {
    facilitator: {
      label: 'facilitation',
      says: 'Je tiens le processus, pas le contenu.',
      mission: 'Ouvrir et fermer les points, lancer les tours, accueillir les signaux, mener la décision étape par étape.',
      limits: 'Ne lève pas une objection, ne juge pas un argument, n’écrit pas la position d’une autre personne.',
    },
    moodWatcher: {
      label: 'guet d’ambiance',
      says: 'Je veille au climat et je lève les signaux.',
      mission: 'Regarder les visages plus que l’écran, recevoir les murmures, lever un signal, dire quand c’est apaisé.',
      limits: 'Ne nomme jamais une personne, ne règle pas le conflit, ne cumule pas la facilitation au-delà de quatre personnes.',
    },
    timekeeper: {
      label: 'temps',
      says: 'Je dis l’heure, je ne coupe personne.',
      mission: 'Annoncer le temps qui reste, proposer d’ajouter des minutes quand le groupe le veut.',
      limits: 'Ne ferme pas un point, ne retire pas la parole.',
    },
    scribe: {
      label: 'scribe',
      says: 'J’écris ce qui reste, avec les mots du groupe.',
      mission: 'Prendre les notes nommées, relire avec le groupe, sceller le compte rendu à deux clés.',
      limits: 'Ne parle pas à la place d’une personne, ne corrige pas le sens sans la personne citée.',
    },
    speechKeeper: {
      label: 'parole',
      says: 'Je distribue la parole, je pense aux silencieux·ses.',
      mission: 'Suivre la file, proposer d’abord la parole à celles et ceux qu’on a moins entendus.',
      limits: 'N’interrompt pas et ne commente pas.',
    },
    decisionKeeper: {
      label: 'mémoire des décisions',
      says: 'Je relis la décision mot à mot et je suis sa transmission.',
      mission: 'Lire le texte à voix haute, enregistrer l’adoption, transmettre à la structure, donner des nouvelles au suivi.',
      limits: 'Ne change pas un mot du texte adopté.',
    },
    host: {
      label: 'hôte',
      says: 'Je convoque et je prépare.',
      mission: 'Inviter, préparer l’ordre du jour, ouvrir si personne ne facilite encore.',
      limits: 'Ne commande rien une fois la réunion ouverte et la facilitation acceptée.',
    },
  },
  ranks: { holder: 'tient le rôle', pair: 'en binôme', backup: 'relais' },
  standings: {
    decider: { label: 'participation', hint: 'Prend part aux décisions.' },
    observer: { label: 'observation', hint: 'Parle, réagit et donne des avis ; ne prend pas position dans une décision.' },
  },
  presences: { expected: 'attendu·e', present: 'présent·e', away: 'hors ligne', left: 'parti·e' },
  preferences: { gladly: 'volontiers', 'in-pair': 'en binôme', declines: 'pas pour moi' },
  skills: { facilitation: 'facilitation', rex: 'retours d’expérience', mediation: 'médiation', scribe: 'prise de notes' },
  mandates: {
    free: { label: 'libre', hint: 'Je peux engager ma structure.' },
    'report-back': { label: 'à rapporter', hint: 'Je rapporte à ma structure ce qui s’est dit.' },
    'ad-referendum': { label: 'à confirmer', hint: 'Mon accord reste à confirmer par ma structure.' },
  },
  devices: { laptop: 'ordinateur', phone: 'téléphone', none: 'sans appareil' },
  organisationKinds: { structure: 'structure', commission: 'commission', group: 'groupe', circle: 'cercle', partner: 'partenaire' },
  ownName: 'en mon nom',
  attributions: {
    'name-and-voice': { label: 'mon nom et ma voix', hint: 'Le compte rendu dit qui a parlé, et au nom de qui.' },
    'voice-only': { label: 'la structure seule', hint: 'Le compte rendu dit au nom de qui, sans ton nom.' },
    unnamed: { label: 'une personne', hint: 'Le compte rendu ne dit ni ton nom ni ta structure.' },
  },
}
