import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { SeenBy } from '../ui/seen-by.tsx'

/** What the mood-watch, or who asks in its place, has asked of this person alone: consents still to give, and those already given [§2.5-15]. */
export const useMyConsents = () => {
  const { me } = useMine()
  const signals = useBoard((board) => board.signals)
  return useConfidences('handover').filter((view) => view.personId === me && signals[view.subject]?.status !== 'handed-over')
}

/** The question on the concerned person's own screen, and on no other. Either answer is as plain as the other. */
export function ConsentAsked() {
  const t = useT('signals').consent
  const labels = useLabels()
  const names = useNames()
  const asked = useMyConsents()
  const [changing, setChanging] = useState<string | null>(null)
  if (asked.length === 0) return null
  return (
    <Band title={t.title}>
      {asked.map((view) => {
        const { answer, to } = view.payload
        const open = answer === 'asked' || changing === view.subject
        return (
          <div key={view.subject} className="flex flex-col gap-2">
            {open ? (
              <>
                <p>{labels.mood.consentQuestion}</p>
                <p className="text-second">{t.to(names.org(to))}</p>
                <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
                  <ActButton
                    act={{ type: 'consent-handover', signalId: view.subject }}
                    className="text-center"
                    onDone={() => setChanging(null)}
                  >
                    {t.yes}
                  </ActButton>
                  <ActButton
                    act={{ type: 'refuse-handover', signalId: view.subject }}
                    className="text-center"
                    onDone={() => setChanging(null)}
                  >
                    {t.no}
                  </ActButton>
                </div>
              </>
            ) : (
              <>
                <p>{answer === 'consented' ? t.saidYes : t.saidNo}</p>
                <Button kind="quiet" onClick={() => setChanging(view.subject)} className="self-start">
                  {t.change}
                </Button>
              </>
            )}
            <SeenBy>{t.seenBy}</SeenBy>
          </div>
        )
      })}
    </Band>
  )
}
