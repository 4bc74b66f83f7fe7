/** What the header says of the person's own words and acts; always visible [architecture § Saved means saved]. */
export type SavedState =
  | { kind: 'connecting' }
  /** `kept` is on this device's disk; `loose` is not, or not yet, and lives in this page alone. */
  | { kind: 'offline'; kept: number; loose: number }
  /** No socket passes but HTTP does: acts get through, words wait here. */
  | { kind: 'filtered'; kept: number; loose: number }
  | { kind: 'sending'; unsent: number }
  | { kind: 'saved' }
  | { kind: 'not-saving'; unsent: number }
  | { kind: 'not-accepted'; code: string }

/** What is known of one socket and of what waits on this device. */
export interface SavedInputs {
  socket: 'none' | 'connecting' | 'open'
  /** The server spoke on a socket once on this page, or one was already tried in vain. */
  everTried: boolean
  /** HTTP answers where no socket opens. */
  polled: boolean
  /** Document received whole at least once on this socket. */
  synced: boolean
  /** Every frame of this socket was counted by the server, and all own changes were in one [save-tally]. */
  allSaved: boolean
  /** Own changes since the last moment when everything was saved, and how many of them are not on this device's disk. */
  unsavedEdits: number
  unkeptEdits: number
  pendingActs: number
  unkeptActs: number
  serverSaving: boolean
  refused: string | null
}

/** Derives the state to show. Never says « saved » while an own edit or act is not known to be synced by the server, nor « kept » of what is not on the disk. */
export const savedState = (inputs: SavedInputs): SavedState => {
  const { unsavedEdits, pendingActs } = inputs
  const unsent = unsavedEdits + pendingActs
  if (inputs.refused !== null) return { kind: 'not-accepted', code: inputs.refused }
  if (inputs.socket !== 'open') {
    if (!inputs.everTried && inputs.socket !== 'none') return { kind: 'connecting' }
    const loose = Math.min(inputs.unkeptEdits, unsavedEdits) + Math.min(inputs.unkeptActs, pendingActs)
    return { kind: inputs.polled ? 'filtered' : 'offline', kept: unsent - loose, loose }
  }
  if (!inputs.serverSaving) return { kind: 'not-saving', unsent }
  return inputs.synced && inputs.allSaved && pendingActs === 0 ? { kind: 'saved' } : { kind: 'sending', unsent }
}
