import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { SITE } from "./lines-data.ts";
import type { Table } from "./table.ts";

const OUT = resolve(".build/bench-serve");
const PORT = 4477;
const CONNECTIONS = 32;
const SECONDS = 8;
const PATHS = ["/plan/", "/embed/army-cap/", "/charts/army-cap.svg"];

/** A server and its configuration: that of docs/hosting.md, or only a folder of files. */
interface Server {
  name: string;
  version: string;
  /** Writes the configuration and returns the command that serves until it is ended. */
  command(): string[];
}

/** What wrk found out, by its own account. */
interface Found {
  perSecond: number;
  p99: number;
  errors: number;
}

/** Requests per second of nginx and Caddy, configured as in docs/hosting.md and unconfigured. */
export async function run(): Promise<Table[]> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, "as-json.lua"), LUA);
  const rows: Table["rows"] = [];
  for (const { name, version, command } of [nginx(true), nginx(false), caddy(true), caddy(false)]) {
    const [program = "", ...args] = command();
    const server = spawn(program, args, { stdio: "ignore" });
    try {
      await listening();
      for (const path of PATHS) {
        const { perSecond, p99, errors } = load(path);
        rows.push([`${name} (${version})`, path, Math.round(perSecond), Math.round(p99 * 10) / 10, errors]);
      }
    } finally {
      server.kill();
      await once(server, "exit");
    }
  }
  return [
    {
      title: "The built site under load on loopback",
      note: `wrk on the same machine, ${CONNECTIONS} connections for ${SECONDS} s a path, asking for brotli or gzip. Errors are answers other than 2xx and 3xx, and failed connections.`,
      columns: ["", "path", "requests a second", "99th percentile, ms", "errors"],
      rows,
    },
  ];
}

function nginx(own: boolean): Server {
  return {
    name: own ? "nginx as in docs/hosting.md" : "nginx, a folder of files",
    version: /[\d.]+$/.exec(printed("nginx", "-v"))?.[0] ?? "",
    command() {
      const plain =
        "server {\n    listen 443 ssl;\n    root /srv/draft-by-draft/dist;\n    include mime.types;\n}";
      const site = (own ? exampleOf("nginx") : plain).replace("listen 443 ssl;", `listen 127.0.0.1:${PORT};`);
      copyFileSync("/etc/nginx/mime.types", join(OUT, "mime.types"));
      const conf = `daemon off;\npid ${OUT}/nginx.pid;\nerror_log ${OUT}/error.log;\nevents {}\nhttp {\naccess_log off;\n${atSite(site)}\n}\n`;
      writeFileSync(join(OUT, "nginx.conf"), conf);
      return ["nginx", "-p", OUT, "-c", join(OUT, "nginx.conf")];
    },
  };
}

function caddy(own: boolean): Server {
  return {
    name: own ? "Caddy as in docs/hosting.md" : "Caddy, a folder of files",
    version: printed("caddy", "version").split(" ")[0] ?? "",
    command() {
      const plain = "draft-by-draft.example {\n    root * /srv/draft-by-draft/dist\n    file_server\n}";
      const site = (own ? exampleOf("caddy") : plain).replace(
        "draft-by-draft.example {",
        `http://127.0.0.1:${PORT} {`,
      );
      writeFileSync(join(OUT, "Caddyfile"), `{\n    admin off\n    auto_https off\n}\n${atSite(site)}\n`);
      return ["caddy", "run", "--adapter", "caddyfile", "--config", join(OUT, "Caddyfile")];
    },
  };
}

/** The example that the page about hosting prints. */
function exampleOf(language: string): string {
  const example = readFileSync("docs/hosting.md", "utf8").split(`\`\`\`${language}\n`)[1]?.split("\n```")[0];
  if (!example) throw new Error(`docs/hosting.md has no example in \`${language}\``);
  return example;
}

function atSite(configuration: string): string {
  return configuration.replace("/srv/draft-by-draft/dist", resolve(SITE));
}

/** What a program prints. Throws if it is not installed. */
function printed(program: string, ...args: string[]): string {
  return execFileSync("sh", ["-c", `${program} ${args.join(" ")} 2>&1`], { encoding: "utf8" }).trim();
}

const LUA = `done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('\\n{"perSecond": %f, "p99": %f, "errors": %d}\\n', summary.requests / summary.duration * 1e6,
    latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
`;

function load(path: string): Found {
  const args = [
    "-t1",
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    "-s",
    join(OUT, "as-json.lua"),
    "-H",
    "Accept-Encoding: br, gzip",
  ];
  const output = execFileSync("wrk", [...args, `http://127.0.0.1:${PORT}${path}`], { encoding: "utf8" });
  return JSON.parse(output.trim().split("\n").at(-1)!) as Found;
}

/** Waits until something listens. Throws after five seconds. */
async function listening(): Promise<void> {
  for (let i = 0; i < 50; i++) {
    const socket = connect(PORT, "127.0.0.1");
    const open = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await wait(100);
  }
  throw new Error(`nothing listens on port ${PORT}`);
}
