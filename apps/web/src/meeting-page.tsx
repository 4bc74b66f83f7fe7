import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { MeetingZone, useT } from './i18n/words.tsx'
import { cameBy } from './lobby/came-by.ts'
import { Enter } from './lobby/enter.tsx'
import { dropKey } from './lobby/kept-key.ts'
import { RecoveryPlace } from './live/recovery-place.tsx'
import { PersonStrip } from './live/person-strip.tsx'
import { ShutDoor } from './live/shut-door.tsx'
import { type Identity, identitiesOf, rememberIdentity } from './room/identity.ts'
import { pathTo, placeOf, type RoomPlace } from './room/places.ts'
import { Companions } from './room/companions.tsx'
import { type Persons, PersonsProvider } from './room/persons.tsx'
import { Room, useLink } from './room/room.tsx'
import { useBoard } from './room/use-board.ts'
import { PausePlace } from './room-strips.tsx'
import { reloadFresh } from './shell/fresh.ts'
import { Waiting } from './shell/waiting.tsx'
import {
  DecisionPage,
  DecisionReactions,
  DigestPage,
  MeetAgain,
  MinutesPage,
  PersonPage,
  Projector,
  Protect,
  Registers,
  LateReactionsOf,
} from './slots.tsx'
import { DraftOwnerProvider } from './ui/use-draft.ts'
import type { PageProps } from './page-props.ts'
import { later } from './ui/later.ts'

const loadRoom = () => import('./room-screen.tsx')
const AlreadyHere = later(async () => (await import('./lobby/already-here.tsx')).AlreadyHere)
const EnterBeside = later(async () => (await import('./lobby/enter-beside.tsx')).EnterBeside)
const RoomScreen = later(async () => (await loadRoom()).RoomScreen)

/** `/m/:id…`: the door for somebody this device does not know, the room for the rest. One page for all its places, so that the room stays open. */
export function MeetingPage({ params }: PageProps) {
  const meetingId = params['id'] ?? ''
  const [mine, setMine] = useState(() => identitiesOf(meetingId))
  const [arriving] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const [identity, setIdentity] = useState<Identity | null>(() => {
    if (arriving === '') return mine[0] ?? null
    return mine.find(({ personId }) => cameBy(meetingId, personId, arriving)) ?? null
  })
  const [asOther, setAsOther] = useState(mine.length === 0)
  const [, go] = useLocation()
  const [adding, setAdding] = useState(false)
  const become = useCallback(
    (next: Identity) => {
      // The latest remembered is who acts, also after a reload.
      rememberIdentity({ ...next, at: Date.now() })
      setMine(identitiesOf(meetingId))
      setAdding(false)
      setIdentity(next)
    },
    [meetingId],
  )
  const persons = useMemo((): Persons => ({ mine, be: become, add: () => setAdding(true) }), [mine, become])
  useEffect(() => {
    // Fetched while the name is being typed, so that entering waits for nothing.
    loadRoom().catch(() => undefined)
  }, [])
  useEffect(() => {
    if (identity) dropKey(meetingId)
  }, [identity, meetingId])
  const recall = (held: readonly Identity[]): void => {
    for (const one of held) rememberIdentity(one)
    setMine(held)
    setAsOther(false)
    // By a link it may be somebody else, and of two nobody knows which one holds the device.
    if (arriving === '' && held.length === 1) setIdentity(held[0] ?? null)
  }
  if (!identity && !asOther) return <AlreadyHere mine={mine} onContinue={become} onOther={() => setAsOther(true)} />
  if (!identity) return <Enter meetingId={meetingId} onEntered={become} onHeld={mine.length === 0 ? recall : undefined} />
  if (adding)
    return (
      <EnterBeside
        beside={identity}
        onEntered={(next) => {
          become(next)
          go(pathTo(meetingId, { id: 'now' }))
        }}
        onBack={() => setAdding(false)}
      />
    )
  return (
    <PersonsProvider value={persons}>
      <DraftOwnerProvider value={identity.personId}>
        <Room key={identity.personId} identity={identity}>
          <Opened
            at={placeOf(params['*'])}
            onAgain={() => {
              setAsOther(true)
              setIdentity(null)
            }}
          />
        </Room>
      </DraftOwnerProvider>
    </PersonsProvider>
  )
}

/** Waits for the first reading of the board; a door shut for good says why. */
function Opened({ at, onAgain }: { at: RoomPlace; onAgain: () => void }) {
  const t = useT('room')
  const shut = useLink((link) => link.shut)
  const ready = useLink((link) => link.board !== null)
  const offline = useLink((link) => link.saved.kind === 'offline')
  // After a way back nothing of the meeting is here yet: whoever loses the network just then must read that their words are.
  const why = shut ?? (!ready && offline ? 'offline' : null)
  if (why) return <ShutDoor why={why} onAgain={onAgain} onReload={() => void reloadFresh()} />
  if (!ready)
    return (
      <p role="status" className="animate-late p-8 text-center text-ink2">
        {t.opening}
      </p>
    )
  return <Place at={at} />
}

/** What people say of a decision on its own page: reactions, and objections that came after the round. */
function BesideDecision({ named }: { named: string }) {
  return (
    <>
      <DecisionReactions named={named} />
      <LateReactionsOf named={named} />
    </>
  )
}

/** A part that comes when it is here: the page does not wait for it. */
const beside = (part: ReactNode): ReactNode => <Suspense fallback={null}>{part}</Suspense>

/** Places that fill the page and bring their own header; null for those of the room. */
const wholePage = (at: RoomPlace): ReactNode => {
  switch (at.id) {
    case 'minutes':
      return <MinutesPage recovery={<RecoveryPlace />} protect={beside(<Protect />)} meetAgain={beside(<MeetAgain />)} />
    case 'screen':
      return <Projector />
    case 'registers':
      return <Registers />
    case 'digest':
      return <DigestPage />
    case 'decision':
      return <DecisionPage key={at.ref} named={at.ref} beside={<BesideDecision named={at.ref} />} />
    case 'person':
      return <PersonPage key={at.personId} personId={at.personId} />
    default:
      return null
  }
}

function Place({ at }: { at: RoomPlace }) {
  const timeZone = useBoard((board) => board.meeting.timezone)
  const title = useBoard((board) => board.meeting.title)
  const brand = useT('shell').brand
  useEffect(() => {
    document.title = `${title} · ${brand}`
    return () => {
      document.title = brand
    }
  }, [title, brand])
  const over = useBoard((board) => board.meeting.status === 'review' || board.meeting.status === 'sealed')
  const whole = wholePage(over && at.id === 'now' ? { id: 'minutes' } : at)
  return (
    <MeetingZone timeZone={timeZone}>
      {at.id !== 'screen' && <Companions />}
      {whole !== null && at.id !== 'screen' && <PersonStrip />}
      <Suspense fallback={<Waiting />}>{whole ?? <RoomScreen at={at} />}</Suspense>
      {/* A pause is for everyone, also for whoever reads the minutes; the room brings its own, and so does the wall. */}
      {whole && at.id !== 'screen' && <PausePlace />}
    </MeetingZone>
  )
}
