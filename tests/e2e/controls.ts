import type { Device } from './device.ts'

/** Something on a page that can be pressed. */
export interface Control {
  /** The act that it carries itself (`data-act`): its kind alone, or as JSON with what it is about. And whether a rule holds it back. */
  act: string | null
  held: boolean
  /** The id of the thing beside which it stands (`data-about`). */
  about: string | null
  /** In the page itself, not in what stands around it. */
  inPage: boolean
  role: 'button' | 'menuitem' | 'radio' | 'checkbox'
  /** Names of what it stands in, the outermost first: landmarks, groups, lists, dialogs and menus. */
  where: string
  name: string
}

/** Controls of a page that can be pressed, by the act they carry, by their role, by their words and by where they stand. */
export const controlsOf = (device: Device): Promise<Control[]> =>
  device.page.evaluate(() => {
    const said = (text: string | null | undefined): string => (text ?? '').trim().replaceAll(/\s+/g, ' ')
    const labelOf = (element: Element): string =>
      said(
        element.getAttribute('aria-label') ??
          element
            .getAttribute('aria-labelledby')
            ?.split(' ')
            .map((id) => document.getElementById(id)?.getAttribute('aria-label') ?? document.getElementById(id)?.textContent)
            .join(' ') ??
          (element.matches('main, section, dialog, [role=dialog]') ? element.querySelector('h1, h2, h3')?.textContent : ''),
      )
    const whereOf = (control: Element): string => {
      const names: string[] = []
      for (let at = control.parentElement; at; at = at.parentElement) {
        const label = labelOf(at)
        if (label && names[0] !== label) names.unshift(label)
      }
      return names.join(' › ')
    }
    return [...document.querySelectorAll<HTMLElement>('button, [role=menuitem], input[type=radio], input[type=checkbox]')]
      .filter(
        (control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest('[inert]') && !control.matches(':disabled'),
      )
      .map((control) => ({
        act: control.getAttribute('data-act'),
        held: control.hasAttribute('data-held'),
        about: control.closest<HTMLElement>('[data-about]')?.dataset['about'] ?? null,
        inPage: control.closest('main') !== null,
        role: (control instanceof HTMLInputElement ? control.type : (control.getAttribute('role') ?? 'button')) as Control['role'],
        where: whereOf(control),
        name: said(
          control.getAttribute('aria-label') ?? (control instanceof HTMLInputElement ? control.labels?.[0]?.innerText : control.innerText),
        ),
      }))
  })
