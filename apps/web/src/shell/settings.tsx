import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { applySettings, type Settings, storeSettings } from './device-settings.ts'

type SettingsAccess = { settings: Settings; change: (part: Partial<Settings>) => void }

const SettingsContext = createContext<SettingsAccess | null>(null)

/** How this device shows the product, for all below; a change is applied and kept at once. */
export function SettingsProvider({ initial, children }: { initial: Settings; children: ReactNode }) {
  const [settings, setSettings] = useState(initial)
  const change = useCallback(
    (part: Partial<Settings>) => {
      const next = { ...settings, ...part }
      setSettings(next)
      applySettings(next)
      storeSettings(next)
    },
    [settings],
  )
  const access = useMemo(() => ({ settings, change }), [settings, change])
  return <SettingsContext value={access}>{children}</SettingsContext>
}

export function useSettings(): SettingsAccess {
  const access = use(SettingsContext)
  if (!access) throw new Error('useSettings needs a SettingsProvider above')
  return access
}
