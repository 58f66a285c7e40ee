import { expect, test } from "vitest";
import { articleMarkdown } from "./markdown.ts";

const write = (article: string) =>
  articleMarkdown(`<body><article>${article}</article></body>`, "https://site.example/a/")
    .split("\n\n")
    .slice(1)
    .join("\n\n")
    .trim();

test("links are full addresses, and lists, marks and tables are Markdown", () => {
  expect(
    write(
      '<h1>What?</h1><p>See <a href="/people/b/">B</a> and <a href="#c">C</a>.</p><ul><li><b>One</b> <del>old</del></li></ul>',
    ),
  ).toBe(
    "# What?\n\nSee [B](https://site.example/people/b/) and [C](https://site.example/a/#c).\n\n- **One** ~~old~~",
  );
  expect(write("<table><tr><th>A</th></tr><tr><td>x | y</td></tr></table>")).toContain("| x \\| y |");
});

test("signs of sources are footnotes by their number on the page, after the status of what is not confirmed", () => {
  expect(
    write(
      '<p>They met.<span class="cited" data-s="7 2"> (reported)</span><a id="cited_1" class="citation" href="#source_2" data-s="2 7" aria-label="AP"></a></p>' +
        '<ol><li id="source_2"><a href="https://ap.example/">AP</a> 1 Dec 2025 <a href="#cited_1">1</a></li><li id="source_7">B</li></ol>',
    ),
  ).toBe("They met. (reported)[^7][^2]\n\n[^2]: [AP](https://ap.example/) 1 Dec 2025\n\n[^7]: B");
});

test("navigation, drawings and screen-only parts are omitted, and no text is markup", () => {
  expect(
    write(
      '<nav>Contents</nav><svg><text>40</text></svg><a class="anchor no-print" href="#a">#</a><p>2 * 3 &lt;b&gt; _c_</p>',
    ),
  ).toBe("2 \\* 3 \\<b> \\_c\\_");
});
