import type { WeatherId } from '@clairiere/ritual'
import { CircleSlash, Cloud, CloudFog, CloudLightning, CloudRain, CloudSun, Sun, Wind } from 'lucide-react'
import type { Ground } from '../ui/disc.tsx'
import type { IconShape } from '../ui/icon.tsx'
import { RainbowIcon } from '../ui/rainbow-icon.tsx'

/** How each weather looks: a hue as fill, its icon on it. Its word always stands beside. */
export const skies: Readonly<Record<WeatherId | 'pass', { ground: Ground; icon: IconShape }>> = {
  sun: { ground: 'sun', icon: Sun },
  clearing: { ground: 'clearing', icon: CloudSun },
  rainbow: { ground: 'raised', icon: RainbowIcon },
  clouds: { ground: 'clouds', icon: Cloud },
  wind: { ground: 'wind', icon: Wind },
  fog: { ground: 'fog', icon: CloudFog },
  rain: { ground: 'rain', icon: CloudRain },
  storm: { ground: 'storm', icon: CloudLightning },
  pass: { ground: 'seat', icon: CircleSlash },
}
