import { paths } from '@clairiere/ritual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoardIfReady } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { renderPaper } from './render-paper.tsx'

/** How long after a change of the board the preview is asked for again: a burst of acts is one reading. */
const REFRESH_AFTER_MS = 1500

type Page = { html: string } | 'loading' | 'failed'

/** The page of the minutes as the server prints it for this person, asked for again when the board has moved. Stays what it was while the next one comes. */
const usePage = (): { page: Page; again: () => void } => {
  const { identity } = useRoom()
  const board = useBoardIfReady()
  const [page, setPage] = useState<Page>('loading')
  const turn = useRef(0)
  const read = useCallback(async () => {
    const mine = ++turn.current
    try {
      const response = await fetch(`${paths.minutes(identity.meetingId, 'html')}?as=${encodeURIComponent(identity.personId)}`, {
        headers: { 'accept-language': document.documentElement.lang || 'fr' },
      })
      const html = response.ok ? await response.text() : null
      if (mine === turn.current) setPage((before) => (html === null ? (typeof before === 'object' ? before : 'failed') : { html }))
    } catch {
      if (mine === turn.current) setPage((before) => (typeof before === 'object' ? before : 'failed'))
    }
  }, [identity])
  const first = useRef(true)
  useEffect(() => {
    const timer = setTimeout(() => void read(), first.current ? 0 : REFRESH_AFTER_MS)
    first.current = false
    return () => clearTimeout(timer)
  }, [board, read])
  return { page, again: () => void read() }
}

/** The sheet as it will be: 700 px, the reader's own lines on their ground. It prints alone. */
export function Paper({ mine }: { mine: readonly string[] }) {
  const t = useT('minutes').paper
  const { page, again } = usePage()
  const html = typeof page === 'object' ? page.html : null
  const { content } = useMemo(() => (html === null ? { content: null } : renderPaper(html, mine, t.mine)), [html, mine, t.mine])
  if (page === 'loading') return <p className="p-4 text-ink2">{t.loading}</p>
  if (page === 'failed') {
    return (
      <div className="flex flex-col items-start gap-2 p-4">
        <p role="alert">{t.failed}</p>
        <Button onClick={again}>{t.again}</Button>
      </div>
    )
  }
  return (
    <article aria-label={t.label} className="minutes-paper">
      {content}
    </article>
  )
}
