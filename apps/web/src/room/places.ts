import type { Id, PersonId } from '@clairiere/ritual'

/** Where one is inside a meeting's page; each has an address, so that back and reload lead where they should. `ref` is a decision's reference, or its id before it has one. */
export type RoomPlace =
  | { id: 'now' | 'agenda' | 'circle' | 'mood' | 'minutes' | 'screen' | 'registers' | 'digest' | 'catch-up' }
  | { id: 'item'; itemId: Id }
  | { id: 'decision'; ref: string }
  | { id: 'person'; personId: PersonId }

const segments = {
  now: '',
  agenda: 'ordre-du-jour',
  circle: 'cercle',
  mood: 'ambiance',
  minutes: 'compte-rendu',
  screen: 'ecran',
  registers: 'registres',
  'catch-up': 'rattrapage',
  digest: 'rapporter',
} as const
type Plain = keyof typeof segments

/** Reads what stands after `/m/:id/`. What is not known is « now ». */
export const placeOf = (rest: string | undefined): RoomPlace => {
  const [first = '', second] = (rest ?? '').split('/')
  if (second) {
    const named = decodeURIComponent(second)
    if (first === 'point') return { id: 'item', itemId: named }
    if (first === 'decision') return { id: 'decision', ref: named }
    if (first === 'personne') return { id: 'person', personId: named }
  }
  for (const [id, segment] of Object.entries(segments)) if (segment === first) return { id: id as Plain }
  return { id: 'now' }
}

const segmentOf = (place: RoomPlace): string => {
  switch (place.id) {
    case 'item':
      return `point/${encodeURIComponent(place.itemId)}`
    case 'decision':
      return `decision/${encodeURIComponent(place.ref)}`
    case 'person':
      return `personne/${encodeURIComponent(place.personId)}`
    default:
      return segments[place.id]
  }
}

/** The address of a place. */
export const pathTo = (meetingId: Id, place: RoomPlace): string => {
  const segment = segmentOf(place)
  return `/m/${meetingId}${segment && `/${segment}`}`
}
