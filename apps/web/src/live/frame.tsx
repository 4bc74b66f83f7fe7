import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import type { RoomPlace } from '../room/places.ts'
import { ActPlace, ActPlaceProvider } from '../ui/act-place.tsx'
import { Columns } from '../ui/columns.tsx'
import { Strips } from '../ui/strips.tsx'
import { Announcer } from './announcer.tsx'
import { NoticeBridge } from './notice-bridge.tsx'
import { PersonStrip } from './person-strip.tsx'
import { RecoveryPlace } from './recovery-place.tsx'
import { RoomBar } from './room-bar.tsx'
import { RoomHeader } from './room-header.tsx'
import { TroubleStrip } from './trouble-strip.tsx'
import { LEFT_COLUMN, RIGHT_COLUMN, useMedia } from '../ui/use-media.ts'

export type FrameProps = {
  place: RoomPlace
  /** Only one thing to do: the bottom bar goes, the act stays in view. */
  focused: boolean
  /** Somebody must be welcomed first: the act of the moment waits at the right. */
  actElsewhere: boolean
  /** Somebody else speaks: the screen dims. */
  resting: boolean
  aside: ReactNode
  strip: ReactNode
  left: ReactNode
  leftFoot?: ReactNode
  right: ReactNode
  children: ReactNode
}

/** The room around whatever is going on: header, columns on a laptop, places and act on a phone. */
export function Frame({ place, focused, actElsewhere, resting, aside, strip, left, leftFoot, right, children }: FrameProps) {
  const t = useT('live').places
  const hasLeft = useMedia(LEFT_COLUMN)
  const hasRight = useMedia(RIGHT_COLUMN)
  const stuck = focused ? 'stuck-bottom' : 'on-bar tablet:bottom-0'
  return (
    <ActPlaceProvider>
      <NoticeBridge />
      <Announcer />
      <Columns
        dim={resting}
        leftLabel={t.agenda}
        rightLabel={t.circle}
        header={<RoomHeader aside={aside} />}
        strip={
          <>
            <PersonStrip />
            <Strips>
              <TroubleStrip />
              {strip}
            </Strips>
          </>
        }
        left={hasLeft && left}
        leftFoot={hasLeft && leftFoot}
        right={hasRight && right}
        actPlace={
          <ActPlace
            className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line bg-paper px-4 py-3 laptop:px-8 laptop:py-4 ${stuck} ${actElsewhere ? 'laptop:hidden' : ''}`}
          />
        }
        bar={!focused && <RoomBar place={place} />}
      >
        <RecoveryPlace />
        {children}
      </Columns>
    </ActPlaceProvider>
  )
}
