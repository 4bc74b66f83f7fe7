import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** Coming in. */
export const fr = {
  enter: {
    loading: 'La réunion arrive…',
    already: 'déjà là',
    alreadyMany: (count: number) => `${count} ${n(count, { one: 'personne déjà là', other: 'personnes déjà là' })}`,
    name: 'Ton prénom et ton nom',
    nameMissing: 'Écris ton prénom et ton nom.',
    homonym: 'Quelqu’un porte déjà ce nom ici. Ajoute ton nom de famille ou une initiale.',
    homonymFirst: (first: string) => `Une autre personne s’appelle ${first}. Écris ton prénom et ton nom entiers.`,
    back: 'Revenir',
    voices: 'Au nom de qui viens-tu ?',
    voicesHint: 'Une voix, plusieurs, ou la tienne.',
    voicesMissing: 'Choisis une voix, ou « En mon nom ».',
    own: 'En mon nom',
    newcomer: 'C’est ma première fois ici',
    newcomerHint: 'Tu ne commenceras aucun tour.',
    remote: 'Je participe à distance',
    seenBy: 'Tout le monde voit ton nom et ta voix. Ce qui se dit à la météo reste dans le cercle.',
    enter: 'Entrer dans le cercle',
    entering: 'Un instant…',
    noKey: 'Il manque la fin du lien',
    noKeyText: 'L’adresse de cette réunion a été coupée. Redemande le lien entier, ou photographie le carré.',
    wrongCode: 'Ce code n’ouvre pas',
    wrongCodeText: 'Il ne vaut que cinq minutes, une seule fois. Redemandes-en un sur ton autre appareil.',
    code: 'Code de ton autre appareil',
    codeHint: 'Sur l’autre appareil : Cercle, puis « Continuer sur un autre appareil ».',
    codeEnter: 'Entrer avec ce code',
    refused: 'Ce lien n’ouvre plus',
    refusedText: 'Il a peut-être été renouvelé. Demande le nouveau à la personne qui convoque.',
    cancelled: 'Cette réunion est annulée',
    gone: 'Cette réunion n’existe pas',
    goneText: 'Vérifie le lien auprès de la personne qui t’a invité·e.',
    offline: 'Pas de réponse du serveur',
    offlineText: 'Vérifie ta connexion, ou que tu es sur le Wi-Fi de la salle, puis réessaie.',
    retry: 'Réessayer',
    home: 'Aller à l’accueil',
  },
}
