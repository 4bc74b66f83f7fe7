import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { leftHere } from '../room/left-here.ts'
import { useRoom } from '../room/room.tsx'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useCopy } from './use-copy.ts'

/** What somebody typed before the door was shut on this device: whoever comes in again is another person to the meeting, and this page alone still shows it. */
export function LeftBehind() {
  const t = useT('room').recovery
  const { leftBehind } = useT('live').shut
  const { replica } = useRoom()
  const texts = useMemo(() => leftHere(replica), [replica])
  if (texts.length === 0) return null
  return (
    <Band title={t.title}>
      <p>{leftBehind}</p>
      <ul className="flex flex-col gap-3">
        {texts.map((text, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list is made once and stays
          <Passage key={index} text={text} />
        ))}
      </ul>
    </Band>
  )
}

function Passage({ text }: { text: string }) {
  const t = useT('room').recovery
  const ui = useT('ui')
  const live = useT('live')
  const { shown, copied, copy } = useCopy(text)
  return (
    <li className="flex flex-col items-start gap-1 border-t border-line pt-3">
      <p ref={shown} className="max-h-60 overflow-y-auto wrap-anywhere whitespace-pre-wrap select-all">
        {text}
      </p>
      <Button kind="link" onClick={copy}>
        {copied === 'copied' ? ui.copied : t.copy}
      </Button>
      <p role="status" className={copied === 'selected' ? 'text-second text-ink2' : 'sr-only'}>
        {copied === 'selected' ? live.textSelected : ''}
      </p>
    </li>
  )
}
