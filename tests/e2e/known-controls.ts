import type { ActType } from '@clairiere/ritual'
import type { Control } from './controls.ts'

/** What a control means: the acts whose form it opens, or which it makes with what was chosen; none for what makes no act of the meeting. */
type Known = readonly [says: RegExp, acts: readonly ActType[], where?: RegExp]

/** Right in the page of what it is about, in no part of it. */
const page = /^[^›]+$/
/** In a strip or a toast, over whatever page. */
const strip = /^$/
const signal = /(?:^|› )(?:Signal|[^›]+, (?:vigilance|alerte))$/

const choices: readonly Known[] = [[/^(?:nom et voix|voix seule|sans nom)$/, ['re-attribute'], /› Mes paroles/]]

const buttons: readonly Known[] = [
  // Items and what is said in them.
  [/^Proposer un point$/, ['propose-item'], /^Ordre du jour$/],
  [/^Ranger$/, ['order-items'], /^Ordre du jour$/],
  [/^Ajouter une action$/, ['create-action'], /› Actions$/],
  [/^Ajouter une note signée$/, ['add-note'], page],
  [/^Clore le point$/, ['close-item'], page],
  [/^Écrire (?:une note|la synthèse)$/, ['add-note'], page],
  [/^Noter un apprentissage$/, [], page],
  [/^\+5 min$/, ['agree-overrun'], page],
  [/^Réagir$/, ['react'], /› Ta réaction est bienvenue$/],
  [/^Donner mon avis$/, ['give-advice'], /› (?:Ton avis est (?:attendu|bienvenu)|Avis donnés)$/],
  [/^Solliciter un avis$/, ['ask-advice']],
  [/^(?:Poser|Modifier) la question$/, ['set-advice']],
  [/^(?:Écrire le texte|Donner la date|Modifier le texte ou la date)$/, ['set-broadcast'], /›/],
  [/^Noter « sans réponse »$/, ['close-feedback'], /›/],
  [/^Noter ce qu’on apprend$/, ['learn-from-feedback'], /›/],
  [/^Noter qui décide quoi$/, ['set-sovereignty'], /› Ce qu’on apprend$/],
  [/^Écrire le retour$/, ['state-feedback'], /›/],
  [/^Modifier$/, ['state-feedback'], /› Le retour$/],
  [/^Répondre$/, ['answer-feedback'], /› (?:Réponse de .+|Ta réponse est attendue)$/],
  [/^(?:Modifier|Répondre)$/, ['answer-reaction'], /› Réactions$/],
  [/^(?:La décision|Dire ma décision)$/, ['conclude-advice'], /› (?:Avis donnés|La décision te revient)$/],
  [/^Répondre$/, ['answer-reaction'], /› (?:Réactions|Objections arrivées après le tour)(?: ›|$)/],
  [/^Répondre$/, ['answer-advice'], /› Avis donnés$/],
  // A decision.
  [/^Passer la facilitation$/, ['hand-over-role']],
  [/^Reprendre ce texte$/, [], page],
  [/^Poser la proposition$/, ['propose'], page],
  [/^(?:Modifier le texte|Poser la version \d)$/, ['amend'], /^[^›]+(?: › Écrire la version suivante)?$/],
  [/^Écrire le résumé$/, ['set-summary'], page],
  [/^Une de tes structures y gagne ou y perd \?$/, ['declare-interest'], page],
  [/^Prendre un engagement$/, ['commit'], /› Engagements$/],
  [/^Dire une objection arrivée après le tour$/, ['state-objection'], page],
  [/^La dire maintenant, arrivée après le tour$/, ['state-objection', 'react']],
  [/^L’objection est levée$/, ['lift-objection']],
  [/^L’objection est retirée$/, ['withdraw-entry']],
  [/^Écrire son objection$/, ['state-objection']],
  [/^Rouvrir le tour$/, ['previous-step'], strip],
  [/^Je me mets en retrait$/, ['give-position'], page],
  [/^Relire à voix haute$/, ['adopt'], page],
  // The mood.
  [/^Souffler$/, ['whisper'], /^Ambiance › Souffler au guet$/],
  [/^Souffler au guet$/, ['whisper'], /^(?:Cercle › Ambiance|Pause)$/],
  [/^Renvoyer$/, ['whisper'], strip],
  [/^Lever un signal$/, ['raise-signal'], /^Cercle › Ambiance$/],
  [/^\d (?:Frémissement|Vigilance|Alerte) /, ['raise-signal'], /› Jusqu’où$/],
  [/^En faire un signal$/, ['raise-signal'], /› Murmures$/],
  [/^Répondre$/, ['answer-whisper'], /› Murmures$/],
  [/^Fermer les murmures$/, ['set-whispers'], /› Murmures$/],
  [/^Ajouter une suite$/, ['care-signal'], signal],
  [/^Reprendre plus tard$/, ['carry-signal']],
  [/^(?:Confier à l’écoute-médiation|Demander à quelqu’un d’autre)$/, ['ask-consents']],
  // The meeting and its circle.
  [/^Changer le cadre$/, ['set-frame'], /› Notre cadre$/],
  [/^Protéger davantage$/, ['set-privacy'], /› (?:Notre cadre|Ce qui n’y sera pas)$/],
  [/^Lire le cadre$/, [], page],
  [/^D’accord avec le cadre$/, ['agree-frame'], page],
  [/^Dire ma météo$/, ['give-weather'], page],
  [/^(?:Modifier|Ajouter)$/, ['give-weather'], /^(?:Le ciel du groupe|Quelle est ta météo \?)$/],
  [/^Demander (?:la parole|une clarification)$/, ['ask-floor'], /^[^›]+(?: › Parole)?$/],
  [/^Ajouter une personne sans appareil$/, ['enter-person'], /^Le cercle$/],
  [/^Mon nom, mes voix$/, ['set-voices'], /^Le cercle$/],
  [/^Quitter la réunion$/, ['leave'], /^Le cercle$/],
  [/^Ajouter un sigle$/, ['set-glossary'], /› Sigles$/],
  // The end and after.
  [/^Poser mon mot$/, ['give-closing'], page],
  [/^Modifier$/, ['give-closing'], /^Merci\.$/],
  [/^Je passe$/, ['pass-closing'], page],
  [/^Fixer la prochaine réunion$/, ['set-next-meeting'], /› Prochaine réunion$/],
  [/^Clore la réunion$/, ['close'], /^On se quitte$/],
  [/^Retirer$/, ['withdraw-entry'], /› Mes paroles$/],
  [/^Demander une rectification$/, ['ask-correction'], /› Mes paroles$/],
  [/^Retirer une mention personnelle$/, ['redact'], /› Mes paroles$/],
  [/^Transmettre$/, ['transmit'], /› Décisions (?:transmises|à transmettre(?:, et transmises)?)$/],
  [/^Rouvrir$/, ['reopen'], /› Compte rendu$|^Compte rendu /],
  // Words of everybody, which are no act.
  [/^Modifier$/, [], /› (?:Idées à creuser|Ce qu’on a appris|Désaccords ouverts|Ressources communes)(?: citées)?$/],
  [/^Ajouter un désaccord$/, [], /› Désaccords ouverts$/],
  [/^Ajouter une ressource$/, [], /› Ressources communes(?: citées)?$/],
  [/^Ajouter un apprentissage$/, [], /› Ce qu’on a appris$/],
  [/^(?:Écrire ici|Écrire une idée)$/, [], /›/],
  // Words explained on tap, cards of roles, ways to other places, what belongs to this device.
  [/^(?:SCI|SCIC|QRT|GT|ROTI)$/, []],
  [
    /^(?:facilitation|guet d’ambiance|temps|scribe|parole|mémoire des décisions|écoute-médiation|accueil|hôte)\b/,
    [],
    /(?:› Rôles|^Cercle)$/,
  ],
  [/^Annuler la réunion$/, ['cancel'], /^Le cercle$/],
  [/^(?:Partager cet appareil avec une autre personne|Continuer sur un autre appareil|Affichage|Liens de la réunion)$/, [], /^Le cercle$/],
  [/^(?:Plus|Voir|J’ai vu|Fermer)$/, [], strip],
  [/^\? raccourcis$/, [], /^Cercle$/],
  [/^(?:Autrement|Autres gestes|Autres issues)$/, [], page],
  [/^Gestes$/, [], /› Notes signées$/],
  [/^J’ai besoin d’aide$/, [], /^(?:Ambiance|Cercle › Ambiance|Que sens-tu \?|Pause)$/],
  [/^Voir tout ce que je peux faire$/, [], /› Ce que je peux faire$/],
  [/^(?:Voir le texte seul|Relire le texte|Les quatre questions du test)$/, [], page],
  [/^Aller au texte$/, [], /› (?:Tu peux écrire|À toi d’écrire) la version \d$/],
  [/^Reprendre le texte de la version en cours$/, [], /› Écrire la version suivante$/],
  [/^\d+ murmures?$/, [], /^Que sens-tu \?$/],
  [/^Déplier$/, []],
  [/^(?:Imprimer|Donner à lire)$/, [], /› Emporter$/],
  [/^(?:Tableau \(CSV\)|Agenda \(ICS\))$/, [], /^Registres › /],
]

const known: Record<Control['role'], readonly Known[]> = { menuitem: [], radio: choices, checkbox: [], button: buttons }

/**
 * The acts that a control stands for, by its role, its words and where it stands, so that another button of the same words cannot stand in for it; null for one
 * that is not known. Choices within a form are not asked about: the form's own button is.
 */
export const meaningOf = ({ role, name, where }: Control): readonly ActType[] | null => {
  const meant = known[role].filter(([says, , there]) => says.test(name) && (there?.test(where) ?? true))
  if (meant.length === 0 && (role === 'button' || role === 'menuitem')) return null
  return meant.flatMap(([, acts]) => acts)
}
