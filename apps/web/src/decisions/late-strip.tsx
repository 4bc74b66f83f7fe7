import { CircleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { lateNewsFor, type LateNews } from './late-news.ts'
import { useAuthor } from './said.tsx'

/** Under the header, to facilitation, the decision keeper and the carrier: an objection came after the round, and what the group may choose [§4.5, V3]. */
export function LateStrip() {
  const { me, facilitating } = useMine()
  const decisions = useBoard((board) => board.decisions)
  const reactions = useBoard((board) => board.reactions)
  const roles = useBoard((board) => board.roles)
  const news = useMemo(
    () => lateNewsFor({ decisions, reactions, roles }, me, facilitating),
    [decisions, reactions, roles, me, facilitating],
  )
  const [putAway, setPutAway] = useState<readonly string[]>([])
  const keyOf = ({ objection, reaction }: LateNews) => `${objection.id} ${reaction === undefined ? 'open' : 'adopted'}`
  const first = news.find((one) => !putAway.includes(keyOf(one)))
  if (!first) return null
  return <Told key={keyOf(first)} news={first} onDismiss={() => setPutAway((before) => [...before, keyOf(first)])} />
}

function Told({ news: { decision, objection, reaction }, onDismiss }: { news: LateNews; onDismiss: () => void }) {
  const t = useT('decisions').lateNews
  const author = useAuthor()
  const { me } = useMine()
  const { identity } = useRoom()
  const [place, go] = useLocation()
  const back = { type: 'previous-step', decisionId: decision.id, from: decision.step } as const
  const may = useAllowed(back)
  const item = pathTo(identity.meetingId, { id: 'item', itemId: decision.itemId })
  const now = useBoard((board) => board.now.itemId === decision.itemId)
  const there = place === item || (now && place === pathTo(identity.meetingId, { id: 'now' }))
  const reopens = reaction === undefined && decision.step === 'improvement' && may.allowed
  const says = reaction ? (decision.carrier === me ? t.answerIt : t.carrierAnswers) : decision.step === 'improvement' ? t.choose : t.waits
  return (
    <Strip
      icon={CircleAlert}
      word={t.word(author.first(objection))}
      act={reopens ? <ActButton act={back}>{t.reopen}</ActButton> : !there && <Button onClick={() => go(item)}>{t.see}</Button>}
      onDismiss={onDismiss}
    >
      {says}
    </Strip>
  )
}
