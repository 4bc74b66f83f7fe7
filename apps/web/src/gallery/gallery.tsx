import { useSearch } from 'wouter'
import { MeetingZone } from '../i18n/words.tsx'
import { Appearance } from '../shell/appearance.tsx'
import { Choices } from './choices.tsx'
import { Controls } from './controls.tsx'
import { LaptopScreen } from './laptop-screen.tsx'
import { Overlays } from './overlays.tsx'
import { People } from './people.tsx'
import { PhoneScreen } from './phone-screen.tsx'
import { ReadWords } from './read-words.tsx'

/** Every piece of ui/ in its states, for whoever builds a screen. Development only; `?screen=phone|laptop` shows one whole screen. */
export function Gallery() {
  return (
    <MeetingZone timeZone="Europe/Paris">
      <Pieces />
    </MeetingZone>
  )
}

function Pieces() {
  const screen = new URLSearchParams(useSearch()).get('screen')
  if (screen === 'phone') return <PhoneScreen />
  if (screen === 'laptop') return <LaptopScreen />
  return (
    <main className="mx-auto flex max-w-160 min-w-0 flex-col gap-12 px-4 py-8">
      <h1 className="said text-head">Les pièces</h1>
      <Appearance />
      <Controls />
      <Choices />
      <People />
      <ReadWords />
      <Overlays />
    </main>
  )
}
