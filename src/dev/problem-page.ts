import { readFileSync } from "node:fs";
import { escapeMarkup } from "../escape.ts";
import type { Problem } from "../ledger/problem.ts";

const STYLE = `
:root { color-scheme: light dark; font: 400 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 }
section { border-top: 1px solid; margin-top: 1.5rem; padding-top: .75rem }
h2 { font: 600 1rem/1.5 ui-monospace, monospace; margin: 0; overflow-wrap: anywhere }
p { margin: .25rem 0 }
pre { font: .875rem/1.5 ui-monospace, monospace; overflow-x: auto; margin: .5rem 0 }
mark { font-weight: 700 }
`;

/**
 * What the development server shows while the content has problems: each with its place, the lines around it, and how to fix
 * it. It comes back when a file is saved. `base` is the site’s base path.
 */
export function problemPage(problems: readonly Problem[], base: string): string {
  const count = problems.length === 1 ? "A problem" : `${problems.length} problems`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${count} in the content</title>
<style>${STYLE}</style>
<script type="module" src="${escapeMarkup(base)}@vite/client"></script>
</head>
<body>
<main>
<h1>${count} in the content</h1>
<p>The page comes back when they are fixed and the file is saved.</p>
${problems.map((problem) => section(problem, base)).join("\n")}
</main>
</body>
</html>
`;
}

function section({ file, line, column, message, fix }: Problem, base: string): string {
  const place = `${file}:${line}:${column}`;
  return `<section>
<h2><a href="${escapeMarkup(base)}__open-in-editor?file=${encodeURIComponent(place)}">${escapeMarkup(place)}</a></h2>
<p>${escapeMarkup(message)}</p>
<pre>${linesAround(file, line)}</pre>
<p>Fix: ${escapeMarkup(fix)}</p>
</section>`;
}

/** Two lines before and after, as HTML; nothing if the file cannot be shown. */
function linesAround(file: string, line: number): string {
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return "";
  }
  return lines
    .slice(Math.max(line - 3, 0), line + 2)
    .map((text, i) => {
      const number = Math.max(line - 3, 0) + i + 1;
      const shown = `${String(number).padStart(5)}  ${escapeMarkup(text.slice(0, 300))}`;
      return number === line ? `<mark>${shown}</mark>` : shown;
    })
    .join("\n");
}
