import type { Act, ActType, Id, PublicBoard } from '@clairiere/ritual'
import type { Control } from './controls.ts'

/** One act that a screen offers, as far as the screen says what it is about. */
export interface Offer {
  type: ActType
  /** What the control itself says of the act, field by field; null where a form asks for it. */
  act: Readonly<Record<string, unknown>> | null
  /** Ids of what the control stands beside, or of what its page shows; null where the screen names no one thing. */
  about: readonly Id[] | null
}

const isId = (field: string): boolean => /^id$|Id$/.test(field)
/** Fields that say which of several acts of a kind one is. */
const which = ['kind', 'level', 'role', 'rank', 'to', 'result', 'status', 'seen', 'postponeRest', 'withdraw', 'open', 'order', 'kept']

/**
 * Whether what a screen offers is this act about this thing. Where the control carries the act, every thing that either names is the same one; where it opens a
 * form, each thing that the act names is one beside which the control stands. Words and amounts are left out: what is compared is what may be done to what.
 */
export const offers = (offer: Offer, allowed: Act): boolean => {
  if (offer.type !== allowed.type) return false
  const meant = allowed as unknown as Readonly<Record<string, unknown>>
  const { act, about } = offer
  if (act) {
    const ids = Object.keys({ ...act, ...meant }).filter((field) => isId(field) && !mayBeLeftOut(offer.type, field))
    const told = which.filter((field) => act[field] !== undefined && meant[field] !== undefined)
    return [...ids, ...told].every((field) => act[field] === meant[field])
  }
  return (
    about === null || Object.entries(meant).every(([field, value]) => !isId(field) || chosenInForm(field) || about.includes(String(value)))
  )
}

/** The item of an action or of a round is where it comes from, not what is asked about. */
const mayBeLeftOut = (type: ActType, field: string): boolean => field === 'itemId' && (type === 'start-round' || type === 'create-action')
/** A person, a structure: chosen in the form that a control opens. */
const chosenInForm = (field: string): boolean => field === 'personId' || field === 'voterId' || field === 'ideaId'

/** What a page shows, by its path: an item with its decisions, or one decision; what is open, where the room shows what goes on. */
export const shownAt = ({ items, decisions, now, meeting }: PublicBoard, path: string): readonly Id[] | null => {
  const [place, named = ''] = path.replace(`/m/${meeting.id}`, '').split('/').filter(Boolean)
  const ofItem = (itemId: Id): readonly Id[] => [
    itemId,
    ...Object.values(decisions).flatMap((decision) => (decision.itemId === itemId ? [decision.id] : [])),
  ]
  if (place === undefined) return meeting.status === 'live' && now.itemId !== null ? ofItem(now.itemId) : null
  if (place === 'point' && items[named]) return ofItem(named)
  const decision = place === 'decision' ? Object.values(decisions).find(({ id, ref }) => id === named || ref === named) : undefined
  return decision ? [decision.id, decision.itemId] : null
}

/** What a control offers: the acts given by its own attribute, else `meant` by its words and place. */
export const offersOf = (control: Control, meant: readonly ActType[], shown: readonly Id[] | null): readonly Offer[] => {
  const page = (control.inPage && shown) || []
  const about = control.about === null ? (page.length > 0 ? page : null) : [control.about, ...page]
  if (control.act?.startsWith('{') !== true) return meant.map((type) => ({ type, act: null, about }))
  const act = JSON.parse(control.act) as { type: ActType } & Record<string, unknown>
  return [{ type: act.type, act, about }]
}

/** An offer in words, for what a test tells: its kind and what it is about. */
export const offerSaid = ({ type, act, about }: Offer): string => {
  const told = act
    ? Object.entries(act).flatMap(([field, value]) => (isId(field) || which.includes(field) ? [String(value)] : []))
    : (about ?? [])
  return [type, ...told].join(' ')
}
