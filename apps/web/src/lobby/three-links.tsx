import { Binoculars, KeyRound, QrCode as QrIcon, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { LinkCard } from './link-card.tsx'
import type { Links } from './links.ts'

/** Participer and Observer show their square; Préparer is hidden until « Montrer », because this screen may be projected. */
export function ThreeLinks({ links }: { links: Links }) {
  const t = useT('opening').links
  const [shown, setShown] = useState(false)
  return (
    <>
      <ul className="flex flex-col">
        <LinkCard icon={UsersRound} name={t.join} purpose={t.joinFor} square={<QrCode text={links.join} label={t.square(t.join)} />}>
          <CopyField label={t.address(t.join)} text={links.join} />
        </LinkCard>
        <LinkCard
          icon={Binoculars}
          name={t.observe}
          purpose={t.observeFor}
          square={<QrCode text={links.observe} label={t.square(t.observe)} />}
        >
          <CopyField label={t.address(t.observe)} text={links.observe} />
        </LinkCard>
        <LinkCard
          icon={KeyRound}
          name={t.host}
          purpose={t.hostFor}
          square={
            shown ? (
              <QrCode text={links.host} label={t.square(t.host)} />
            ) : (
              <button
                type="button"
                onClick={() => setShown(true)}
                className="flex size-29 shrink-0 flex-col items-center justify-center gap-2 rounded-field border border-edge font-strong hover:bg-raised"
              >
                <Icon shape={QrIcon} className="size-6" />
                {t.show}
              </button>
            )
          }
        >
          {shown && (
            <>
              <CopyField label={t.address(t.host)} text={links.host} />
              <Button kind="quiet" onClick={() => setShown(false)} className="self-start">
                {t.hide}
              </Button>
            </>
          )}
        </LinkCard>
      </ul>
      <SeenBy>{t.power}</SeenBy>
    </>
  )
}
