/** A whisper as only its author's device keeps it, so that it can be sent again if nobody read it [§4.2]. */
export type OwnWhisper = {
  /** The random id that the server was given in place of a name. */
  readonly receipt: string
  readonly text: string
  readonly signed: boolean
  /** The server's memory it went into: under another one it is lost. */
  readonly memory: string | null
}
export type Unread = { readonly whisper: OwnWhisper; readonly why: 'watch-gone' | 'restarted' }

const keyOf = (meetingId: string, personId: string): string => `clairiere:whispers:${meetingId}:${personId}`

const isOwnWhisper = (value: unknown): value is OwnWhisper => {
  if (typeof value !== 'object' || value === null) return false
  const { receipt, text, signed, memory } = value as Record<string, unknown>
  return (
    typeof receipt === 'string' &&
    typeof text === 'string' &&
    typeof signed === 'boolean' &&
    (memory === null || typeof memory === 'string')
  )
}

/** What this tab keeps of a person's whispers; nothing where storage is forbidden or holds something else. */
export const ownWhispers = (meetingId: string, personId: string): readonly OwnWhisper[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(meetingId, personId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isOwnWhisper) : []
  } catch {
    return []
  }
}

/** Keeps them in this tab alone: they go with it, and with an empty list. */
export const keepWhispers = (meetingId: string, personId: string, whispers: readonly OwnWhisper[]): void => {
  try {
    if (whispers.length === 0) sessionStorage.removeItem(keyOf(meetingId, personId))
    else sessionStorage.setItem(keyOf(meetingId, personId), JSON.stringify(whispers))
  } catch {
    return // full or forbidden: what is lost then cannot be sent again with one tap
  }
}

/** The first of one's whispers that nobody read: the mood-watch went without opening it, or the server forgot it. `memory` is null until the server said its own. */
export const unreadOf = (own: readonly OwnWhisper[], receipts: readonly string[], memory: string | null): Unread | undefined => {
  for (const whisper of own) {
    if (receipts.includes(whisper.receipt)) return { whisper, why: 'watch-gone' }
    if (memory !== null && whisper.memory !== null && whisper.memory !== memory) return { whisper, why: 'restarted' }
  }
  return undefined
}
