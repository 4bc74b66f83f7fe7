import type { Item } from '@clairiere/ritual'
import { useDates, useT } from '../i18n/words.tsx'
import { useGlossary } from '../room/explain.tsx'
import { useItemTime } from '../room/item-time.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { KeptWords } from '../editor/kept-words.tsx'
import { Explained } from '../ui/acronym.tsx'
import { Title } from '../ui/page.tsx'
import { useMinutesOf } from './agenda-row.tsx'
import { useSayDay } from '../room/days.ts'
import { Overrun } from './overrun.tsx'
import { TakenBack } from './taken-back.tsx'

/** Kind and time, title, then the question or what is expected, and who decides or carries. */
export function ItemHead({ item }: { item: Item }) {
  const t = useT('agenda')
  const labels = useLabels().agenda
  const names = useNames()
  const sayDay = useSayDay()
  const glossary = useGlossary()
  const request = useBoard((board) => board.advice[item.id])
  const org = item.onBehalfOf === null ? '' : names.org(item.onBehalfOf)
  const carrier = item.carriers.length === 0 ? t.noCarrier : t.carriedBy(item.carriers.map((id) => names.full(id)).join(', '), org)
  const about = request
    ? t.advice.decides(names.full(request.decider), request.forOrg === null ? '' : names.org(request.forOrg), sayDay(request.decideBy))
    : [carrier, ...(item.towards === undefined ? [] : [t.towards(names.org(item.towards))])].join(' ')
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="text-second text-ink2">
          {labels.kinds[item.kind].label}
          {item.status !== 'open' && ` · ${labels.statuses[item.status]}`}
        </p>
        <ItemClock item={item} />
      </div>
      <Title>{item.title}</Title>
      <p className="whitespace-pre-wrap">
        <Explained text={request?.question ?? (item.expectation || labels.expectation)} glossary={glossary} />
      </p>
      <p className="text-ink2">
        <Explained text={about} glossary={glossary} />
        {item.replacement !== undefined && ` ${t.replacedBy(names.first(item.replacement))}`}
      </p>
      {item.openedAt === undefined && item.status !== 'withdrawn' && (
        <p className="text-second text-ink2">{t.items.process(labels.kinds[item.kind].label, labels.kinds[item.kind].output)}</p>
      )}
      {item.postponeAsked && item.status !== 'postponed' && <p className="font-strong">{t.postponeAsked}</p>}
      {item.context && <p className="whitespace-pre-wrap text-ink2">{item.context}</p>}
      <TakenBack item={item} />
      <KeptWords item={item} />
    </div>
  )
}

/** Time left of the item that is on, planned or held of any other. */
function ItemClock({ item }: { item: Item }) {
  const t = useT('agenda')
  const dates = useDates()
  const minutesOf = useMinutesOf()
  const isNow = useBoard((board) => board.now.itemId === item.id)
  const time = useItemTime()
  if (!isNow || !time) return <p className="text-second text-ink2">{minutesOf(item)}</p>
  if (time.over) return <Overrun itemId={item.id} />
  return (
    <p>
      <span className="said text-clock">{dates.minutes(time.left)}</span>{' '}
      <span className="text-second text-ink2">{t.leftOf(time.planned)}</span>
    </p>
  )
}
