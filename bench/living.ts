/** What lives in a process once its garbage is collected, by class: emitters and documents; and their listeners, by class and event. */
export interface Living {
  readonly objects: Readonly<Record<string, number>>
  readonly listeners: Readonly<Record<string, number>>
}

/** How many more of each there are, in words, most first. Empty: nothing has grown. */
export function grown(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): string[] {
  return Object.entries(after)
    .map(([name, count]) => ({ name, more: count - (before[name] ?? 0) }))
    .filter(({ more }) => more > 0)
    .toSorted((one, other) => other.more - one.more)
    .map(({ name, more }) => `${more} ${name}`)
}
