import { CloudAlert, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useLink } from '../room/room.tsx'
import { Strip } from '../ui/strip.tsx'

/** Shorter cuts are nobody's business. */
const LASTS_MS = 3_000

/** True once `state` has held for three seconds. */
function useLasting(state: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!state) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), LASTS_MS)
    return () => clearTimeout(timer)
  }, [state])
  return lasting
}

/** One calm line when the network or the server's disk has been away for a while, or while words are being brought to safety. */
export function TroubleStrip() {
  const t = useT('live')
  const room = useT('room')
  const kind = useLink((link) => link.saved.kind)
  const replacing = useLink((link) => link.replacing)
  const offline = useLasting(kind === 'offline' || kind === 'connecting')
  const filtered = useLasting(kind === 'filtered')
  const notSaving = useLasting(kind === 'not-saving')
  const keepsNothing = useLasting(useLink((link) => !link.replica.keptHere))
  if (replacing) return <Strip icon={LoaderCircle} word={room.recovery.replacing} />
  if (offline)
    return (
      <Strip icon={CloudOff} word={t.offline.word}>
        {keepsNothing ? room.notKept.offline : t.offline.text}
      </Strip>
    )
  if (filtered)
    return (
      <Strip icon={CloudAlert} word={room.filtered.word}>
        {keepsNothing ? room.filtered.notKept : room.filtered.text}
      </Strip>
    )
  if (notSaving)
    return (
      <Strip icon={TriangleAlert} word={t.notSaving.word}>
        {t.notSaving.text}
      </Strip>
    )
  if (keepsNothing && kind !== 'saved')
    return (
      <Strip icon={TriangleAlert} word={room.notKept.word}>
        {room.notKept.text}
      </Strip>
    )
  return null
}
