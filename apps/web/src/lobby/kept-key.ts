const storageKey = (meetingId: string): string => `clairiere:key:${meetingId}`

/**
 * The link's key: from the address, else from this tab, where it waits so that a reload before joining does not lose it. Null when the link was cut short.
 * The address keeps it until the person has joined, so that the page can be bookmarked or passed on by mistake only before.
 */
export const keyHere = (meetingId: string): string | null => {
  const inAddress = decodeURIComponent(location.hash.slice(1))
  try {
    if (inAddress) sessionStorage.setItem(storageKey(meetingId), inAddress)
    return inAddress || sessionStorage.getItem(storageKey(meetingId))
  } catch {
    return inAddress || null // storage may be forbidden: the address is enough
  }
}

/** Takes the key out of the address bar and of this tab: from then on the device's cookie says who is here. */
export const dropKey = (meetingId: string): void => {
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search)
  try {
    sessionStorage.removeItem(storageKey(meetingId))
  } catch {
    return // nothing was stored either
  }
}
