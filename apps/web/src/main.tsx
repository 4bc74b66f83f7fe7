import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { loadCatalogue } from './i18n/catalogue/catalogue.ts'
import { pickLocale } from './i18n/locale.ts'
import { applySettings, readSettings } from './shell/device-settings.ts'
import { keepOnDevice } from './shell/fresh.ts'
import './styles/index.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const settings = readSettings()
applySettings(settings)
const locale = pickLocale(settings.locale, navigator.languages)
document.documentElement.lang = locale

loadCatalogue(locale)
  .then((catalogue) => {
    createRoot(root).render(<App settings={settings} locale={locale} catalogue={catalogue} />)
    keepOnDevice()
    // Behind the first screen; without it the browser does what browsers do.
    import('./ui/keep-focus-here.ts').then(
      ({ keepFocusHere }) => keepFocusHere(document.body),
      () => undefined,
    )
  })
  .catch((fault: unknown) => {
    // Without words there is no screen to say it in: the one sentence written here, in both languages.
    root.textContent = 'La page n’a pas fini d’arriver, recharge-la. · The page did not fully arrive, reload it.'
    throw fault
  })
