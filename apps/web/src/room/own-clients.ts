const keyOf = (storeName: string): string => `clairiere:clients:${storeName}`

/** The Yjs client ids this device has written under in one local store: what it may declare as its own, and nothing else. */
export const ownClients = (storeName: string): readonly number[] => {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(keyOf(storeName)) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id): id is number => Number.isInteger(id)) : []
  } catch {
    return []
  }
}

/** Adds an id; the latest 500 are kept, far more than the reloads of one meeting. */
export const rememberClient = (storeName: string, client: number): void => {
  try {
    const ids = new Set([...ownClients(storeName), client])
    localStorage.setItem(keyOf(storeName), JSON.stringify([...ids].slice(-500)))
  } catch {
    // Without storage there is no local document either, so no older ids to declare.
  }
}
