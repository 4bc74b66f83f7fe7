import { useT } from '../i18n/words.tsx'
import type { Identity } from '../room/identity.ts'
import { Button } from '../ui/button.tsx'
import { Page, Title } from '../ui/page.tsx'

type AlreadyHereProps = { mine: readonly Identity[]; onContinue: (identity: Identity) => void; onOther: () => void }

/** Another link than the one by which this device came in: coming back as oneself, or somebody else on the same device? */
export function AlreadyHere({ mine, onContinue, onOther }: AlreadyHereProps) {
  const t = useT('opening').already
  return (
    <Page>
      <div className="flex flex-col gap-4 py-6">
        <Title after={t.text}>{t.title}</Title>
        {mine.map((identity, index) => (
          <Button key={identity.personId} kind={index === 0 ? 'act' : 'plain'} wide onClick={() => onContinue(identity)}>
            {t.as(identity.name)}
          </Button>
        ))}
        <Button wide onClick={onOther}>
          {t.other}
        </Button>
      </div>
    </Page>
  )
}
