import { floorOrders, type Floor as FloorState } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { Line, Lines } from '../ui/band.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { AskFloor } from './ask-floor.tsx'

type Waiting = FloorState['queue'][number]

/** Who speaks now, and the end of it: said by the speaker, or by whoever keeps the floor. */
function Speaks() {
  const t = useT('floor')
  const names = useNames()
  const { me } = useMine()
  const turn = useBoard((board) => board.now.floor.turn)
  if (!turn) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 py-2">
      <p className="said text-clock">{turn.personId === me ? t.mine : t.speaks(names.first(turn.personId))}</p>
      <ActButton act={{ type: 'end-floor', turnId: turn.turnId }} kind={turn.personId === me ? 'plain' : 'quiet'}>
        {turn.personId === me ? t.done : t.end}
      </ActButton>
    </div>
  )
}

function Entry({ asked, place, last }: { asked: Waiting; place: number; last: boolean }) {
  const t = useT('floor')
  const names = useNames()
  const { me } = useMine()
  const turnId = useBoard((board) => board.now.floor.turn?.turnId ?? null)
  const writesFor = useWrittenFor().some(({ id }) => id === asked.personId)
  const mine = asked.personId === me
  const who = mine ? {} : { personId: asked.personId }
  return (
    <Line
      title={`${place}. ${names.first(asked.personId)}`}
      second={[t.kinds[asked.kind].label, asked.forOrg && names.org(asked.forOrg)].filter(Boolean).join(' · ')}
      aside={
        <ActButton act={{ type: 'give-floor', personId: asked.personId, from: turnId }} kind="link">
          {t.giveShort}
        </ActButton>
      }
    >
      {(mine || writesFor) && (
        <div className="flex flex-wrap gap-x-5">
          {!last && (
            <ActButton act={{ type: 'step-back', ...who }} kind="quiet">
              {t.stepBack}
            </ActButton>
          )}
          <ActButton act={{ type: 'leave-floor', ...who }} kind="quiet">
            {t.lower}
          </ActButton>
        </div>
      )}
    </Line>
  )
}

/** The group's choice, noted by whoever keeps the floor after asking [I7]; the others read it. */
function Order() {
  const t = useT('floor')
  const send = useAct()
  const order = useBoard((board) => board.now.floor.order ?? 'least-heard')
  const may = useAllowed({ type: 'set-floor-order', order: order === 'asked' ? 'least-heard' : 'asked' }).allowed
  if (!may) return <p className="pt-2 text-second text-ink2">{t.ordered[order]}</p>
  return (
    <div className="flex flex-col gap-1 pt-3">
      <ChoiceGroup label={t.order} layout="segments" value={order} onChange={(next) => void send({ type: 'set-floor-order', order: next })}>
        {floorOrders.map((id) => (
          <ChoiceSegment key={id} value={id} label={t.orders[id]} />
        ))}
      </ChoiceGroup>
      <p className="text-second text-ink2">{t.orderHint}</p>
    </div>
  )
}

/** The queue for the floor: who speaks, who waits and why, one's own hand, and the group's order. */
export function FloorQueue() {
  const t = useT('floor')
  const { me } = useMine()
  const floor = useBoard((board) => board.now.floor)
  const waits = (id: string) => floor.queue.some(({ personId }) => personId === id) || floor.turn?.personId === id
  const neighbours = useWrittenFor().filter(({ id }) => !waits(id))
  return (
    <div className="flex flex-col">
      <Speaks />
      {floor.queue.length > 0 && (
        <Lines label={t.title}>
          {floor.queue.map((asked, index) => (
            <Entry key={asked.personId} asked={asked} place={index + 1} last={index === floor.queue.length - 1} />
          ))}
        </Lines>
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 pt-3">
        {!waits(me) && <AskFloor />}
        {floor.queue.length === 0 && floor.turn === null && <p className="text-second text-ink2">{t.empty}</p>}
        {neighbours.map(({ id }) => (
          <AskFloor key={id} personId={id} />
        ))}
      </div>
      {(floor.queue.length > 1 || floor.order !== undefined) && <Order />}
    </div>
  )
}
