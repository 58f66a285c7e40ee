import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Scheme } from "../../src/files/pictures.ts";
import type { Tab } from "./tab.ts";

interface Reply {
  id: number;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** Firefox without a window, by WebDriver BiDi, which it speaks itself. Throws if it does not start. */
export async function launchFirefox(
  path: string,
  scheme: Scheme,
  width: number,
  height: number,
): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), "firefox-"));
  writeFileSync(
    join(profile, "user.js"),
    `user_pref("layout.css.prefers-color-scheme.content-override", ${scheme === "dark" ? 0 : 1});`,
  );
  const firefox = spawn(
    path,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const send = await connect(firefox.stderr);
  const { capabilities } = (await send("session.new", { capabilities: {} })) as {
    capabilities: { browserVersion: string };
  };
  const { context } = (await send("browsingContext.create", { type: "tab" })) as { context: string };
  await send("browsingContext.setViewport", { context, viewport: { width, height } });

  const evaluate = async (expression: string, target: { context: string }): Promise<unknown> => {
    const said = (await send("script.evaluate", { expression, target, awaitPromise: true })) as {
      result?: { value: unknown };
      exceptionDetails?: { text: string };
    };
    if (said.exceptionDetails) throw new Error(said.exceptionDetails.text);
    return said.result!.value;
  };
  return {
    browser: `Firefox ${capabilities.browserVersion}`,
    async goto(url) {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    async evaluate(expression, frame) {
      // A window comes as the name of its context.
      const target = frame ? await evaluate(`${frame}.contentWindow`, { context }) : { context };
      return (await evaluate(expression, target as { context: string })) as string;
    },
    async perform(actions) {
      await send("input.performActions", { context, actions });
    },
    async close() {
      const ended = once(firefox, "exit");
      await send("browser.close");
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Waits for the address that Firefox tells, and returns what sends a command there and gives its result. */
async function connect(
  stderr: NodeJS.ReadableStream,
): Promise<(method: string, params?: object) => Promise<Record<string, unknown>>> {
  let address: string | undefined;
  const told: string[] = [];
  for await (const line of createInterface(stderr)) {
    told.push(line);
    address = /^WebDriver BiDi listening on (ws:.*)$/.exec(line)?.[1];
    if (address) break;
  }
  if (!address) throw new Error(`Firefox did not start: ${told.join("\n")}`);
  stderr.resume();
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const { id, result, error, message } = JSON.parse(data) as Reply;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (result) asked?.resolve(result);
    else asked?.reject(new Error(`${error}: ${message}`));
  });
  await once(socket, "open");
  let last = 0;
  return (method, params = {}) => {
    const id = ++last;
    const reply = Promise.withResolvers<Record<string, unknown>>();
    waiting.set(id, reply);
    socket.send(JSON.stringify({ id, method, params }));
    return reply.promise;
  };
}
