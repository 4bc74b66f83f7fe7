import { useT } from '../i18n/words.tsx'
import { useLink } from '../room/room.tsx'
import { Band } from '../ui/band.tsx'
import { RecoveredPiece } from './recovered-piece.tsx'

/** What had not arrived when the document was replaced: each piece is put back, sent to the scribe, copied or left. Stays until all are settled. */
export function RecoveryList() {
  const t = useT('room').recovery
  const pieces = useLink((link) => link.recovery.pieces)
  if (pieces.length === 0) return null
  const reason = pieces[0]?.reason ?? ''
  return (
    <div className="mb-6">
      <Band title={t.title}>
        <p>
          {t.intro(pieces.length)} {reason === 'frozen' || reason === 'sealed' ? t.reasons[reason] : t.reasons.other}
        </p>
        <ul className="flex flex-col gap-3">
          {pieces.map((recovered) => (
            <RecoveredPiece key={recovered.key} recovered={recovered} />
          ))}
        </ul>
      </Band>
    </div>
  )
}
