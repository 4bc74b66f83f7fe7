import { countIn, namesIn } from '../detail.ts'
import type { Detail, RefusalLabels } from '../shape.ts'

const hats = {
  F: 'à la facilitation',
  G: 'au guet d’ambiance',
  T: 'à qui tient le temps',
  S: 'à la ou au scribe',
  K: 'à la mémoire des décisions',
  P: 'à qui porte le point',
  H: 'à l’hôte',
  R: 'au contact de la structure',
}
const several = (count: number, one: string, many: string): string => (count > 1 ? `${count} ${many}` : one)
const whose = (detail: Detail): string => {
  const who = namesIn(detail, 'hats', hats)
  return who.length === 0 || who.length > 3
    ? 'Ce n’est pas à toi de le faire ici. Demande à la facilitation.'
    : `Cela revient ${who.join(' ou ')}. Demande-le à voix haute.`
}

export const refusals: RefusalLabels = {
  malformed: 'Le message n’a pas été compris. Recharge la page et recommence.',
  'unknown-person': 'Cette personne n’est pas dans la réunion. Rejoins par le lien, ou entre-la d’abord.',
  'circle-only': 'Ce compte rendu est pour le cercle de la réunion : celles et ceux qui y étaient le lisent et le transmettent.',
  'not-yours': 'Ceci appartient à une autre personne ou à une voix que tu n’as pas. Demande-lui de le faire.',
  'no-such-meeting': 'Cette réunion n’existe pas, ou le lien a été renouvelé. Demande le nouveau lien.',
  'no-such-thing': 'Cela n’existe plus ici. Regarde où en est la réunion et recommence.',
  'too-large': 'C’est trop long. Raccourcis, ou partage en deux.',
  'too-many': 'C’est beaucoup d’un coup. Attends un peu et recommence.',
  'late-full': 'Les apports tardifs de cette réunion sont au complet. Copie ton texte et envoie-le à qui tient le compte-rendu.',
  'not-saving': 'Le serveur n’enregistre plus pour le moment. Ce que tu écris reste sur ton appareil ; réessaie dans un instant.',
  'not-permitted': whose,
  'not-your-role': whose,
  'not-your-entry': 'Seule la personne qui l’a dit peut le changer. Demande-lui.',
  'observers-do-not': 'En observation, on ne fait pas ce geste. Tu peux parler, réagir et donner un avis.',
  'role-concerned': 'Ce signal concerne ton rôle : une autre personne s’en occupe. Écoute.',
  'facilitator-present': 'La facilitation est là : demande-lui de le faire.',
  'mood-watcher-present': 'Quelqu’un tient le guet : murmure-lui ce que tu sens. Tu peux lever toi-même rythme, fil perdu et joie.',
  'role-taken': 'Ce rôle est déjà tenu. Propose-toi en binôme ou en relais.',
  'roles-incompatible': 'La facilitation et le guet ne se tiennent pas ensemble au-delà de quatre personnes. Garde l’un des deux.',
  'not-accepted': 'La personne n’a pas encore accepté. Attends sa réponse.',
  'role-not-held': 'Personne ne tient ce rôle. Il faut d’abord que quelqu’un l’accepte.',
  'not-offered': 'Ce rôle ne t’est plus proposé. Demande-le si tu le veux.',
  'moved-on': 'La réunion a avancé entre-temps. Regarde où elle en est, puis refais ton geste s’il a encore du sens.',
  'wrong-phase': 'Ce n’est pas le moment. Attends l’étape où cela se fait.',
  'wrong-status': 'Ce n’est plus possible dans cet état. Regarde où cela en est.',
  'not-live': 'La réunion n’est pas ouverte. Attends qu’elle commence.',
  'not-in-review': 'Cela se fait à la relecture, après la clôture.',
  sealed: 'Le compte rendu est scellé. Demande une rectification.',
  frozen: 'La réunion est close : ce geste n’est plus possible. Tu peux retirer ou signer autrement tes propres mots.',
  'too-late': 'C’est trop tard pour cela. Propose-le pour la prochaine réunion.',
  'too-early': 'C’est trop tôt. Attends que l’étape précédente soit faite.',
  incomplete: 'Il manque quelque chose. Complète les champs demandés et recommence.',
  'too-few-people': (detail) => {
    const needed = countIn(detail, 'needed')
    return `Vous n’êtes pas encore assez. ${needed > 1 ? `Il faut être au moins ${needed}.` : 'Attends que d’autres arrivent.'}`
  },
  'items-open': (detail) =>
    `${several(countIn(detail, 'items'), 'Un point est encore ouvert', 'points sont encore ouverts')}. Clos ce qui est ouvert, ou choisis « reporter ce qui reste ».`,
  'signals-untreated': (detail) =>
    `${several(countIn(detail, 'signals'), 'Un signal attend encore', 'signaux attendent encore')}. Accueille, choisis une suite, et laisse le guet dire que c’est apaisé.`,
  'decisions-open': (detail) =>
    `${several(countIn(detail, 'decisions'), 'Une décision est encore en cours', 'décisions sont encore en cours')}. Termine, ou choisis « reporter ce qui reste ».`,
  'review-running': 'La relecture n’est pas finie. Attends sa date, ou que chaque personne présente ait dit « c’est bon ».',
  'corrections-pending': 'Une rectification attend une réponse. La ou le scribe l’accepte, ou note les deux formulations.',
  'second-key-needed': 'Il faut une deuxième clé, tournée par une autre personne.',
  'privacy-only-tightens': 'La confidentialité peut seulement se resserrer. Ce qui est protégé le reste.',
  'round-running': 'Un tour est en cours. Laisse-le finir, ou arrête-le d’abord.',
  'no-round': 'Ce tour n’est plus en cours.',
  'not-your-turn': 'Ce n’est pas ton tour. Demande la parole si c’est important.',
  'newcomer-first': 'Une personne nouvelle ne commence jamais un tour. Choisis quelqu’un d’autre.',
  'item-open': 'Un autre point est ouvert. Ferme-le ou mets-le de côté d’abord.',
  'expectation-missing': 'Dis d’abord ce que tu attends de nous sur ce point.',
  'minutes-missing': 'Dis combien de minutes prévoir pour ce point.',
  'carrier-absent': 'La personne qui porte le point n’est pas là. Nomme quelqu’un pour la remplacer, ou reporte.',
  'output-missing': 'Ce point n’a pas encore donné ce qu’il promet. Complète-le, ou reporte-le.',
  'signal-open': 'Un signal attend encore. Accueille, choisis une suite, et laisse le guet dire que c’est apaisé.',
  'process-locked': 'La façon de décider est annoncée et ne change pas en chemin. Ouvre un autre point pour cela.',
  'next-step-missing': 'Dis la suite avant de fermer ce point.',
  'no-mood-watcher': 'Plus personne ne veille à l’ambiance. Propose-toi, ou lève toi-même un signal.',
  'consent-missing': 'Il manque l’accord d’une personne concernée. Sans lui, rien n’est confié ; propose un aparté après la réunion.',
  'whispers-closed': 'Le guet a fermé les murmures pour tout le monde. Dis-le à voix haute, ou lève un signal.',
  'whispers-off': 'À trois, il n’y a pas de murmure : dis-le, ou lève un signal.',
  'not-acknowledged': 'Ce signal n’a pas encore été accueilli. Accueille-le d’abord.',
  'level-too-low': 'Un frémissement se lève au niveau 2 ou 3. Choisis l’un des deux.',
  'level-reserved': 'Le frémissement est réservé au guet. Tu peux lui murmurer ce que tu sens.',
  'text-locked': 'Le texte est verrouillé à cette étape. Attends l’intégration, ou propose une bonification.',
  'text-too-long': 'Le texte doit pouvoir se lire à voix haute : 1 200 caractères au plus. Raccourcis-le.',
  'responsible-missing': 'Dis quelle structure est formellement compétente pour cette décision.',
  'review-date-missing': 'Choisis une date de révision à venir.',
  'carrier-missing': 'Seule la personne qui porte le point peut faire cela. Demande-le-lui, ou nomme quelqu’un qui porte.',
  'round-missing': 'Il faut d’abord faire le tour. Lance-le, ou écris le résumé de ce qui s’est dit.',
  'not-clear-yet': 'Quelqu’un ne comprend pas encore. Prenez le temps de clarifier.',
  'positions-missing': (detail) =>
    `${several(countIn(detail, 'people'), 'Une personne ne s’est pas encore exprimée', 'personnes ne se sont pas encore exprimées')}. Attends-les ; le silence n’est pas un consentement.`,
  'objections-open': (detail) =>
    `${several(countIn(detail, 'objections'), 'Une objection tient encore', 'objections tiennent encore')}. Testez, intégrez dans le texte, puis la personne qui objecte la lève.`,
  'already-revealed': 'Les positions sont déjà dévoilées. Une objection peut encore se dire : elle arrive « après le tour ».',
  'not-revealed': 'Les positions ne sont pas encore dévoilées. Attends que chacun·e se soit exprimé·e.',
  'not-a-decider':
    'Cette décision a commencé sans toi : tu peux parler et dire une objection possible, que le groupe choisit d’accueillir.',
  'reason-missing': 'Une objection demande une raison. Dis ce que la proposition empêche ou abîme.',
  'objector-lifts': 'Seule la personne qui a porté l’objection peut la lever. Demande-lui si le texte lui convient.',
  'carrier-confirms': 'La personne qui porte la proposition doit dire qu’elle répond toujours au besoin. Demande-le-lui.',
  'loops-exhausted': 'Trois boucles, et des objections tiennent encore. Renvoyez la proposition à un groupe, avec les objections.',
  adopted: 'Cette décision est adoptée : son texte ne change plus. Propose une nouvelle décision qui la remplace.',
  'nobody-proposed': 'Personne n’est encore proposé pour ce rôle. Propose quelqu’un, après avoir entendu les raisons.',
  'proposed-last': 'Tu es la personne proposée : tu réponds en dernier, quand toutes les autres l’ont fait.',
  'sovereign-absent':
    'Ce domaine est décidé par une structure ou une commission qui n’est pas là. Fais-en une sollicitation d’avis, ou un retour vers elle.',
  'awaiting-registration': 'Cette action dépense. Elle commence quand la structure a enregistré la décision.',
  'window-closed': 'Les réactions sont closes depuis la date annoncée. Propose ce sujet à l’ordre du jour de la prochaine réunion.',
  'window-missing': 'Donne la date jusqu’à laquelle on peut réagir.',
  'window-only-lengthens': 'La date annoncée pour réagir ne peut pas être avancée. Garde-la, ou choisis-en une plus lointaine.',
  'impacted-not-asked': 'Une partie impactée n’a pas été sollicitée. Demande-lui son avis avant de décider.',
  'answer-missing': 'Il n’y a pas encore de réponse. Attends-la, ou note « sans réponse » avec la date.',
  'not-the-target': 'Seule une personne qui parle pour la structure visée peut répondre.',
  'voices-said': 'Le tour météo est passé : les voix sont posées. Dis le changement à voix haute, il sera noté.',
  'already-there': 'C’est déjà fait. Rien n’a changé.',
  'offline-only-drops': 'Hors ligne, ce geste n’est pas gardé. Refais-le quand tu seras en ligne.',
  'not-yet': 'Clairière ne sait pas encore faire cela. Faites-le à voix haute et écrivez-le en note.',
}
