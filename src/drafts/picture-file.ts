/** The end of a picture's path or address, before a query. */
export const PICTURE_FILE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)(?:[?#]|$)/i;

/** The end of a video's path or address, before a query. */
export const VIDEO_FILE = /\.(?:mp4|m4v|mov|webm)(?:[?#]|$)/i;
