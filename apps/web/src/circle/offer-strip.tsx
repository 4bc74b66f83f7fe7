import { HandHelping } from 'lucide-react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { Strip } from '../ui/strip.tsx'

/** A role asked of this person while the meeting goes on: said once, answered in the circle. During the welcome the offer itself stands on the screen. */
export function OfferStrip() {
  const t = useT('circle')
  const labels = useLabels().people.roles
  const { identity } = useRoom()
  const { me } = useMine()
  const [place, go] = useLocation()
  const roles = useBoard((board) => board.roles)
  const inWelcome = useBoard((board) => board.now.phase === null || board.now.phase === 'welcome')
  const circle = pathTo(identity.meetingId, { id: 'circle' })
  const offered = Object.values(roles).find((seat) => seat.offers.some((offer) => offer.personId === me))
  if (!offered || inWelcome || place === circle) return null
  return <Strip icon={HandHelping} word={t.offersTitle(labels[offered.role].label)} onDismiss={() => go(circle)} dismissLabel={t.answer} />
}
