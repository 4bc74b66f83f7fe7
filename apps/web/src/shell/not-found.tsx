import { useT } from '../i18n/words.tsx'
import { LinkButton } from '../ui/button.tsx'

export function NotFound() {
  const t = useT('shell').notFound
  return (
    <main className="mx-auto flex max-w-140 flex-col items-start gap-4 px-4 py-8">
      <h1 className="said text-title">{t.title}</h1>
      <p>{t.text}</p>
      <LinkButton kind="link" href="/">
        {t.home}
      </LinkButton>
    </main>
  )
}
