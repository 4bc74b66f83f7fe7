import { createContext, useCallback, useContext, useState } from 'react'

function readDraft(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null // storage may be forbidden: the draft then lives as long as the page
  }
}

function writeDraft(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text)
    else sessionStorage.removeItem(key)
  } catch {
    return // full or forbidden: same as above
  }
}

/** Whose drafts these are: two people may share one device, and neither reads what the other was typing. */
const DraftOwner = createContext('')
export const DraftOwnerProvider = DraftOwner.Provider

/**
 * Text being typed that survives a reload, a crash of the screen and a pause, in this tab only; erased when set to ''.
 * The key names the meeting and the field. Not for words the ritual forbids to keep on a device.
 */
export function useDraft(key: string, initial = ''): [string, (text: string) => void] {
  const owner = useContext(DraftOwner)
  const draftKey = owner === '' ? `clairiere.draft.${key}` : `clairiere.draft.${owner}.${key}`
  const [text, setText] = useState(() => readDraft(draftKey) ?? initial)
  const change = useCallback(
    (next: string) => {
      setText(next)
      writeDraft(draftKey, next)
    },
    [draftKey],
  )
  return [text, change]
}
