import type { Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'

/** Whoever facilitates carries this item: the relay, else another decider who does not keep the mood, is proposed for it [§4]. One quiet line within what the item expects of them. */
export function LeadsOwnItem({ item }: { item: Item }) {
  const t = useT('agenda').items.leading
  const names = useNames()
  const { me, facilitating } = useMine()
  const seat = useBoard((board) => board.roles['facilitator'])
  const watch = useBoard((board) => board.roles['moodWatcher'])
  const people = useBoard((board) => board.people)
  const holds = seat?.holders.includes(me) === true
  const carries = item.carriers.includes(me) || item.replacement === me
  if (!facilitating || !holds || !carries || (item.status !== 'listed' && item.status !== 'open' && item.status !== 'paused')) return null
  const asked = seat.offers.find(({ as, from }) => as === 'handover' && from === me)
  if (asked) return <p className="text-second">{t.asked(names.first(asked.personId))}</p>
  const isHere = (id: string) => people[id]?.presence === 'present' && id !== me
  const keeps = [...(watch?.holders ?? []), ...(watch?.pairs ?? [])]
  const relay =
    seat.backups.find(isHere) ??
    names.sorted.find(({ id, standing }) => isHere(id) && standing === 'decider' && !keeps.includes(id) && !item.carriers.includes(id))?.id
  if (relay === undefined) return null
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-second">
      <span>{t.text}</span>
      <ActButton act={{ type: 'hand-over-role', role: 'facilitator', personId: relay }} kind="link">
        {t.act(names.first(relay))}
      </ActButton>
    </p>
  )
}
