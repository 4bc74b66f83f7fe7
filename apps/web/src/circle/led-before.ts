const keyOf = (meetingId: string, personId: string): string => `clairiere:led:${meetingId}:${personId}`

/** Whether this person facilitated in this tab: told apart from a relay who never did, when somebody else holds the role now. */
export const ledBefore = (meetingId: string, personId: string): boolean => {
  try {
    return sessionStorage.getItem(keyOf(meetingId, personId)) !== null
  } catch {
    return false
  }
}

/** Remembers it, or forgets it once it has been said. */
export const rememberLed = (meetingId: string, personId: string, led: boolean): void => {
  try {
    if (led) sessionStorage.setItem(keyOf(meetingId, personId), '1')
    else sessionStorage.removeItem(keyOf(meetingId, personId))
  } catch {
    return // then nobody is offered to ask for their role back, which they can do in the circle
  }
}
