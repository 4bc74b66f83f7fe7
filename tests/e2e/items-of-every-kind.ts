import type { Json, Person } from '../player/person.ts'
import type { Device } from './device.ts'

/** An item with what makes its screen worth looking at. */
export interface ItemOfAKind {
  kind: string
  title: string
  more: Json
  /** What people say and write in it once it is open. */
  fill: (itemId: string) => Promise<void>
}

const DAY_MS = 86_400_000

/** One item of each kind but the decision, all brought by `carrier`, who speaks for the SCI. */
export const itemsOfEveryKind = (cast: { carrier: Device; scribe: Person; hugo: Person; dario: Person }): readonly ItemOfAKind[] => {
  const { carrier, scribe, hugo, dario } = cast
  const soon = new Date(Date.now() + 14 * DAY_MS).toISOString().slice(0, 10)
  const today = new Date().toISOString().slice(0, 10)
  return [
    {
      kind: 'information',
      title: 'Le chauffage de la halle',
      more: {},
      fill: async (itemId) => {
        await carrier.does({ type: 'add-note', itemId, text: 'Le devis tient jusqu’à la fin du mois.', channel: 'oral' })
        await scribe.does({
          type: 'create-action',
          itemId,
          title: 'Relancer le menuisier',
          takers: [hugo.id],
          due: soon,
        })
      },
    },
    {
      kind: 'broadcast',
      title: 'La charte d’accueil',
      more: {},
      fill: async (itemId) => {
        await carrier.does({
          type: 'set-broadcast',
          itemId,
          text: 'Toute personne qui arrive est accueillie par deux personnes.',
          decidedOn: today,
          openUntil: soon,
        })
        await dario.does({
          type: 'react',
          itemId,
          voice: 'com:accueil',
          reactionType: 'support',
          text: 'Enfin écrit, merci.',
        })
      },
    },
    {
      kind: 'feedback',
      title: 'Le planning de la coop',
      more: { towards: 'org:coop' },
      fill: async (itemId) => {
        await carrier.does({
          type: 'state-feedback',
          itemId,
          observation: 'Le planning change la veille.',
          effect: 'Deux équipes sont venues pour rien.',
          need: 'De la prévisibilité.',
          request: 'Prévenir trois jours avant.',
        })
        await scribe.does({ type: 'answer-feedback', itemId, text: 'D’accord dès lundi.', voice: 'org:coop' })
      },
    },
    { kind: 'contribution', title: 'Une fête de printemps', more: {}, fill: async () => undefined },
    {
      kind: 'advice',
      title: 'Le prix des paniers',
      more: {},
      fill: async (itemId) => {
        await carrier.does({
          type: 'set-advice',
          itemId,
          question: 'Peut-on passer le panier à 12 € ?',
          decider: (await carrier.identity()).personId,
          forOrg: 'org:sci',
          decideBy: soon,
        })
        await carrier.does({ type: 'ask-advice', itemId, target: 'org:abeille', as: 'impacted', expectedBy: soon })
        await hugo.does({
          type: 'give-advice',
          itemId,
          voice: 'org:qrt',
          as: 'competent',
          text: 'Oui, si les petits paniers restent à 6 €.',
        })
      },
    },
  ]
}
