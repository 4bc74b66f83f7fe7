import { Suspense } from 'react'
import { useT } from '../i18n/words.tsx'
import type { Shut } from '../room/act-road.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { useLink } from '../room/room.tsx'
import { later } from '../ui/later.ts'
import { Page, Title } from '../ui/page.tsx'

const LeftBehind = later(async () => (await import('./left-behind.tsx')).LeftBehind)

/** The door is shut on this page, for good or while there is no network: why, and the one way on. */
export function ShutDoor({ why, onAgain, onReload }: { why: Shut | 'offline'; onAgain: () => void; onReload: () => void }) {
  const t = useT('live').shut
  const room = useT('room')
  const kept = useLink((link) => link.replica.keptHere)
  const said = {
    'signed-out': room.signedOut,
    'no-such-meeting': room.noSuchMeeting,
    'reload-page': room.reloadPage,
    'bad-frame': room.badFrame,
    offline: kept ? room.openingOffline : room.notKept.offline,
  }[why]
  return (
    <Page>
      <div className="flex flex-col items-start gap-4 py-6">
        <Title>{t.title}</Title>
        <p role="alert">{said}</p>
        {why === 'signed-out' && (
          <Suspense fallback={null}>
            <LeftBehind />
          </Suspense>
        )}
        {why === 'signed-out' && (
          <Button kind="act" onClick={onAgain}>
            {t.again}
          </Button>
        )}
        {(why === 'reload-page' || why === 'bad-frame') && (
          <Button kind="act" onClick={onReload}>
            {t.reload}
          </Button>
        )}
        {why === 'no-such-meeting' && <LinkButton href="/">{t.home}</LinkButton>}
      </div>
    </Page>
  )
}
