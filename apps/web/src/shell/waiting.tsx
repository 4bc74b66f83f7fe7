import { useT } from '../i18n/words.tsx'

/** While the code of a page comes: nothing for a moment, then a word. */
export function Waiting() {
  const t = useT('shell')
  return (
    <p role="status" className="animate-late p-8 text-center text-ink2">
      {t.loading}
    </p>
  )
}
