const keyOf = (meetingId: string, personId: string): string => `clairiere:caught-up:${meetingId}:${personId}`

/** Whether this person needs no card any more: they were there from the welcome on, or have put it away. */
export const isCaughtUp = (meetingId: string, personId: string): boolean => {
  try {
    return localStorage.getItem(keyOf(meetingId, personId)) !== null
  } catch {
    return false
  }
}

export const markCaughtUp = (meetingId: string, personId: string): void => {
  try {
    localStorage.setItem(keyOf(meetingId, personId), '1')
  } catch {
    return // the card then comes back with a reload, and is put away again
  }
}
