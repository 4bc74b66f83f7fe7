import { openThings } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Closing lists what is open, and offers to carry it to the next meeting [§2.4.1]. */
export function CloseMeeting({ onClose }: { onClose: () => void }) {
  const t = useT('closing').close
  const { submit, busy, fault } = useSubmit()
  const board = useBoard((whole) => whole)
  const { items, signals, decisions } = openThings(board)
  const listed = Object.values(board.items).filter((item) => item.status === 'listed')
  const left = [...items, ...listed]
  const lines = [
    ...(left.length > 0 ? [t.items(left.map((item) => item.title))] : []),
    ...(signals.length > 0 ? [t.signals(signals.length)] : []),
    ...(decisions.length > 0 ? [t.decisions(decisions.map((decision) => decision.title))] : []),
  ]
  const close = async () => {
    if (await submit({ type: 'close', postponeRest: lines.length > 0 })) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.title}
      foot={
        <Button kind="act" wide disabled={busy} onClick={() => void close()}>
          {lines.length > 0 ? t.postponeRest : t.close}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{lines.length > 0 ? t.open : t.ready}</p>
        {lines.length > 0 && (
          <ul className="flex list-disc flex-col gap-1 ps-5">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {signals.length > 0 && <p>{t.signalsFirst}</p>}
        {fault && <ErrorLine>{fault}</ErrorLine>}
      </div>
    </Sheet>
  )
}
