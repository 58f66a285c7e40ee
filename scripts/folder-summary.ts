import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Number of files, and bytes in all, of a site; the compressed twins of files are not counted. */
export async function folderSummary(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name));
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return {
    files: files.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}
