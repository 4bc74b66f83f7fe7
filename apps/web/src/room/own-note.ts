/** Where the notes that a person keeps for themself in a meeting lie on this device. */
export const ownNotes = (meetingId: string, personId: string): string => `clairiere:for-me:${meetingId}:${personId}:`

const keyOf = (meetingId: string, personId: string, itemId: string): string => `${ownNotes(meetingId, personId)}${itemId}`

/** The note a person keeps for themself on an item: on this device and nowhere else, never sent [§2.7 P4]. Empty where there is none or storage is forbidden. */
export const ownNote = (meetingId: string, personId: string, itemId: string): string => {
  try {
    return localStorage.getItem(keyOf(meetingId, personId, itemId)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps it; an empty one is gone. False where the device would not keep it: it then lives as long as the page. */
export const keepOwnNote = (meetingId: string, personId: string, itemId: string, text: string): boolean => {
  try {
    if (text === '') localStorage.removeItem(keyOf(meetingId, personId, itemId))
    else localStorage.setItem(keyOf(meetingId, personId, itemId), text)
    return true
  } catch {
    return false
  }
}
