/** The words around every screen: what went wrong, how the page looks. */
export const fr = {
  brand: 'Clairière',
  loading: 'Un instant…',
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être coupée. Redemande le lien à la personne qui convoque.',
    home: 'Aller à l’accueil',
  },
  broken: {
    title: 'Cet écran s’est arrêté',
    text: 'La réunion continue, rien de ce qui était enregistré n’est perdu.',
    kept: 'Ce que tu étais en train d’écrire :',
    again: 'Reprendre',
    reload: 'Recharger la page',
  },
  appearance: {
    title: 'Affichage',
    theme: 'Lumière',
    auto: 'comme l’appareil',
    day: 'jour',
    night: 'nuit',
    largeText: 'Grands caractères',
    language: 'Langue',
    languageFailed: 'La langue n’a pas pu être chargée. Réessaie avec du réseau.',
  },
}
