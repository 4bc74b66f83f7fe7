const storageKey = (meetingId: string, personId: string): string => `clairiere:came-by:${meetingId}:${personId}`

/** A mark of a link's key that tells two links apart and gives none of them back (FNV-1a, 32 bits). */
export const markOf = (key: string): string => {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16)
}

/** Remembers by which link a person of this device came in. */
export const rememberCameBy = (meetingId: string, personId: string, key: string): void => {
  try {
    localStorage.setItem(storageKey(meetingId, personId), markOf(key))
  } catch {
    return // without storage nobody is remembered on this device either
  }
}

/** Whether somebody of this device came in by this very link: then opening it again is coming back, and nothing is asked. */
export const cameBy = (meetingId: string, personId: string, key: string): boolean => {
  try {
    return localStorage.getItem(storageKey(meetingId, personId)) === markOf(key)
  } catch {
    return false
  }
}
