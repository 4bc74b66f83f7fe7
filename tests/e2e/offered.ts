import { actsOpenTo, isHeard, SecretBox, wordsState, type Act, type ActType, type Confidence, type PublicBoard } from '@clairiere/ritual'
import type { Person } from '../player/person.ts'
import type { Device } from './device.ts'

/**
 * Words by which a control that is no verb of one tap is known: it opens the form of an act, or makes it with what was chosen. Buttons of one tap carry their act
 * themselves (`data-act`). A control that is in neither is reported, so that nothing is offered unseen.
 */
const words: readonly (readonly [RegExp, readonly ActType[]])[] = [
  // The menu « Autrement » of whoever leads, and that of an item.
  [/^Pause$/, ['pause']],
  [/^(?:Passer cette étape|Revenir (?:à l’accueil|à la météo|au suivi|aux points|à la clôture|à la fin))$/, ['set-phase']],
  [/^(?:Reporter ce point|Reporter|Demander de reporter)$/, ['postpone-item']],
  [/^Retirer ce point$/, ['withdraw-item']],
  [/^Ajouter une suite$/, ['care-signal']],
  [/^Proposer un point$/, ['propose-item']],
  [/^Ajouter une action$/, ['create-action']],
  [/^Ajouter une note signée$/, ['add-note']],
  [/^Réagir$/, ['react']],
  [/^Donner mon avis$/, ['give-advice']],
  [/^Solliciter un avis$/, ['ask-advice']],
  [/^(?:Poser|Modifier) la question$/, ['set-advice']],
  [/^(?:Écrire le texte|Donner la date|Modifier le texte ou la date)$/, ['set-broadcast']],
  [/^Noter « sans réponse »$/, ['close-feedback']],
  [/^Noter ce qu’on apprend$/, ['learn-from-feedback']],
  [/^Noter qui décide quoi$/, ['set-sovereignty']],
  [/^Écrire le retour$/, ['state-feedback']],
  [/^Clore le point$/, ['close-item']],
  [/^Clore la réunion$/, ['close']],
  [/^Changer le cadre$/, ['set-frame']],
  [/^Protéger davantage$/, ['set-privacy']],
  [/^D’accord avec le cadre$/, ['agree-frame']],
  [/^Poser la proposition$/, ['propose']],
  [/^(?:Modifier le texte|Poser la version \d)$/, ['amend']],
  [/^Écrire le résumé$/, ['set-summary']],
  [/^Une de tes structures y gagne ou y perd \?$/, ['declare-interest']],
  [/^Prendre un engagement$/, ['commit']],
  [/^Dire une objection arrivée après le tour$/, ['state-objection']],
  [/^Rouvrir le tour$/, ['previous-step']],
  [/^Renvoyer$/, ['whisper']],
  [/^Je me mets en retrait$/, ['give-position']],
  [/^Relire à voix haute$/, ['adopt']],
  [/^Retirer la proposition$/, ['withdraw-proposal']],
  [/^Renvoyer à un groupe$/, ['return-decision']],
  [/^Suspendre$/, ['suspend-decision']],
  [/^Souffler(?: au guet)?$/, ['whisper']],
  [/Lever un signal|Frémissement|Vigilance|Alerte/, ['raise-signal']],
  [/^Reprendre plus tard$/, ['carry-signal']],
  [/^Confier à l’écoute-médiation$/, ['ask-consents']],
  [/^Fixer la prochaine réunion$/, ['set-next-meeting']],
  [/^Poser mon mot$/, ['give-closing']],
  [/^Je passe$/, ['pass-closing']],
  [/^Dire ma météo$/, ['give-weather']],
  [/^\+5 min$/, ['agree-overrun']],
  [/^Ranger$/, ['order-items']],
  [/^Demander une rectification$/, ['ask-correction']],
  [/^Transmettre$/, ['transmit']],
  [/^Rouvrir$/, ['reopen']],
  [/^Ajouter une personne sans appareil$/, ['enter-person']],
  [/^Changer mes voix$/, ['set-voices']],
  [/^Quitter la réunion$/, ['leave']],
  [/^Demander (?:la parole|une clarification)$/, ['ask-floor']],
  [/^Fermer les murmures$/, ['set-whispers']],
  [/^Ajouter un sigle$/, ['set-glossary']],
]

/** Controls that make no act of the meeting: words explained on tap, ways to other places, what belongs to this device. */
const noAct: readonly RegExp[] = [
  /^(?:SCI|SCIC|QRT|GT|ROTI)$/,
  /^(?:facilitation|guet d’ambiance|temps|scribe|parole|mémoire des décisions|écoute-médiation|accueil|hôte)\b/,
  /^(?:Partager cet appareil avec une autre personne|Continuer sur un autre appareil|Affichage|Liens de la réunion|Plus|\? raccourcis)$/,
  /^(?:J’ai besoin d’aide|Voir tout ce que je peux faire|Voir|Autrement|Autres gestes|Autres issues|Gestes|J’ai vu|Rejeter)$/,
  /^(?:Ajouter (?:un désaccord|une ressource|un apprentissage)|Modifier|Écrire ici|Écrire une idée)$/, // words of everybody, which are no act
  /^(?:Voir le texte seul|Relire le texte|Reprendre le texte de la version en cours|\d+ murmures?|Déplier)$/,
  /^(?:Répondre|En faire un signal|Proposer)$/, // the beginning of a form, whose own button is known
  /^(?:Une minute de silence pour arriver|Sans tour de parole|Choisir la forme du tour)$/,
]

/** The rules’ own answer for somebody now, as their device may know it: the board of the document, their confidences. */
export const allowedTo = (person: Person, board: PublicBoard, now: number): readonly Act[] => {
  const mine = [...person.confidences.values()].filter((view) => view['payload'] !== null && view['kind'] !== 'answered')
  const scene = {
    board,
    words: wordsState(person.doc),
    secrets: new SecretBox(mine as unknown as Confidence[]),
    online: new Set(Object.values(board.people).flatMap((one) => (isHeard(one) ? [one.id] : []))),
    now: new Date(now).toISOString(),
    knowsAll: false,
  }
  return actsOpenTo(scene, { kind: 'person', personId: person.id })
}

/** What a screen offers where it stands. */
export interface Offered {
  acts: Set<ActType>
  /** There, but held back by a rule: pressing it says why. */
  held: Set<ActType>
  /** Words of controls that neither carry an act nor are known here. */
  unknown: Set<string>
}

/** Controls of a page that can be pressed, by the act they carry and by their words. */
const read = (device: Device): Promise<{ act: string | null; held: boolean; name: string }[]> =>
  device.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role=menuitem]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest('[inert]'))
      .map((control) => ({
        act: control.getAttribute('data-act'),
        held: control.hasAttribute('data-held'),
        name: (control.getAttribute('aria-label') ?? control.innerText).trim().replaceAll(/\s+/g, ' '),
      })),
  )

const menus = /^(?:Autrement|Autres gestes|Autres issues)$/

/** Everything that this screen offers at the place where it is, its menus opened one after the other. */
export const offeredOn = async (
  device: Device,
  so: Offered = { acts: new Set(), held: new Set(), unknown: new Set() },
): Promise<Offered> => {
  const take = (controls: Awaited<ReturnType<typeof read>>): void => {
    for (const { act, held, name } of controls) {
      if (act) (held ? so.held : so.acts).add(act as ActType)
      if (act) continue
      for (const [said, acts] of words) if (said.test(name)) for (const one of acts) so.acts.add(one)
      if (![...words.map(([said]) => said), ...noAct].some((said) => said.test(name))) so.unknown.add(name)
    }
  }
  take(await read(device))
  for (const menu of await device.page
    .getByRole('button', { name: menus })
    .and(device.page.locator(':not([inert] *)'))
    .filter({ visible: true })
    .all()) {
    // A menu may go with the step it belonged to before it is opened: what is missed so is walked through again.
    const opened = await menu.click({ timeout: 3000 }).then(
      () => true,
      () => false,
    )
    if (!opened) continue
    await device.page.getByRole('menuitem').first().waitFor()
    take(await read(device))
    await device.page.keyboard.press('Escape')
    await device.page.getByRole('menuitem').first().waitFor({ state: 'hidden' })
  }
  return so
}
