import { createContext, useContext } from 'react'
import type { Identity } from './identity.ts'

/** Everyone this device is in one meeting: two people may share a phone, and one of them acts at a time [§4, E6]. */
export interface Persons {
  /** Whoever acts now is among them. */
  mine: readonly Identity[]
  be: (identity: Identity) => void
  /** Opens the door for one more person on this device. */
  add: () => void
}

const PersonsContext = createContext<Persons>({ mine: [], be: () => undefined, add: () => undefined })

/** Given by the meeting’s page, above the room. */
export const PersonsProvider = PersonsContext.Provider

export const usePersons = (): Persons => useContext(PersonsContext)
