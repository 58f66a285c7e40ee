/** Folder of all content. Tests set CONTENT_DIR. */
export const CONTENT_DIR = process.env.CONTENT_DIR ?? "content";
