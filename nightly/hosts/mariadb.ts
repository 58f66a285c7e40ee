import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { type Running, start } from "./processes.ts";

/** A MariaDB whose data lie in a folder and which only its socket reaches: user root, no password. */
export interface MariaDb extends Running {
  socket: string;
  version: string;
}

/** Throws an Error that names the Debian packages if one of these files or commands is not there. */
export function needDebian(files: readonly string[], packages: string): void {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0)
    throw new Error(
      `missing: ${missing.join(", ")}; expected Debian's packages: apt-get install ${packages}`,
    );
}

/** A host with an empty database of this name, which is started before it and stopped after it. */
export function onMariaDb<Host extends Running>(
  database: string,
  startHost: (folder: string, mariaDb: MariaDb) => Promise<Host>,
): (folder: string) => Promise<Host> {
  return async (folder) => {
    const mariaDb = await startMariaDb(folder, database);
    try {
      const host = await startHost(folder, mariaDb);
      const stop = async () => {
        await host.stop();
        await mariaDb.stop();
      };
      return { ...host, stop };
    } catch (error) {
      await mariaDb.stop();
      throw error;
    }
  };
}

async function startMariaDb(folder: string, database: string): Promise<MariaDb> {
  needDebian(["/usr/sbin/mariadbd", "/usr/bin/mariadb-install-db", "/usr/bin/mariadb"], "mariadb-server");
  const data = join(folder, "mariadb");
  mkdirSync(data, { recursive: true });
  const user = `--user=${userInfo().username}`;
  const install = [
    "--no-defaults",
    `--datadir=${data}`,
    user,
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
  ];
  execFileSync("/usr/bin/mariadb-install-db", install, { stdio: "ignore" });
  const socket = join(folder, "mariadb.sock");
  const client = (sql: string) =>
    execFileSync("/usr/bin/mariadb", ["--no-defaults", `--socket=${socket}`, "--user=root", "-e", sql], {
      stdio: "ignore",
    });
  const ready = async () => {
    try {
      client("SELECT 1");
      return true;
    } catch {
      return false;
    }
  };
  const files = [`--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, "mariadb.pid")}`];
  const server = await start(
    "/usr/sbin/mariadbd",
    ["--no-defaults", ...files, user, "--skip-networking"],
    ready,
  );
  client(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
  const [version] = /\d+\.\d+\.\d+/.exec(
    execFileSync("/usr/sbin/mariadbd", ["--version"], { encoding: "utf8" }),
  )!;
  return { ...server, socket, version };
}
