import { useEffect, useRef } from 'react'
import { useRoom } from '../room/room.tsx'
import { useSay } from '../ui/toasts.tsx'

/** Shows the room's notices, refusals and things done, as the page's small messages. */
export function NoticeBridge() {
  const { notices } = useRoom()
  const say = useSay()
  const last = useRef(0)
  useEffect(() => {
    const show = () => {
      for (const notice of notices.all) {
        if (notice.id <= last.current) continue
        last.current = notice.id
        say(notice.message, notice.undo)
      }
    }
    show()
    return notices.changes.subscribe(show)
  }, [notices, say])
  return null
}
