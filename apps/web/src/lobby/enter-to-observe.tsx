import { useT } from '../i18n/words.tsx'
import { EnterForm, type EnterFormProps } from './enter-form.tsx'

/** The door for whoever comes by the link to observe: it says what they will do, and not, before they come in [contract § HTTP]. */
export function EnterToObserve(props: EnterFormProps) {
  return <EnterForm {...props} otherwise={useT('opening').toObserve} />
}
