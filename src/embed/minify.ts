/** CSS without comments, line breaks and needless spaces. For the site's own CSS; not a general minifier. */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{}:;,>])\s*/g, "$1")
    .replaceAll(";}", "}")
    .replace(/\)(and|or)/g, ") $1")
    .trim();
}

/** A script without comment lines and indentation. For the site's own scripts; not a general minifier. */
export function minifyScript(script: string): string {
  return script
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n");
}
