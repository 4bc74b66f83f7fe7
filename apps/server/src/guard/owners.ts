import type { GuardLimits } from './limits.ts'

/** Owns what belonged to somebody whose device can no longer be told from what others brought under its id. */
export const NOBODY = ''

type OwnerLimits = Pick<GuardLimits, 'clients' | 'clientsPerPrincipal' | 'clientsEach'>

/** Who each client id belongs to. A principal may own many (each reload of a page makes one); an id has one owner for ever. */
export class Owners {
  readonly #ownerByClient = new Map<number, string>()
  readonly #countByPrincipal = new Map<string, number>()
  readonly #limits: OwnerLimits
  readonly #reserved: ReadonlySet<number>

  /** `entries` is what `entries()` gave before a restart: take them in before any update is inspected. `reserved`: ids that nobody may own. */
  constructor(
    limits: OwnerLimits,
    entries: Iterable<readonly [client: number, principal: string]> = [],
    reserved: ReadonlySet<number> = new Set(),
  ) {
    this.#limits = limits
    this.#reserved = reserved
    for (const [client, principal] of entries) this.#set(client, principal)
  }

  owner(client: number): string | null {
    return this.#ownerByClient.get(client) ?? null
  }

  /** Nobody owns it, and somebody may. */
  isFree(client: number): boolean {
    return !this.#ownerByClient.has(client) && !this.#reserved.has(client)
  }

  /** How many ids more this principal may own. */
  room(principal: string): number {
    const own = this.#countByPrincipal.get(principal) ?? 0
    const { clients, clientsPerPrincipal, clientsEach } = this.#limits
    return Math.min(clientsPerPrincipal, Math.max(own + clients - this.#ownerByClient.size, clientsEach)) - own
  }

  /** Gives an id to a principal. False when it is another's or reserved, or when this principal, or all of them, own too many. */
  claim(client: number, principal: string): boolean {
    const owner = this.owner(client)
    if (owner !== null) return owner === principal
    if (!this.isFree(client) || this.room(principal) <= 0) return false
    this.#set(client, principal)
    return true
  }

  /** Takes an id from its owner: nobody writes under it any more. */
  disown(client: number): void {
    const owner = this.owner(client)
    if (owner === null) return
    this.#ownerByClient.set(client, NOBODY)
    this.#countByPrincipal.set(owner, (this.#countByPrincipal.get(owner) ?? 1) - 1)
  }

  /** All pairs, to be kept with the document. */
  entries(): IterableIterator<[client: number, principal: string]> {
    return this.#ownerByClient.entries()
  }

  #set(client: number, principal: string): void {
    if (this.#ownerByClient.has(client)) return
    this.#ownerByClient.set(client, principal)
    this.#countByPrincipal.set(principal, (this.#countByPrincipal.get(principal) ?? 0) + 1)
  }
}
