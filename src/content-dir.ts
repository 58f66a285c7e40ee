/** Folder of everything that people write. CONTENT_DIR names another one, for tests. */
export const CONTENT_DIR = process.env.CONTENT_DIR ?? "content";
