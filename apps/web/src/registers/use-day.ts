import { useDates } from '../i18n/words.tsx'

/** A day as the reader's language says it. */
export const useDay = (): ((value: string) => string) => {
  const dates = useDates()
  return (value) => dates.day(Date.parse(`${value}T12:00:00Z`))
}
