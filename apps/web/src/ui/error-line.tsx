import { TriangleAlert } from 'lucide-react'
import { IconWord } from './icon.tsx'

/** What went wrong and what to do next, under the control it concerns; spoken at once. */
export function ErrorLine({ id, children }: { id?: string; children: string }) {
  return (
    <p id={id} role="alert">
      <IconWord icon={TriangleAlert} strong className="text-second">
        {children}
      </IconWord>
    </p>
  )
}
