import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { screenshots } from '../devices.ts'
import type { Device } from './device.ts'
import { isNight } from './night.ts'

/** Lets the screen’s own code and fonts arrive, and the moment be drawn. */
const settled = async (device: Device): Promise<void> => {
  await expect(device.page.getByRole('heading', { level: 1 }).first()).toBeAttached()
  await device.page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** What axe finds wrong with the page as it stands, one line a rule, with the first places; of all its rules, or of some. */
const violationsOn = async (device: Device, rules?: string[]): Promise<string[]> => {
  // Legacy mode looks at the page itself, in place, and opens no page of its own to gather frames: we have none.
  // Only what is wrong is told: what passes, node by node, takes axe as long as finding it. What it would fetch again are style sheets it has.
  const axe = new AxeBuilder({ page: device.page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}) ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' … ')}`,
  )
}

/** In `npm test` nobody looks at pictures, and a second theme costs as much as the first: there it is held where a screen says so, and in a `night` everywhere. */
const takesPictures = process.env['PICTURES'] !== 'none'

/** Axe: everything by day; in the dark theme what a theme can change, its colours. */
const isAccessible = async (device: Device, screen: string, dark: boolean): Promise<void> => {
  expect.soft(await violationsOn(device), `${screen} on ${device.name}, by day`).toEqual([])
  if (!dark && !takesPictures) return
  await device.page.emulateMedia({ colorScheme: 'dark' })
  await settled(device)
  expect.soft(await violationsOn(device, ['color-contrast']), `${screen} on ${device.name}, by night`).toEqual([])
  await device.page.emulateMedia({ colorScheme: 'light' })
}

/** Nobody scrolls sideways [AC-28]. */
export const fitsTheWidth = async (device: Device, screen: string): Promise<void> => {
  const tooWide = await device.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(tooWide, `${screen} on ${device.name} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** Everything that is pressed is at least 44 px high or has that much around it; links within a sentence excepted [AC-28, WCAG 2.5.8]. */
const smallTargets = (device: Device): Promise<string[]> =>
  device.page.evaluate(() => {
    const isInSentence = (element: Element): boolean => {
      const text = element.parentElement?.textContent ?? ''
      return getComputedStyle(element).display === 'inline' && text.length > (element.textContent ?? '').length
    }
    // What is read is not pressed.
    const targets = 'button, a[href], input:not([readonly]), select, textarea:not([readonly]), [role=button], [role=menuitem]'
    return [...document.querySelectorAll(targets)]
      .filter((element) => element.checkVisibility({ opacityProperty: false, visibilityProperty: true }))
      .map((element) => ({
        element,
        host: element.matches('input[type=radio], input[type=checkbox]') ? (element.closest('label') ?? element) : element,
      }))
      .filter(({ element, host }) => {
        const { height, width } = host.getBoundingClientRect()
        const grown = getComputedStyle(host, '::after')
        const reach = Number.parseFloat(grown.height) || 0
        return width > 1 && Math.max(height, reach) < 43.5 && !isInSentence(element)
      })
      .map(
        ({ host }) =>
          `${Math.round(host.getBoundingClientRect().height)} px: ${(host.getAttribute('aria-label') ?? host.textContent ?? '').trim().slice(0, 60) || host.outerHTML.slice(0, 80)}`,
      )
  })

const kindOf = ({ page }: Device): 'phone' | 'laptop' => ((page.viewportSize()?.width ?? 0) < 800 ? 'phone' : 'laptop')

/** Only the picture, for people to look at, of a state on the way. */
export const pictures = async (device: Device, screen: string): Promise<void> => {
  if (!takesPictures) return
  await settled(device)
  await device.page.screenshot({ path: `${screenshots}${kindOf(device)}-${screen}.png`, animations: 'disabled', caret: 'initial' })
}

/**
 * A picture for people to look at, and what a machine can say of the screen: axe in both themes, its width, its targets. A screen whose like is
 * looked at in the same test waits for the night (`byDay: false`, `pnpm nightly screens`).
 */
export const looksAt = async (device: Device, screen: string, { night = false, byDay = true } = {}): Promise<void> => {
  if (!byDay && !isNight) return
  const { page } = device
  const kind = kindOf(device)
  const picture = async (suffix: string, fullPage: boolean): Promise<void> => {
    if (!takesPictures) return
    await page.screenshot({ path: `${screenshots}${kind}-${screen}${suffix}.png`, animations: 'disabled', caret: 'initial', fullPage })
  }
  await settled(device)
  await picture('', false)
  const isLong = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight * 1.25)
  if (isLong) await picture('-whole', true)
  if (night && takesPictures) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(device)
    await picture('-dark', false)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await fitsTheWidth(device, screen)
  expect.soft(await smallTargets(device), `small targets of ${screen} on ${device.name}`).toEqual([])
  await isAccessible(device, screen, night)
}
