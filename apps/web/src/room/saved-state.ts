/** What the header says of the person's own words and acts; always visible [architecture § Saved means saved]. */
export type SavedState =
  | { kind: 'connecting' }
  | { kind: 'offline'; unsent: number }
  | { kind: 'sending'; unsent: number }
  | { kind: 'saved' }
  | { kind: 'not-saving'; unsent: number }
  | { kind: 'not-accepted'; code: string }

/** What is known of one socket and of what waits on this device. */
export interface SavedInputs {
  socket: 'none' | 'connecting' | 'open'
  /** Open once on this page, or already tried in vain. */
  everTried: boolean
  /** Document received whole at least once on this socket. */
  synced: boolean
  /** SyncStep2 and Update messages sent on this socket, and how many of them the server has said to be synced (message 100). */
  sent: number
  saved: number
  /** Own changes since the last moment when everything was saved. */
  unsavedEdits: number
  pendingActs: number
  serverSaving: boolean
  refused: string | null
}

/** Derives the state to show. Never says « saved » while an own edit or act is not known to be synced by the server. */
export const savedState = (inputs: SavedInputs): SavedState => {
  const unsent = inputs.unsavedEdits + inputs.pendingActs
  if (inputs.refused !== null) return { kind: 'not-accepted', code: inputs.refused }
  if (inputs.socket !== 'open') return inputs.everTried || inputs.socket === 'none' ? { kind: 'offline', unsent } : { kind: 'connecting' }
  if (!inputs.serverSaving) return { kind: 'not-saving', unsent }
  if (!inputs.synced) return { kind: 'sending', unsent }
  const allSynced = inputs.sent > 0 && inputs.saved >= inputs.sent
  return allSynced && inputs.pendingActs === 0 ? { kind: 'saved' } : { kind: 'sending', unsent }
}
