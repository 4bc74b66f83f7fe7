import { useT } from './i18n/words.tsx'
import { Home } from './lobby/home.tsx'
import { Appearance } from './shell/appearance.tsx'

/** `/` */
export function HomePage() {
  const t = useT('shell')
  return <Home brand={t.brand} appearance={<Appearance />} appearanceTitle={t.appearance.title} />
}
