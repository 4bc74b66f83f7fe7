/** A file of the app that the network does not bring now; asked for again later, it may come. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach'
}
