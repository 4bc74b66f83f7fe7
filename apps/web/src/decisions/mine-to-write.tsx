import { currentVersion, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { amendFormId } from './amend-form.tsx'
import { objectionNow, turnOf } from './course.ts'

/** Whether the next act is the carrier's: to write the version that takes the feelings or an objection in. */
const awaitsVersion = (decision: Decision): boolean => {
  if (decision.status !== 'open') return false
  if (decision.step === 'amendment') return true
  const now = decision.step === 'integration' ? objectionNow(decision) : undefined
  return now !== undefined && turnOf(now) === 'write'
}

/** Said to the carrier above the text: on a phone the form stands under a long text and an objection, out of view. */
export function MineToWrite({ decision }: { decision: Decision }) {
  const t = useT('decisions').amend
  const { n } = currentVersion(decision)
  const may = useAllowed({ type: 'amend', decisionId: decision.id, from: n, text: '…' })
  if (!may.allowed || !awaitsVersion(decision)) return null
  const goes = () => {
    const field = document.getElementById(amendFormId(decision))?.querySelector('textarea')
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }
  return (
    <Band title={decision.step === 'amendment' ? t.mayWrite(n + 1) : t.yours(n + 1)}>
      {decision.step === 'amendment' && <p>{t.keep}</p>}
      <Button className="self-start" onClick={goes}>
        {t.goes}
      </Button>
    </Band>
  )
}
