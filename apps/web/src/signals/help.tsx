import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { listeningCommission } from './listening.ts'

/** « J’ai besoin d’aide » [B11]: people to talk to, and nothing that measures anything. */
export function Help() {
  const t = useT('care').help
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" icon={LifeBuoy} onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.title}>
        <Contacts />
      </Sheet>
    </>
  )
}

function Contacts() {
  const t = useT('care').help
  const names = useNames()
  const organisations = useBoard((board) => board.organisations)
  const people = useBoard((board) => board.people)
  const watch = useBoard((board) => board.roles['moodWatcher'])
  const commission = listeningCommission(Object.values(organisations))
  const members = Object.values(people).filter(
    ({ presence, voices }) => presence === 'present' && commission && voices.some(({ org }) => org === commission.id),
  )
  const watchers = watch ? [...watch.holders, ...watch.pairs] : []
  return (
    <div className="flex flex-col gap-4 pb-2">
      <p>{t.lead}</p>
      <section>
        <h3 className="font-strong">{commission?.label ?? t.listening}</h3>
        <p>
          {commission === undefined ? t.noCommission : members.length > 0 ? t.here(names.list(members.map(({ id }) => id))) : t.nobodyHere}
        </p>
      </section>
      {watchers.length > 0 && <p>{t.watch(names.list(watchers))}</p>}
      <p className="border-t border-line pt-3">{t.urgent}</p>
    </div>
  )
}
