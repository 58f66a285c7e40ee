import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeExplainers } from "./build-pages.ts";
import type { Table } from "./table.ts";

const COUNTS = [100, 1000, 5000];
const OUT = resolve(".build/bench-build");

interface Built {
  times: Record<string, number>;
  /** Greatest memory in use, GB. */
  memory: number;
}

/** Seconds and memory to build synthetic explainers: in this site, and in bare Astro with MDX and Pagefind. */
export async function run(): Promise<Table[]> {
  rmSync(OUT, { recursive: true, force: true });
  const without = build(ownProject(0), true);
  const fixed = seconds(without);
  const rows = COUNTS.map((count) => {
    const bare = build(bareProject(count), false);
    const own = build(ownProject(count), true);
    const more = seconds(own) - fixed;
    return [
      count,
      round(seconds(bare)),
      round(bare.memory),
      round(seconds(own)),
      round(own.memory),
      round(more),
      Math.round((more / seconds(bare)) * 100) / 100,
      Math.round((more / count) * 1e4) / 10,
    ];
  });
  rmSync(OUT, { recursive: true, force: true });
  return [
    {
      title: "Building explainers",
      note:
        `Paragraphs of a real explainer with their citations, sixteen a page in four sections, no charts. This site: content check, Astro and Pagefind, with all its other pages, which alone take ${round(fixed)} s (${round(without.memory)} GB); ` +
        "“for these pages” is what is above that. Bare: Astro with MDX and Pagefind, the same texts, components that print a link or nothing. One run each; pictures of the site’s other pages are kept from earlier builds. Verifying and compressing are not in it.",
      columns: [
        "pages",
        "bare, s",
        "bare, GB",
        "this site, s",
        "this site, GB",
        "for these pages, s",
        "× bare",
        "ms a page",
      ],
      rows,
    },
  ];
}

function seconds({ times }: Built): number {
  return Object.values(times).reduce((sum, time) => sum + time, 0);
}

function build(project: string, own: boolean): Built {
  const out = join(project, "out");
  const args = [
    "--max-old-space-size=12000",
    resolve("nightly/bench/build-site.ts"),
    out,
    ...(own ? ["own"] : []),
  ];
  const output = execFileSync(process.execPath, args, {
    cwd: project,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  rmSync(project, { recursive: true, force: true });
  return JSON.parse(output.trim().split("\n").at(-1)!) as Built;
}

/** The packages of the site as links, so that caches are the project's own. */
function linkPackages(project: string): void {
  mkdirSync(join(project, "node_modules"));
  for (const name of readdirSync("node_modules").filter((name) => !name.startsWith(".")))
    symlinkSync(resolve("node_modules", name), join(project, "node_modules", name));
}

function ownProject(count: number): string {
  const project = join(OUT, `own-${count}`);
  mkdirSync(project, { recursive: true });
  for (const name of [
    "content",
    "public",
    "scripts",
    "src",
    "astro.config.mjs",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ])
    cpSync(name, join(project, name), { recursive: true });
  // Pictures and fonts that do not change are kept between builds; those of the new pages are drawn.
  if (existsSync(".cache")) cpSync(".cache", join(project, ".cache"), { recursive: true });
  linkPackages(project);
  writeExplainers(join(project, "content/explainers"), count);
  return project;
}

function bareProject(count: number): string {
  const project = join(OUT, `bare-${count}`);
  const write = (name: string, text: string) => {
    mkdirSync(join(project, name, ".."), { recursive: true });
    writeFileSync(join(project, name), text);
  };
  write("package.json", '{ "type": "module" }');
  write("astro.config.mjs", 'import mdx from "@astrojs/mdx";\nexport default { integrations: [mdx()] };\n');
  write(
    "src/content.config.ts",
    'import { defineCollection } from "astro:content";\nimport { glob } from "astro/loaders";\nexport const collections = { pages: defineCollection({ loader: glob({ pattern: "*.mdx", base: "./pages" }) }) };\n',
  );
  const names = ["Draft", "Fact", "Person", "Term"];
  for (const name of names)
    write(`src/${name}.astro`, "---\n---\n<a href={`#${Astro.props.id}`}><slot /></a>\n");
  write(
    "src/pages/[page].astro",
    `---\nimport { getCollection, render } from "astro:content";\n${names.map((name) => `import ${name} from "../${name}.astro";`).join("\n")}\n` +
      "export async function getStaticPaths() { return (await getCollection('pages')).map((page) => ({ params: { page: page.id }, props: { page } })); }\n" +
      `const { Content } = await render(Astro.props.page);\n---\n<!doctype html><html lang="en"><head><title>{Astro.props.page.data.title}</title></head><body><main data-pagefind-body><h1>{Astro.props.page.data.title}</h1><Content components={{ ${names.join(", ")} }} /></main></body></html>\n`,
  );
  mkdirSync(join(project, "pages"));
  linkPackages(project);
  writeExplainers(join(project, "pages"), count);
  return project;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
