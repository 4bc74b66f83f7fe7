import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import type { FirstCatalogue } from './i18n/catalogue/catalogue.ts'
import type { Locale } from './i18n/locale.ts'
import { WordsProvider } from './i18n/words.tsx'
import type { PageProps } from './page-props.ts'
import { routes } from './routes.tsx'
import { Boundary } from './shell/boundary.tsx'
import type { Settings } from './shell/device-settings.ts'
import { NotFound } from './shell/not-found.tsx'
import { SettingsProvider } from './shell/settings.tsx'
import { Waiting } from './shell/waiting.tsx'
import { LiveRegion } from './ui/live-region.tsx'
import { Toasts } from './ui/toasts.tsx'

type AppProps = { settings: Settings; locale: Locale; catalogue: FirstCatalogue }

/** The whole app, given what main read from the device: words, look, then the page of the address. */
export function App({ settings, locale, catalogue }: AppProps) {
  return (
    <SettingsProvider initial={settings}>
      <WordsProvider locale={locale} catalogue={catalogue}>
        <LiveRegion>
          <Toasts>
            <Boundary>
              <Suspense fallback={<Waiting />}>
                <Switch>
                  {routes.map(({ path, page: PageOf }) => (
                    <Route key={path} path={path}>
                      {/* A page is of one meeting: another id, another page, so no state leaks across. */}
                      {(params: PageProps['params']) => <PageOf key={params.id ?? params.token ?? path} params={params} />}
                    </Route>
                  ))}
                  <Route>
                    <NotFound />
                  </Route>
                </Switch>
              </Suspense>
            </Boundary>
          </Toasts>
        </LiveRegion>
      </WordsProvider>
    </SettingsProvider>
  )
}
