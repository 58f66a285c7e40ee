import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

// Stopping the tests stops the processes they started.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

/** A server that was started, and how to end it. */
export interface Running {
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until `ready` says so, at most two minutes. What it prints is kept and told if it ends before.
 * `stop` ends it by its id and waits for it.
 */
export async function start(
  command: string,
  args: readonly string[],
  ready: () => Promise<boolean>,
  { env = {}, cwd }: { env?: Record<string, string>; cwd?: string } = {},
): Promise<Running> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (text: Buffer) => (said = (said + text.toString()).slice(-4000));
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const gone = once(child, "exit");
  const end = () => void child.kill("SIGTERM");
  process.once("exit", end);
  const stop = async () => {
    process.off("exit", end);
    if (child.exitCode === null && child.signalCode === null) end();
    await gone;
  };
  for (const late = Date.now() + 120_000; ; await wait(200)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${command} ended before it was ready:\n${said}`);
    if (await ready()) return { stop };
    if (Date.now() > late) {
      await stop();
      throw new Error(`${command} was not ready after two minutes:\n${said}`);
    }
  }
}

/** Whether something answers at an address with less than 500. */
export function answers(address: string): () => Promise<boolean> {
  return () =>
    fetch(address, { redirect: "manual" }).then(
      ({ status }) => status < 500,
      () => false,
    );
}

/** A port of loopback that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
