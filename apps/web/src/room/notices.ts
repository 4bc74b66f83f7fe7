import { Subscribers } from './subscribers.ts'

/** A sentence for the person of this device: a refusal that says what to do next, or what was done, with a way to undo it for ten seconds. */
export interface Notice {
  id: number
  tone: 'refused' | 'done'
  message: string
  undo?: () => void
}

/** Notices of the moment, latest last; each goes by itself or by a tap. */
export class Notices {
  readonly changes = new Subscribers()
  all: readonly Notice[] = []
  #next = 1

  say(notice: Omit<Notice, 'id'>, forMs = 10_000): void {
    const id = this.#next++
    this.all = [...this.all.slice(-2), { ...notice, id }]
    this.changes.notify()
    setTimeout(() => this.dismiss(id), forMs)
  }

  dismiss(id: number): void {
    if (!this.all.some((notice) => notice.id === id)) return
    this.all = this.all.filter((notice) => notice.id !== id)
    this.changes.notify()
  }
}
