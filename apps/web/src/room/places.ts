import type { Id } from '@clairiere/ritual'

/** Where one is inside a meeting's page; each has an address, so that back and reload lead where they should. */
export type RoomPlace =
  | { id: 'now' | 'agenda' | 'circle' | 'mood' | 'minutes' | 'screen' | 'registers' | 'catch-up' }
  | { id: 'item'; itemId: Id }

const segments = {
  now: '',
  agenda: 'ordre-du-jour',
  circle: 'cercle',
  mood: 'ambiance',
  minutes: 'compte-rendu',
  screen: 'ecran',
  registers: 'registres',
  'catch-up': 'rattrapage',
} as const

/** Reads what stands after `/m/:id/`. What is not known is « now ». */
export const placeOf = (rest: string | undefined): RoomPlace => {
  const [first = '', second] = (rest ?? '').split('/')
  if (first === 'point' && second) return { id: 'item', itemId: decodeURIComponent(second) }
  for (const [id, segment] of Object.entries(segments)) if (segment === first) return { id: id as keyof typeof segments }
  return { id: 'now' }
}

/** The address of a place. */
export const pathTo = (meetingId: Id, place: RoomPlace): string => {
  const segment = place.id === 'item' ? `point/${encodeURIComponent(place.itemId)}` : segments[place.id]
  return `/m/${meetingId}${segment && `/${segment}`}`
}
