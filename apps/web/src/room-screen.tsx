import { memo, type ReactNode, Suspense, useLayoutEffect, useRef } from 'react'
import { useT } from './i18n/words.tsx'
import { Frame } from './live/frame.tsx'
import { RIGHT_COLUMN, useMedia } from './ui/use-media.ts'
import { PresentStep } from './present-step.tsx'
import { PausePlace, RoomStrips } from './room-strips.tsx'
import { pathTo, type RoomPlace } from './room/places.ts'
import type { RoomLink } from './room/room-link.ts'
import { useRoom } from './room/room.tsx'
import { useAsked } from './room/use-act.ts'
import { useBoard } from './room/use-board.ts'
import { useMine } from './room/use-roles.ts'
import { Waiting } from './shell/waiting.tsx'
import { AgendaList, AgendaRail, AgendaTime, Ambiance, FloorSection, FloorSide, ItemClose, SignalPanel } from './slots.tsx'
import { LinkButton } from './ui/button.tsx'
import { later } from './ui/later.ts'

const ItemCentre = later(async () => (await import('./item-centre.tsx')).ItemCentre)
const MoreMenu = later(async () => (await import('./more-ways.tsx')).MoreMenu)
const MoreLinks = later(async () => (await import('./more-ways.tsx')).MoreLinks)
const CatchUpPlace = later(async () => (await import('./catch-up-place.tsx')).CatchUpPlace)
const CatchUpCard = later(async () => (await import('./catch-up/catch-up-card.tsx')).CatchUpCard)
const Circle = later(async () => (await import('./circle/circle.tsx')).Circle)
const RightColumn = later(async () => (await import('./right-column.tsx')).RightColumn)

/** The item looked at ahead or behind: the same view, with one way back to what is going on. */
function LookedAt({ itemId }: { itemId: string }) {
  const t = useT('live').places
  const { identity } = useRoom()
  const current = useBoard((board) => board.now.itemId === itemId)
  const closes = useBoard((board) => board.items[itemId]?.status === 'open' && board.now.pause === null)
  const { facilitating } = useMine()
  return (
    <>
      {!current && (
        <LinkButton kind="link" href={pathTo(identity.meetingId, { id: 'now' })} className="mb-2">
          {t.back}
        </LinkButton>
      )}
      <ItemCentre key={itemId} itemId={itemId} />
      {current && closes && facilitating && (
        <div className="pt-4">
          <ItemClose itemId={itemId} kind="plain" />
        </div>
      )}
    </>
  )
}

/** Another place than what is going on: one tap brings back. A phone has its bar for that, except where no place of the bar is this one. */
function Elsewhere({ always = false, children }: { always?: boolean; children: ReactNode }) {
  const t = useT('live').places
  const { identity } = useRoom()
  return (
    <>
      <div className={always ? 'mb-2' : 'mb-2 hidden laptop:block'}>
        <LinkButton kind="link" href={pathTo(identity.meetingId, { id: 'now' })}>
          {t.back}
        </LinkButton>
      </div>
      {children}
    </>
  )
}
/** Steps in which people talk freely without an item, which brings the floor itself; a round has its own turns. */
const talks = ['follow-up', 'wrap-up'] as const

/** What one looks at; what stands around it may change without it. */
const Centre = memo(function Centre({ at }: { at: RoomPlace }) {
  const beside = useMedia(RIGHT_COLUMN)
  const talking = useBoard(({ now }) => talks.some((phase) => phase === now.phase))
  switch (at.id) {
    case 'agenda':
      return (
        <Elsewhere>
          <AgendaList />
        </Elsewhere>
      )
    case 'item':
      return <LookedAt itemId={at.itemId} />
    case 'circle':
      return (
        <Elsewhere>
          <Circle
            more={
              <>
                {!beside && <FloorSection />}
                <MoreLinks />
              </>
            }
          />
        </Elsewhere>
      )
    case 'mood':
      return (
        <Elsewhere>
          <Ambiance />
        </Elsewhere>
      )
    case 'catch-up':
      return (
        <Elsewhere always>
          <CatchUpPlace />
        </Elsewhere>
      )
    default:
      return (
        <>
          <Suspense fallback={null}>
            <CatchUpCard />
          </Suspense>
          <PresentStep />
          <Suspense fallback={null}>{!beside && talking && <FloorSection while={talks} />}</Suspense>
        </>
      )
  }
})

/** Somebody is writing: the page stays under their words. */
const isWriting = (): boolean => {
  const at = document.activeElement
  return at instanceof HTMLTextAreaElement || (at instanceof HTMLElement && at.isContentEditable)
}

/** What is new is read from its top: another place, another step, or one's own weather just given; a decision's next step too, unless one writes. */
function ToTop({ at }: { at: RoomPlace }) {
  const marker = useRef<HTMLSpanElement>(null)
  const { me } = useMine()
  const step = useBoard(({ now, weather, closing }) =>
    [now.phase, now.itemId, weather[me] === undefined, closing.heard.includes(me)].join(' '),
  )
  const course = useBoard(({ now, decisions }) => {
    const decision = Object.values(decisions).findLast(({ itemId }) => itemId === now.itemId)
    return decision && [decision.step, decision.rounds.length, decision.rounds.at(-1)?.revealedAt].join(' ')
  })
  const shown = at.id === 'now' ? `now ${step}` : at.id === 'item' ? at.itemId : at.id
  const before = useRef({ shown, course })
  // Before it is drawn: a page that goes to its top a moment later takes what one is about to press from under the finger.
  useLayoutEffect(() => {
    const was = before.current
    before.current = { shown, course }
    const isElsewhere = was.shown !== shown
    const hasMoved = at.id === 'now' && was.course !== course && !isWriting()
    if (!isElsewhere && !hasMoved) return
    // A laptop's centre scrolls by itself, a phone's whole page does.
    marker.current?.parentElement?.scrollTo(0, 0)
    window.scrollTo(0, 0)
  }, [shown, course, at.id])
  return <span ref={marker} hidden />
}

/** Whether there is only one thing to do here: one's weather or closing word, not yet given [screens: bottom bar]. */
function useFocused(at: RoomPlace): boolean {
  const { me } = useMine()
  return useBoard((board) => {
    if (at.id !== 'now' || board.meeting.status !== 'live') return false
    if (board.now.phase === 'weather') return board.weather[me] === undefined
    return board.now.phase === 'closing' && !board.closing.heard.includes(me)
  })
}

/** Somebody speaks in a round without reply and it is not this person: their phone rests, dimmed, with nothing that calls [B17]. */
function useResting(at: RoomPlace): boolean {
  const { me, facilitating, keepsMood } = useMine()
  const rests = useBoard(({ now, rounds }) => {
    const kind = now.roundId === null ? undefined : rounds[now.roundId]?.kind
    return now.turn !== null && now.turn.personId !== me && (kind === 'weather' || kind === 'feelings' || kind === 'closing')
  })
  return at.id === 'now' && rests && !facilitating && !keepsMood
}

/** A signal waits to be welcomed by this person: that is then the one act, in the mood's own place. */
const isWelcomeAwaited = (link: RoomLink): boolean =>
  Object.values(link.board?.signals ?? {}).some(
    ({ status, id }) => status === 'raised' && link.foresee({ type: 'acknowledge-signal', signalId: id })?.ok === true,
  )

/** Made once, so that they render with what they read and not with the screen around them. */
const left = (
  <Suspense fallback={null}>
    <AgendaRail />
  </Suspense>
)
const leftFoot = (
  <Suspense fallback={null}>
    <AgendaTime />
  </Suspense>
)
const right = (
  <Suspense fallback={null}>
    <RightColumn floor={<FloorSide />} mood={<SignalPanel />} />
  </Suspense>
)

/** The live board of one meeting: the frame, and in it the place one looks at. */
export function RoomScreen({ at }: { at: RoomPlace }) {
  const beside = useMedia(RIGHT_COLUMN)
  const focused = useFocused(at)
  const awaited = useAsked(isWelcomeAwaited)
  const resting = useResting(at)
  return (
    <>
      <Frame
        place={at}
        focused={focused}
        actElsewhere={awaited}
        resting={resting}
        aside={
          beside && (
            <Suspense fallback={null}>
              <MoreMenu />
            </Suspense>
          )
        }
        strip={<RoomStrips resting={resting} />}
        left={left}
        leftFoot={leftFoot}
        right={right}
      >
        <ToTop at={at} />
        <Suspense key={at.id === 'item' ? at.itemId : at.id} fallback={<Waiting />}>
          <Centre at={at} />
        </Suspense>
      </Frame>
      <PausePlace />
    </>
  )
}
