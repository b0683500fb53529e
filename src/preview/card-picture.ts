/** A drawn card: its size in pixels, and its bytes. */
export type CardPicture = { readonly width: number; readonly height: number; readonly png: Uint8Array };
