import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { htmlFiles } from "../../../scripts/read-pages.ts";
import { headerRules, headersFor } from "../../lib/browser.ts";

const rules = headerRules();
const pages = htmlFiles(resolve(process.env.DIST_DIR ?? "dist")).map(({ url }) => url);
const FILES = [
  "/embed.js",
  "/assets/a.B1.css",
  ...[".png", "-dark.png", ".svg", ".csv", ".json", ".bib", ".csl.json"].map(
    (suffix) => `/charts/eight-days${suffix}`,
  ),
  "/clauses/army-cap.png",
  "/clauses/army-cap.csv",
  "/cards/default.png",
  "/cards/charts/eight-days.png",
  "/data/events.csv",
  "/data/events.json",
  "/oembed/eight-days.json",
  "/feed.xml",
  "/feed.json",
  "/feeds/plan.xml",
  "/robots.txt",
];

/** What a server is to send for a path, by name of the header. */
function wanted(path: string) {
  const embed = path.startsWith("/embed/");
  const open = embed || /^\/((charts|clauses)\/.|cards\/|embed\.js)/.test(path);
  return {
    "Content-Security-Policy": /\/$|\.html$/.test(path)
      ? `frame-ancestors ${embed ? "*" : "'self'"}`
      : undefined,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cache-Control": /^\/assets\//.test(path)
      ? "public, max-age=31536000, immutable"
      : /^\/embed(\/|\.js)/.test(path)
        ? "public, max-age=300, stale-while-revalidate=86400"
        : path.startsWith("/oembed/")
          ? "public, max-age=3600"
          : undefined,
    "Access-Control-Allow-Origin": /^\/((data|charts|clauses)\/.|cards\/|oembed\/|embed\.js|feeds?[./])/.test(
      path,
    )
      ? "*"
      : undefined,
    "Cross-Origin-Resource-Policy": open ? "cross-origin" : undefined,
  };
}

describe("_headers", () => {
  it("says who may frame each page, once: anybody an embed, nobody else another page", () => {
    const said = pages.flatMap((path) => {
      const values = headersFor(path, rules).flatMap(([name, value]) =>
        name === "Content-Security-Policy" ? [value] : [],
      );
      const right = values.length === 1 && values[0] === wanted(path)["Content-Security-Policy"];
      return right ? [] : [`${path}: ${JSON.stringify(values)}`];
    });
    expect(said).toEqual([]);
  });

  it("sets no header twice for a path", () => {
    const twice = [...pages, ...FILES].flatMap((path) => {
      const names = headersFor(path, rules).map(([name]) => name);
      return names.length === new Set(names).size ? [] : [path];
    });
    expect(twice).toEqual([]);
  });

  it("keeps what has a hash for ever and an embed for minutes, and opens data and pictures to other sites", () => {
    for (const path of FILES) {
      const { "Content-Security-Policy": _, ...rest } = wanted(path);
      expect(Object.fromEntries(headersFor(path, rules)), path).toMatchObject(
        JSON.parse(JSON.stringify(rest)),
      );
    }
  });
});

/** The maps of the nginx example: name of the variable, and its value for a path. */
function nginxMaps(): Map<string, (path: string) => string> {
  const text = /```nginx\n([\s\S]*?)```/.exec(readFileSync("docs/hosting.md", "utf8"))![1]!;
  return new Map(
    [...text.matchAll(/map \$uri \$(\w+) \{([^}]*)\}/g)].map(([, name, body]) => {
      const entries = [...body!.matchAll(/^\s*(\S+)\s+"([^"]*)";$/gm)].map(
        ([, key, value]) => [key!, value!] as const,
      );
      return [
        name!,
        (path: string) =>
          (entries.find(([key]) =>
            key.startsWith("~") ? new RegExp(key.slice(1)).test(path) : key === path,
          ) ?? entries.find(([key]) => key === "default"))![1],
      ];
    }),
  );
}

it("the nginx example of docs/hosting.md says the same as _headers", () => {
  const maps = nginxMaps();
  const HEADERS = {
    dbd_framing: "Content-Security-Policy",
    dbd_cache: "Cache-Control",
    dbd_cors: "Access-Control-Allow-Origin",
    dbd_corp: "Cross-Origin-Resource-Policy",
    dbd_coep: "Cross-Origin-Embedder-Policy",
  };
  expect([...maps.keys()]).toEqual(Object.keys(HEADERS));
  for (const path of [...pages, ...FILES])
    for (const [variable, header] of Object.entries(HEADERS)) {
      const set = headersFor(path, rules).find(([name]) => name === header)?.[1] ?? "";
      // nginx need not tell a picture from a page: who may frame a file is of no account.
      if (header !== "Content-Security-Policy" || /\/$/.test(path))
        expect(maps.get(variable)!(path), `${path}: ${header}`).toBe(set);
    }
});

it("the Caddy example of docs/hosting.md says the same as _headers", () => {
  const text = /```caddy\n([\s\S]*?)```/.exec(readFileSync("docs/hosting.md", "utf8"))![1]!;
  const matchers = new Map(
    [...text.matchAll(/^ +@(\S+) (not )?path (.*)$/gm)].map(([, name, not, paths]) => {
      const fits = (path: string) =>
        paths!.split(" ").some((p) => (p.endsWith("*") ? path.startsWith(p.slice(0, -1)) : path === p));
      return [name!, (path: string) => fits(path) !== Boolean(not)];
    }),
  );
  const headers = [...text.matchAll(/^ +header @(\S+) (\S+) (?:"(.*)"|(.*))$/gm)].map(
    (m) => [m[1]!, m[2]!, m[3] ?? m[4]!] as const,
  );
  // What goes with everything stands in a block of its own; who may frame a file is of no account.
  const told = (name: string, path: string) =>
    /^(Access-Control|Cache-Control|Cross-Origin)/.test(name) ||
    (name === "Content-Security-Policy" && path.endsWith("/"));
  for (const path of [...pages, ...FILES]) {
    const said = headers
      .filter(([matcher, name]) => matchers.get(matcher)!(path) && told(name, path))
      .map(([, name, value]) => [name, value]);
    expect(said.sort(), path).toEqual(
      headersFor(path, rules)
        .filter(([name]) => told(name, path))
        .sort(),
    );
  }
});
