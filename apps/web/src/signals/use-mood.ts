import { signalKinds, type Id, type Signal, type SignalKind } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useAllowed } from '../room/use-act.ts'
import { useForesee } from '../room/use-foresee.ts'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { untreatedIn } from './treatment.ts'

/** The kinds this person may raise now for all to see: every kind for the mood-watch, or when nobody watches; else the open ones [§2.4.5]. */
export const useMayRaise = (): readonly SignalKind[] => {
  const foresees = useForesee()
  return useMemo(() => signalKinds.filter((kind) => foresees({ type: 'raise-signal', kind, level: 2 })), [foresees])
}

/** Signals that still need the group, as this person may see them. */
export const useUntreated = (): readonly Signal[] => {
  const signals = useBoard((board) => board.signals)
  return useMemo(() => untreatedIn(signals), [signals])
}

/** Whether a signal of this id was raised by the person of this device; only they and the mood-watch hold its confidence, and only theirs names them. */
export const useIsMine = (signalId: Id): boolean => {
  const { me } = useMine()
  return useConfidences('signal', signalId).some((view) => view.personId === me)
}

/** Whispers this person hears, the latest first: no time and, unless signed, nobody. */
export const useHeardWhispers = () => {
  const { keepsMood, me } = useMine()
  const all = useConfidences('whisper')
  return useMemo(() => (keepsMood ? all.filter((view) => view.personId !== me).toReversed() : []), [all, keepsMood, me])
}

/** Whether whispering has its place here: not for the mood-watch, and not among three, where nothing said is nobody's [§4.7]. */
export const useMayOfferWhisper = (): boolean => {
  const { keepsMood } = useMine()
  const may = useAllowed({ type: 'whisper', text: '…' })
  return !keepsMood && (may.allowed || may.code !== 'whispers-off')
}
