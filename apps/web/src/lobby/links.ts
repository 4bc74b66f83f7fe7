import * as v from 'valibot'

/** The three addresses of a meeting; the secret stands in each one's fragment. */
export const LinksSchema = v.object({ host: v.string(), join: v.string(), observe: v.string() })
export type Links = v.InferOutput<typeof LinksSchema>

export const CreatedSchema = v.object({ meetingId: v.string(), links: LinksSchema })
export type Created = v.InferOutput<typeof CreatedSchema>

/** The part of a link that this page can go to without leaving its own address: path and fragment. '' when it is not a link. */
export const insidePath = (link: string): string => {
  try {
    const { pathname, hash } = new URL(link, location.href)
    return pathname + hash
  } catch {
    return ''
  }
}
